"""The correction rate with the pictures behind it (Row B10)."""

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from proofroom.core import clock
from proofroom.interfaces.access import actor_at
from proofroom.interfaces.api.cursor import Listed, Paging, page_of
from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.orders.lifecycle.states import STAFF
from proofroom.orders.queries import visible_orders
from proofroom.returns.corrections import TOLERANCE, corrected_pictures, rate_of

router = Router(tags=["returns"], by_alias=True)


class Whose(Paging):
    """Of which orders; without any, all that this person may see."""

    account: int | None = None
    product: str | None = Field(None, max_length=50)
    artist: int | None = Field(None, description="For the studio; passed over otherwise.")


class CorrectedShape(Shape):
    """A picture that was corrected, with the newest return that says so."""

    order: str
    item: int
    name: str
    correction: str = Field(description="The return's number.")


class CorrectionRate(Listed):
    """Corrected pictures of those delivered in 365 days; corrections that name no picture count, and are not listed."""

    corrected: int
    delivered: int
    percent: float | None = Field(description="Null where nothing was delivered.")
    tolerance: int = Field(description="Percent that are normal.")
    items: list[CorrectedShape]


@router.get("/corrections", response=CorrectionRate)
def read_rate(request: HttpRequest, whose: Query[Whose]) -> CorrectionRate:
    """The rate, and the corrected pictures, the newest orders first."""
    actor, at = actor_at(request), clock.now()
    wanted = {"account": whose.account, "product__slug": whose.product}
    if actor.role in STAFF:
        wanted["artist"] = whose.artist
    orders = visible_orders(actor).filter(**{name: value for name, value in wanted.items() if value is not None})
    rate = rate_of(orders, at)
    page, following = page_of(corrected_pictures(orders, at).select_related("order"), whose, newest_first=True)
    return CorrectionRate(
        corrected=rate.corrected,
        delivered=rate.delivered,
        percent=rate.percent,
        tolerance=TOLERANCE,
        items=[
            CorrectedShape(order=each.order.number, item=each.pk, name=each.name, correction=vars(each)["correction"])
            for each in page
        ],
        next=following,
    )
