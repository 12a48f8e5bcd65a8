"""The artist's side of an order in production: originals, results, and what is missing before delivery (Row C8)."""

from dataclasses import dataclass

from django.urls import reverse

from proofroom.interfaces.html.contexts.offers import Button
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.orders.models import Item, Order, Version
from proofroom.returns.models import RejectedItem, Return
from proofroom.returns.queries import work_return
from proofroom.review.rework.reading import Rework, staged_reworks


@dataclass(frozen=True)
class Place:
    """An original and the result that is staged for it."""

    id: int
    """The item's number."""
    position: int
    """Its place in the order."""
    original: Picture
    """What the customer gave."""
    result: Picture | None
    """What is staged; None while nothing is."""
    settled: bool
    """Delivered and not rejected: it needs no new result."""
    asked: str
    """What the customer wrote when rejecting it."""
    rework: Rework | None
    """What the staged result changed against the version before; None for a first version."""


@dataclass(frozen=True)
class Loose:
    """A result whose name matches no original."""

    id: int
    """Its number."""
    picture: Picture
    """The file."""


@dataclass(frozen=True)
class Production:
    """Everything of the production area."""

    places: list[Place]
    """One for each original."""
    loose: list[Loose]
    """What has to be matched by hand."""
    matched: int
    """How many results are staged."""
    needed: int
    """How many pictures need a result before delivery."""
    asked: Return | None
    """The return that is being worked on, with its comment."""
    target: str
    """What the upload piece sends results to."""
    upload: str
    """Where the form without script sends them."""
    match: str
    """Where a loose result is matched."""
    remove: str
    """Where a result is taken back."""
    deliver: Button
    """Deliver now, with the reason while it is not possible."""


def production_of(order: Order, deliver: Button) -> Production:
    """Eight queries, however many pictures."""
    staged = {
        version.item_id: version
        for version in Version.objects.filter(item__order=order, delivery=None).select_related("file__blob")
    }
    asked = work_return(order)
    comments = dict(RejectedItem.objects.filter(of=asked).values_list("item_id", "comment")) if asked else {}
    items = list(order.items.select_related("original__blob"))
    checked = staged_reworks(order) if asked else {}
    return Production(
        places=[
            _place(order, item, staged.get(item.pk), comments.get(item.pk, ""), checked.get(item.pk)) for item in items
        ],
        loose=[
            Loose(each.pk, picture_of(order.number, each.file))
            for each in order.loose_results.select_related("file__blob").order_by("id")
        ],
        matched=len(staged),
        needed=sum(not item.settled for item in items),
        asked=asked,
        target=f"{order.number}/results",
        upload=reverse("order_results", args=[order.number]),
        match=reverse("match_result", args=[order.number]),
        remove=reverse("remove_result", args=[order.number]),
        deliver=deliver,
    )


def _place(order: Order, item: Item, version: Version | None, asked: str, rework: Rework | None) -> Place:
    return Place(
        id=item.pk,
        position=item.position,
        original=picture_of(order.number, item.original),
        result=picture_of(order.number, version.file) if version else None,
        settled=item.settled and version is None,
        asked=asked,
        rework=rework,
    )
