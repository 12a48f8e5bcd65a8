"""Mails with download links, sent through the studio's own mail server."""

from collections.abc import Callable
from typing import Self

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from proofroom.core import clock
from proofroom.redistribution.carriers.parcel import Parcel, Tell, Trouble
from proofroom.redistribution.links import address_of
from proofroom.redistribution.models import Link, Push


class EmailCarrier:
    """One mail for each recipient, with a link of their own. The first file sends them; the others are behind them."""

    def __init__(self, push: Push | None, host: str, wait: Callable[[], None]) -> None:
        """``push``: None only to ``check``. ``host`` ends the messages' ids; ``wait`` may stop between two mails."""
        self._push = push
        self._host = host
        self._wait = wait

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Each mail has its own connection."""

    def check(self) -> str:
        """Nobody is sent a mail to try whether they get mail."""
        return "The addresses look right. Nothing was sent: the first mail goes when you redistribute."

    def carry(self, parcel: Parcel, tell: Tell) -> None:
        """Sends what mails have not left yet; the link opens every file of the push."""
        assert self._push is not None
        try:
            for link in self._push.links.filter(mailed_at=None, revoked_at=None):
                self._wait()
                self._send(self._push, link)
        except OSError as wrong:
            raise Trouble(f"The studio's mail server does not take the mail ({type(wrong).__name__}).") from wrong
        tell(parcel.size, "")

    def _send(self, push: Push, link: Link) -> None:
        """Sent twice after a crash, it carries the same id, and mail programs show it once."""
        made, files = push.redistribution, list(push.files.all())
        order = made.order
        values = {
            "files": files,
            "account": order.account.name,
            "order": order.number,
            "product": order.spec.name,
            "by": made.by,
            "address": address_of(link),
            "until": link.expires_at,
            "site": settings.SITE_URL,
            "newer": made.delivery.number > 1,
        }
        EmailMessage(
            subject=f"{order.account.name} sends you {len(files)} file{'s' * (len(files) != 1)}: {order.spec.name}",
            body=render_to_string("redistribution/links.txt", values),
            to=[link.recipient],
            reply_to=[made.by.email],
            headers={"Message-ID": f"<link-{link.pk}@{self._host}>", "Auto-Submitted": "auto-generated"},
        ).send()
        Link.objects.filter(pk=link.pk).update(mailed_at=clock.now())
