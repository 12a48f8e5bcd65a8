"""A return as JSON."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from pydantic import Field

from proofroom.core.actor import Actor
from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.parts import (
    FileShape,
    MoneyShape,
    PersonShape,
    Shape,
    file_shape,
    money_shape,
    person_shape,
    somebody_or_null,
)
from proofroom.interfaces.api.shapes.suggestion import SuggestionShape, suggestion_shape
from proofroom.orders.queries import reads_prices
from proofroom.returns.lifecycle import ReturnState
from proofroom.returns.models import Attachment, Quote, RejectedItem, Return, ReturnEntry
from proofroom.returns.queries import may_read
from proofroom.returns.suggestion.recording import kept_suggestion


class QuoteShape(Shape):
    """What an amendment would cost; nothing is charged before it is approved."""

    price: MoneyShape | None = Field(description="Null for artists.")
    message: str
    state: str
    due_at: datetime | None = Field(description="The delivery time it promises.")
    expires_at: datetime


class RejectedShape(Shape):
    """A picture that came back: the version that was rejected, and the one that answered it."""

    item: int
    name: str
    comment: str
    version: int
    adjusted: int | None


class EntryShape(Shape):
    """One line of the return's history."""

    at: datetime
    actor: PersonShape | None
    action: str
    text: str
    attachments: list[FileShape]


class AttachmentShape(Shape):
    """A file that waits for the comment it goes with; ``id`` is what ``attachments`` of an action takes."""

    id: int
    file: FileShape


class Attachments(Shape):
    """All of them; one comment takes only so many."""

    items: list[AttachmentShape]


class ReturnShape(Shape):
    """What a customer asked to be changed, or wanted to say."""

    number: str
    order: str
    state: ReturnState
    keyword: str = Field(description="What the customer called it; empty when nothing was picked.")
    comment: str
    references: list[str]
    links: list[str]
    opened_by: PersonShape
    opened_at: datetime
    owner: PersonShape | None = Field(description="Whoever of the studio has taken it.")
    read_at: datetime | None
    decision: str = Field(description="What the studio decided; empty until then.")
    decided_at: datetime | None
    answer: str
    answered_at: datetime | None = Field(description="When the rework was delivered.")
    closed_at: datetime | None
    quotes: list[QuoteShape]
    rejected: list[RejectedShape]
    history: list[EntryShape]
    suggestion: SuggestionShape | None = Field(description="What the newest comment was read as.")


class Returns(Listed):
    """A page of returns, the newest first."""

    items: list[ReturnShape]


def in_full(returns: QuerySet[Return]) -> QuerySet[Return]:
    """With all that is shown of them, in a fixed number of queries."""
    return returns.prefetch_related(
        "quotes",
        "rejected__item",
        "rejected__version",
        "rejected__adjusted",
        "history__actor",
        "suggestions",
        "history__attachments__file__blob",
    )


def return_shape(given: Return, actor: Actor) -> ReturnShape:
    """A return as this person may read it, its thread too; comes from ``in_full``."""
    priced = reads_prices(actor.role)
    return ReturnShape(
        **_plain(given),
        order=given.order.number,
        opened_by=person_shape(given.opened_by),
        owner=somebody_or_null(given.owner),
        quotes=[_quote(quote, priced=priced) for quote in given.quotes.all()],
        rejected=[_rejected(rejected) for rejected in given.rejected.all()],
        history=[_entry(entry) for entry in given.history.all() if may_read(entry, actor)],
        suggestion=_suggested(given, priced=priced),
    )


def _plain(given: Return) -> dict[str, Any]:
    told_apart = {"order", "opened_by", "owner", "quotes", "rejected", "history", "suggestion"}
    return {name: getattr(given, name) for name in ReturnShape.model_fields if name not in told_apart}


def _suggested(given: Return, *, priced: bool) -> SuggestionShape | None:
    kept = list(given.suggestions.all())
    return suggestion_shape(kept_suggestion(kept[-1], given.order), priced=priced) if kept else None


def _quote(quote: Quote, *, priced: bool) -> QuoteShape:
    return QuoteShape(
        price=money_shape(quote.money) if priced else None,
        message=quote.message,
        state=quote.state,
        due_at=quote.due_at,
        expires_at=quote.expires_at,
    )


def _rejected(rejected: RejectedItem) -> RejectedShape:
    return RejectedShape(
        item=rejected.item_id,
        name=rejected.item.name,
        comment=rejected.comment,
        version=rejected.version.number,
        adjusted=rejected.adjusted.number if rejected.adjusted else None,
    )


def _entry(entry: ReturnEntry) -> EntryShape:
    return EntryShape(
        at=entry.at,
        actor=somebody_or_null(entry.actor),
        action=entry.action,
        text=entry.text,
        attachments=[file_shape(attached.file) for attached in entry.attachments.all()],
    )


def attachment_shape(attached: Attachment) -> AttachmentShape:
    """A file put aside, as JSON."""
    return AttachmentShape(id=attached.pk, file=file_shape(attached.file))
