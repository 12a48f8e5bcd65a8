"""Messages and activity."""

from datetime import datetime

from pydantic import Field

from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.parts import PersonShape, Shape, person_shape, somebody_or_null
from proofroom.orders.models import Activity, Message
from proofroom.orders.sentences import quote_of, sentence_for


class MessageShape(Shape):
    """Something said in an order's thread."""

    id: int
    at: datetime
    author: PersonShape
    body: str
    internal: bool = Field(description="A note of the studio's own, never shown to customers.")


class Messages(Listed):
    """A page of messages, the oldest first."""

    items: list[MessageShape]


class ActivityShape(Shape):
    """Who did what when. Equal states mean that the order stayed where it was."""

    id: int
    at: datetime
    actor: PersonShape | None = Field(description="Null when it happened by itself.")
    action: str
    source: str = Field(description="The state before.")
    target: str = Field(description="The state after.")
    sentence: str
    quote: str = Field(description="What the person wrote with it; empty for nothing.")


class ActivityLines(Listed):
    """A page of activity, the oldest first."""

    items: list[ActivityShape]


def message_shape(message: Message) -> MessageShape:
    """A message as JSON; reads ``message.author``."""
    return MessageShape(
        id=message.pk, at=message.at, author=person_shape(message.author), body=message.body, internal=message.internal
    )


def activity_shape(entry: Activity, *, priced: bool) -> ActivityShape:
    """A line of activity as JSON; reads ``entry.actor``; ``priced`` as ``sentence_for`` takes it."""
    return ActivityShape(
        id=entry.pk,
        at=entry.at,
        actor=somebody_or_null(entry.actor),
        action=entry.action,
        source=entry.source,
        target=entry.target,
        sentence=sentence_for(entry, priced=priced),
        quote=quote_of(entry),
    )
