"""What was sent to one destination, file by file."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.action import trail_to
from proofroom.interfaces.html.contexts.redistribution import PushLine, pushes_of
from proofroom.redistribution.links import token_of
from proofroom.redistribution.models import Destination, Link, Push, PushedFile


@dataclass(frozen=True)
class Recipient:
    """Somebody who was given a link."""

    name: str
    """The e-mail address, or the system."""
    mailed: datetime | None
    """When the mail left; None for a system, and before."""
    opened: datetime | None
    """When the link was opened first."""
    ends: datetime
    """When it stops working by itself."""
    works: bool
    """It opens the files now."""
    revoked: bool
    """Somebody has revoked it."""
    address: str
    """The link itself; empty when it does not work."""


@dataclass(frozen=True)
class PushPage:
    """``/orders/NUMBER/redistribute/PUSH/``."""

    line: PushLine
    """The whole of it."""
    files: list[PushedFile]
    """The log: place, version, tries, bytes, SHA-256, when."""
    recipients: list[Recipient]
    """Who was given links; empty where files are carried there."""
    where: str
    """The place in one line."""
    again: str
    """Where it is tried again; empty when there is nothing to try."""
    revoke: str
    """Where its links are revoked; empty when none works."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


def push_page(push: Push, actor: Actor, at: datetime) -> PushPage:
    """Five queries, however many files."""
    order = push.redistribution.order
    line = next(each for each in pushes_of(order, push.pk))
    recipients = [_recipient(link, at) for link in push.links.all()]
    can_try = (line.failed or line.next_try is not None) and push.destination.removed_at is None
    here = [order.number, push.pk]
    return PushPage(
        line=line,
        files=list(push.files.select_related("version").order_by("pk")),
        recipients=recipients,
        where=push.destination.options["where"],
        again=reverse("push_again", args=here) if can_try else "",
        revoke=reverse("revoke_links", args=here) if any(each.works for each in recipients) else "",
        trail=[*trail_to(order, actor), ("Redistribute", reverse("redistribute", args=[order.number]))],
    )


def _recipient(link: Link, at: datetime) -> Recipient:
    works = link.revoked_at is None and link.expires_at > at
    return Recipient(
        name=link.recipient,
        mailed=link.mailed_at if link.push.destination.kind == Destination.Kind.EMAIL else None,
        opened=link.opened_at,
        ends=link.expires_at,
        works=works,
        revoked=link.revoked_at is not None,
        address=reverse("shared", args=[token_of(link)]) if works else "",
    )
