"""The rejection that is being put together: every picture, what is marked on it, and one button for all (Row A8)."""

from dataclasses import dataclass

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.action import trail_to
from proofroom.interfaces.html.contexts.order_files import OrderItem
from proofroom.orders.models import Order
from proofroom.review.kinds import Kind
from proofroom.review.models import Marking
from proofroom.review.places import place_of
from proofroom.review.queries import rejection_of
from proofroom.review.verdicts import DRAWN


@dataclass(frozen=True)
class Marked:
    """One marking in words."""

    number: int
    """The one it wears on the picture."""
    sentence: str
    """What it is and where."""
    comment: str
    """What is wrong there; empty where nothing was said."""


@dataclass(frozen=True)
class Rejected:
    """A picture of the rejection."""

    item: OrderItem
    """The picture."""
    comment: str
    """What is wrong with the whole of it."""
    marked: list[Marked]
    """What is wrong at single places."""


@dataclass(frozen=True)
class RejectionPage:
    """The summary before it is sent."""

    order: Order
    """The order."""
    pictures: list[Rejected]
    """What would be sent back."""
    marked_only: list[OrderItem]
    """Pictures with markings that were not added to the rejection."""
    markings: int
    """How many markings would be sent."""
    comments: int
    """How many pictures and markings have words of their own."""
    comment: str
    """What goes for all pictures."""
    refusal: str
    """Why nothing can be rejected now; empty when it can."""
    wrong: str
    """Why what was sent just now was not taken; empty mostly."""
    judge: str
    """Where pictures are added and taken out."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


def rejection_page(order: Order, items: list[OrderItem], actor: Actor, refusal: str, wrong: str = "") -> RejectionPage:
    """Four queries beside those of ``items``."""
    stands, by_id = rejection_of(order), {item.id: item for item in items if item.versions}
    marked = _marked(order)
    added = [each for each in stands.pictures if each.item in by_id]
    pictures = [Rejected(by_id[each.item], each.comment, marked.get(each.item, [])) for each in added]
    chosen = {each.item for each in added}
    return RejectionPage(
        order=order,
        pictures=pictures,
        marked_only=[by_id[item] for item in marked if item not in chosen and item in by_id],
        markings=sum(len(each.marked) for each in pictures),
        comments=sum(bool(each.comment) + sum(bool(mark.comment) for mark in each.marked) for each in pictures),
        comment=stands.comment,
        refusal=refusal,
        wrong=wrong,
        judge=reverse("review_verdict", args=[order.number]),
        trail=[*trail_to(order, actor), ("Before/After", reverse("review", args=[order.number]))],
    )


def _marked(order: Order) -> dict[int, list[Marked]]:
    found: dict[int, list[Marked]] = {}
    for each in Marking.objects.filter(item__order=order, state__in=DRAWN).order_by("item__position", "number"):
        sentence = f"{Kind(each.kind).label}, {place_of(each.kind, each.geometry)}"
        found.setdefault(each.item_id, []).append(Marked(each.number, sentence, each.comment))
    return found
