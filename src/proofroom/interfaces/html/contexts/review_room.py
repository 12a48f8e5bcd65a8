"""Before and after, picture by picture (Row A7)."""

from dataclasses import dataclass

from django.urls import reverse

from proofroom.interfaces.html.contexts.order_files import OrderItem
from proofroom.interfaces.html.contexts.pictures import Picture
from proofroom.orders.models import Order


@dataclass(frozen=True)
class ReviewSheet:
    """All pairs of an order."""

    order: Order
    """The order."""
    items: list[OrderItem]
    """Pictures with at least one delivered result."""
    missing: int
    """How many pictures have none yet."""
    can_reject: bool
    """The table offers rejecting now."""
    reject: str
    """Where several are rejected in one go."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


@dataclass(frozen=True)
class Side:
    """One half of the comparing frame."""

    label: str
    """``Original``, or ``Version 2``."""
    picture: Picture
    """The file."""


@dataclass(frozen=True)
class ReviewItem:
    """One picture in the comparing frame."""

    order: Order
    """The order."""
    item: OrderItem
    """The picture."""
    before: Side
    """The left half: the original, or an earlier version."""
    after: Side
    """The right half: the newest delivered version."""
    others: list[tuple[str, str]]
    """What else the result can be compared with: words and address."""
    place: int
    """Which of the pairs it is, from 1."""
    count: int
    """How many pairs there are."""
    previous: str
    """The address of the pair before; empty at the first."""
    following: str
    """The address of the pair after; empty at the last."""
    reject: str
    """Where this picture is rejected; empty when that is not possible now."""
    neighbours: list[OrderItem]
    """The pairs around this one, for the strip below."""


AROUND = 4


def review_item(order: Order, pairs: list[OrderItem], item: OrderItem, before: str, *, can_reject: bool) -> ReviewItem:
    """``before``: the number of an earlier version to compare with; anything else means the original."""
    place = pairs.index(item)
    sides = [Side("Original", item.original)]
    sides += [Side(f"Version {each.number}", each.picture) for each in reversed(item.versions)]
    left = next((side for side in sides[1:-1] if side.label == f"Version {before}"), sides[0])
    start = max(0, min(place - AROUND, len(pairs) - 2 * AROUND - 1))
    return ReviewItem(
        order=order,
        item=item,
        before=left,
        after=sides[-1],
        others=[(side.label, _compared(item, side)) for side in sides[:-1] if side is not left],
        place=place + 1,
        count=len(pairs),
        previous=pairs[place - 1].review if place else "",
        following=pairs[place + 1].review if place + 1 < len(pairs) else "",
        reject=reverse("reject_item", args=[order.number, item.id]) if can_reject else "",
        neighbours=pairs[start : start + 2 * AROUND + 1],
    )


def _compared(item: OrderItem, side: Side) -> str:
    number = side.label.removeprefix("Version ")
    return f"{item.review}?before={number}" if number.isdecimal() else item.review
