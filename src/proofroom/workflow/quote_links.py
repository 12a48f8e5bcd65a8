"""The link in a mail by which a customer answers a quote without signing in first.

It is signed, names one quote and one person, and opens a page; only a press on that page answers. So programs that
follow every link of a mail change nothing (RFC 9110 §9.2.1).
"""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from proofroom.core.errors import NotVisible

SALT = "proofroom.quote"


def link_to_answer(quote: int, person: int) -> str:
    """The path of the page on which this person answers this quote."""
    return reverse("quote", args=[_signer().sign_object([quote, person])])


def quote_and_person(link: str) -> tuple[int, int]:
    """Whom and what the signed part of the path names. Raises NotVisible for one that we did not sign."""
    try:
        quote, person = _signer().unsign_object(link)
    except BadSignature:
        raise NotVisible from None
    return quote, person


def _signer() -> Signer:
    return Signer(salt=SALT, sep=".")
