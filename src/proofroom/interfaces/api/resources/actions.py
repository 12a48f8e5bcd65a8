"""What can be done to an order, and doing it: one endpoint for every action of the table (Row E4)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.reading import object_of
from proofroom.interfaces.api.shapes.orders import OrderShape, order_shape
from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.lifecycle.engine import Offer
from proofroom.orders.lifecycle.states import Action
from proofroom.workflow.inputs import input_of
from proofroom.workflow.perform import offers_for, perform

router = Router(tags=["actions"], by_alias=True)


class ReasonShape(Shape):
    """What stands in the way: the same code and sentence as the refusal would have."""

    code: str
    sentence: str


class OfferShape(Shape):
    """An action of this person in this state."""

    action: Action
    possible: bool
    reason: ReasonShape | None = Field(description="Why it cannot be done now; null when it can.")
    address: str = Field(description="Where to POST it.")
    input: dict[str, Any] = Field(description="JSON Schema of the body.")


class Offers(Listed):
    """All offers at once; there is never a next page."""

    items: list[OfferShape]


@router.get("/orders/{order:number}/actions", response=Offers)
def list_actions(request: HttpRequest, number: str) -> Offers:
    """What this person could do to the order now, each with the reason why not where something stands in the way."""
    actor = actor_at(request)
    offers = offers_for(order_or_404(actor, number), actor, clock.now())
    return Offers(items=[_offer_shape(offer, request.path) for offer in offers], next=None)


@router.post("/orders/{order:number}/actions/{slug:action}", response=OrderShape, include_in_schema=False)
def act(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """Do the action; answers with the order as it is afterwards. ``description`` lists each action with its body."""
    actor, given = actor_at(request), object_of(request)
    order = order_or_404(actor, number)

    def write() -> OrderShape:
        at = clock.now()
        return order_shape(perform(action, order, actor, at, **given), actor, at)

    return answer_once(request, given, write)


def _offer_shape(offer: Offer, path: str) -> OfferShape:
    reason = ReasonShape(code=offer.reason.code, sentence=offer.reason.sentence) if offer.reason else None
    return OfferShape(
        action=offer.action,
        possible=reason is None,
        reason=reason,
        address=f"{path}/{offer.action}",
        input=input_of(offer.action).model_json_schema(),
    )
