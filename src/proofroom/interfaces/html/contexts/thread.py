"""The talk of an order."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.orders.models import Order, Unread
from proofroom.orders.queries import readable_messages


@dataclass(frozen=True)
class Said:
    """One message as its reader sees it."""

    id: int
    """Its number, for links to it."""
    author: str
    """Who wrote it."""
    role: str
    """What they are, or that the message is an internal note."""
    text: str
    """What they wrote."""
    at: datetime
    """When."""
    mine: bool
    """Written by the reader."""
    unread: bool
    """The reader sees it for the first time."""
    first_unread: bool
    """The line "New since you were here" stands before it."""


def thread_of(order: Order, actor: Actor) -> list[Said]:
    """Oldest first. Read it before ``mark_read``, which makes what it shows old."""
    unread = set(Unread.objects.filter(order=order, person=actor.person).values_list("message_id", flat=True))
    first = min(unread, default=None)
    return [
        Said(
            id=message.pk,
            author=message.author.name,
            role="Internal note" if message.internal else message.author.get_role_display(),
            text=message.body,
            at=message.at,
            mine=message.author_id == actor.person,
            unread=message.pk in unread,
            first_unread=message.pk == first,
        )
        for message in readable_messages(order, actor)
    ]
