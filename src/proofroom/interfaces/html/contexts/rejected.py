"""Rejected images: what was asked, what came back (Row A9)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.asked import Asked, AskedMark
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.interfaces.html.portions import portion_of
from proofroom.orders.lifecycle.states import Role, State
from proofroom.orders.queries import visible_orders
from proofroom.returns.lifecycle import ReturnState
from proofroom.returns.models import RejectedItem, Return
from proofroom.review.rework.reading import Rework, reworks

AT_ONCE = 24
STAGES, CLOSED = ["Asked", "In work", "Adjusted"], ["Asked", "Closed"]


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
    stage: str
    """Asked, In work, Adjusted, or Closed."""
    stages: list[str]
    """All stages it can go through, in their order."""
    comment: str
    """What was asked."""
    marks: list[AskedMark]
    """The places that were marked, each with its words and its answer."""
    drawn: str
    """Where the same places are drawn, to lay over the rejected version; empty where nothing is marked."""
    original: Picture
    """What the customer gave."""
    rejected: Picture
    """The version that was sent back."""
    adjusted: Picture | None
    """What came back; None while it is being worked on."""
    came_back: int
    """The version that came back, by its number within the database; 0 while none did."""
    adjusted_at: datetime | None
    """When it came back."""
    compare: str
    """Where before and after the rework lie over each other; empty while nothing came back."""
    rework: Rework | None
    """What the rework check found between the two; None while nothing came back, or nothing was compared."""
    item: int
    """The picture's number within the database."""
    judge: str
    """Where it is accepted or rejected again; empty where that is not the reader's to say, or not now."""
    package: str
    """Where all pictures of this return that came back are downloaded as one ZIP; empty while none did."""


@dataclass(frozen=True)
class RejectedPage:
    """The page of Rejected images."""

    rejections: list[Rejection]
    """Newest first."""
    together: str
    """Where all that came back of these is one ZIP; empty while nothing did."""
    older: str
    """The query of the next portion; empty at the end."""
    newest: str
    """The query of the first portion; empty on it."""


def rejected_page(actor: Actor, asked: QueryDict) -> RejectedPage:
    """``asked``: ``before``, the last rejection of the portion shown before. Five queries, however many there are."""
    rows = (
        RejectedItem.objects.filter(of__order__in=visible_orders(actor))
        .select_related("of__order", "item__original__blob", "version__file__blob")
        .select_related("adjusted__file__blob", "adjusted__delivery")
    )
    portion = portion_of(rows, asked, AT_ONCE)
    found = list(portion.rows)
    asked_of = Asked(actor, found)
    checked = reworks(actor, [each.item_id for each in found])
    back = _came_back(found)
    judges = actor.role == Role.CUSTOMER
    rejections = [_rejection(each, asked_of, checked, back, judges=judges) for each in found]
    return RejectedPage(rejections, _together(rejections), portion.older, portion.newest)


def _together(rejections: list[Rejection]) -> str:
    back = [each.came_back for each in rejections if each.came_back]
    return f"{reverse('returned_package')}?{urlencode({'version': back}, doseq=True)}" if back else ""


def _rejection(
    rejected: RejectedItem, asked: Asked, checked: dict[int, Rework], returned: dict[int, list[int]], *, judges: bool
) -> Rejection:
    number, back = rejected.of.order.number, rejected.adjusted
    review, rework = reverse("review_item", args=[number, rejected.item_id]), checked.get(rejected.item_id)
    items = urlencode({"item": returned.get(rejected.of_id, [])}, doseq=True)
    return Rejection(
        name=rejected.item.name,
        number=number,
        order_url=reverse("order", args=[number]),
        subject=rejected.of,
        state=ReturnState(rejected.of.state).label,
        stage=_stage(rejected),
        stages=CLOSED if _stage(rejected) == CLOSED[-1] else STAGES,
        comment=rejected.comment or rejected.of.comment,
        marks=asked.marks(rejected),
        drawn=asked.drawn(rejected),
        original=picture_of(number, rejected.item.original),
        rejected=picture_of(number, rejected.version.file),
        adjusted=picture_of(number, back.file) if back else None,
        came_back=back.pk if back else 0,
        adjusted_at=back.delivery.at if back and back.delivery else None,
        compare=f"{review}?before={rejected.version.number}" if back else "",
        rework=rework if rework and back and rework.version == back.number else None,
        item=rejected.item_id,
        judge=reverse("review_verdict", args=[number])
        if judges and back and rejected.of.order.state == State.DELIVERED
        else "",
        package=f"{reverse('order_package', args=[number])}?{items}" if items else "",
    )


def _stage(rejected: RejectedItem) -> str:
    if rejected.adjusted_id is not None:
        return "Adjusted"
    if rejected.of.closed_at is not None or rejected.part == RejectedItem.Part.LEFT:
        return "Closed"
    return "In work" if rejected.of.state == ReturnState.IN_WORK else "Asked"


def _came_back(rejections: list[RejectedItem]) -> dict[int, list[int]]:
    """The pictures of each return that came back, on whichever portion they stand."""
    found: dict[int, list[int]] = defaultdict(list)
    returns = {each.of_id for each in rejections}
    rows = RejectedItem.objects.filter(of__in=returns).exclude(adjusted=None).values_list("of", "item").distinct()
    for subject, item in rows.order_by("of", "item"):
        found[subject].append(item)
    return found
