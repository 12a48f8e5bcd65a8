"""Rejected images: what was asked, what came back (Row A9)."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.interfaces.html.portions import portion_of
from proofroom.orders.queries import visible_orders
from proofroom.returns.lifecycle import ReturnState
from proofroom.returns.models import RejectedItem, Return

AT_ONCE = 24


@dataclass(frozen=True)
class Rejection:
    """One picture that was sent back."""

    name: str
    """The picture."""
    number: str
    """The order."""
    order_url: str
    """The order's page."""
    subject: Return
    """The return that it is part of."""
    state: str
    """How that return stands, in words."""
    comment: str
    """What was asked."""
    marked: int
    """How many places were marked."""
    rejected: Picture
    """The version that was sent back."""
    adjusted: Picture | None
    """What came back; None while it is being worked on."""
    adjusted_at: datetime | None
    """When it came back."""
    compare: str
    """Where before and after the rework lie over each other; empty while nothing came back."""


@dataclass(frozen=True)
class RejectedPage:
    """The page of Rejected images."""

    rejections: list[Rejection]
    """Newest first."""
    older: str
    """The query of the next portion; empty at the end."""
    newest: str
    """The query of the first portion; empty on it."""


def rejected_page(actor: Actor, asked: QueryDict) -> RejectedPage:
    """``asked``: ``before``, the last rejection of the portion shown before. Two queries."""
    rows = (
        RejectedItem.objects.filter(of__order__in=visible_orders(actor))
        .select_related("of__order", "item", "version__file__blob", "adjusted__file__blob", "adjusted__delivery")
        .prefetch_related("version__markings")
    )
    portion = portion_of(rows, asked, AT_ONCE)
    return RejectedPage([_rejection(each) for each in portion.rows], portion.older, portion.newest)


def _rejection(rejected: RejectedItem) -> Rejection:
    number, back = rejected.of.order.number, rejected.adjusted
    review = reverse("review_item", args=[number, rejected.item_id])
    return Rejection(
        name=rejected.item.name,
        number=number,
        order_url=reverse("order", args=[number]),
        subject=rejected.of,
        state=ReturnState(rejected.of.state).label,
        comment=rejected.comment or rejected.of.comment,
        marked=len(rejected.version.markings.all()),
        rejected=picture_of(number, rejected.version.file),
        adjusted=picture_of(number, back.file) if back else None,
        adjusted_at=back.delivery.at if back and back.delivery else None,
        compare=f"{review}?before={rejected.version.number}" if back else "",
    )
