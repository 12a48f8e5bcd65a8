"""Pictures of an order, and the results that artists make of them."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404, person_at
from proofroom.interfaces.api.arriving import arriving
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.description import FILE_BODY
from proofroom.interfaces.api.shapes.items import (
    Items,
    ItemShape,
    VersionShape,
    item_shape,
    readable_items,
    version_shape,
)
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.commands.drafting import add_original
from proofroom.orders.commands.producing import put_result
from proofroom.orders.lifecycle.states import Role

router = Router(tags=["items"], by_alias=True)


@router.get("/orders/{order:number}/items", response=Items)
def list_items(request: HttpRequest, number: str, paging: Query[Paging]) -> Items:
    """The pictures of the order with their originals and versions."""
    actor = actor_at(request)
    page, following = page_of(readable_items(order_or_404(actor, number), actor), paging)
    return Items(items=[item_shape(item) for item in page], next=following)


@router.post("/orders/{order:number}/items", response={201: ItemShape}, openapi_extra=FILE_BODY)
def add_item(request: HttpRequest, number: str) -> HttpResponse:
    """One more original for a draft. The same bytes under the same name are the same picture."""
    actor = actor_at(request)
    order = order_or_404(actor, number)
    _check_role(actor, Role.CUSTOMER, "Originals are sent by the customer.")
    sent = arriving(request)

    def write() -> ItemShape:
        at = clock.now()
        item = add_original(order, sent.stored(request, at), at)
        return item_shape(readable_items(order, actor).get(pk=item.pk))

    return answer_once(request, sent.said, write, status=HTTPStatus.CREATED)


@router.post("/orders/{order:number}/items/{int:item}/versions", response={201: VersionShape}, openapi_extra=FILE_BODY)
def add_version(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """A result of the picture, staged until `deliver`; one that was staged before is replaced."""
    actor = actor_at(request)
    order = order_or_404(actor, number)
    picture = item_or_404(order, item)
    _check_role(actor, Role.ARTIST, "Results are sent by the artist who has the job.")
    sent = arriving(request)

    def write() -> VersionShape:
        at = clock.now()
        put_result(order, sent.stored(request, at), person_at(request), at, picture)
        staged = picture.versions.select_related("file__blob", "delivery").get(delivery=None)
        return version_shape(staged)

    return answer_once(request, sent.said, write, status=HTTPStatus.CREATED)


def _check_role(actor: Actor, role: Role, sentence: str) -> None:
    if actor.role != role:
        raise Refused("wrong_role", sentence)
