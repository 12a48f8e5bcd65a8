"""The rework check: what changed between two versions of a picture (Row E3)."""

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router
from pydantic import Field

from proofroom.interfaces.access import actor_at, item_or_404, order_or_404
from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.review.rework.reading import Rework, reworks

router = Router(tags=["markings"], by_alias=True)


class AreaShape(Shape):
    """How much of one marking's area changed."""

    marking: int
    number: int
    changed: float = Field(description="From 0 to 1.")
    sentence: str


class ReworkShape(Shape):
    """The newest version against the one before it."""

    version: int
    before: int
    state: str = Field(description="pending, changed, same or unshown.")
    sentence: str
    changed: float | None = Field(description="Share of the picture, from 0 to 1.")
    outside: float | None = Field(description="Share of what lies outside all markings; null when none was open.")
    outside_sentence: str
    areas: list[AreaShape]
    heat: str | None = Field(description="Address of a transparent PNG of what changed.")


class ReworkAnswer(Shape):
    """Null where there is no earlier version to compare with."""

    rework: ReworkShape | None


@router.get("/orders/{order:number}/items/{int:item}/rework", response=ReworkAnswer)
def read_rework(request: HttpRequest, number: str, item: int) -> ReworkAnswer:
    """What changed in the newest version; the artist is told before delivering, the customer after."""
    actor = actor_at(request)
    found = item_or_404(order_or_404(actor, number), item)
    rework = reworks(actor, [found.pk]).get(found.pk)
    return ReworkAnswer(rework=_shape(number, rework) if rework else None)


def _shape(number: str, rework: Rework) -> ReworkShape:
    areas = [
        AreaShape(marking=each.marking, number=each.number, changed=each.share, sentence=each.sentence)
        for each in rework.areas
    ]
    return ReworkShape(
        version=rework.version,
        before=rework.before,
        state=rework.state,
        sentence=rework.sentence,
        changed=rework.changed,
        outside=rework.outside,
        outside_sentence=rework.outside_sentence,
        areas=areas,
        heat=reverse("heat", args=[number, rework.item, rework.version]) if rework.has_heat else None,
    )
