"""Links that open the files of a push without sign-in: signed, expiring, revocable."""

from datetime import datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer

from proofroom.core.errors import NotVisible, Refused
from proofroom.redistribution.models import Link, Push, PushedFile

EXPIRED = "This link has expired. Ask whoever sent it to you to send the files again."


def address_of(link: Link) -> str:
    """The link's page as people outside reach it."""
    return f"{settings.SITE_URL}/shared/{token_of(link)}/"


def file_address(link: Link, file: PushedFile) -> str:
    """Where one file is downloaded."""
    return f"{address_of(link)}files/{file.pk}/"


def token_of(link: Link) -> str:
    """The signed number of the link; whoever has it opens the files."""
    return _signer().sign(str(link.pk))


def link_of(token: str, at: datetime) -> Link:
    """The link of this token. Raises NotVisible when nobody signed it or it is revoked, Refused when it expired."""
    try:
        number = int(_signer().unsign(token))
    except (BadSignature, ValueError):
        raise NotVisible from None
    found = Link.objects.select_related("push__redistribution__order__account").filter(pk=number).first()
    if found is None or found.revoked_at is not None:
        raise NotVisible
    if found.expires_at <= at:
        raise Refused("link_expired", EXPIRED)
    return found


def note_opening(link: Link, at: datetime) -> None:
    """Writes down when it was opened first."""
    Link.objects.filter(pk=link.pk, opened_at=None).update(opened_at=at)


def revoke_links(push: Push, at: datetime) -> int:
    """None of the push's links opens anything any more; tells how many did until now."""
    return push.links.filter(revoked_at=None, expires_at__gt=at).update(revoked_at=at)


def _signer() -> Signer:
    return Signer(salt="proofroom.redistribution.links")
