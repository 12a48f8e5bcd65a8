"""The rejection an account is putting together, kept here until ``reject_images`` sends it (Row A8)."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404
from proofroom.interfaces.api.shapes.rejection import GeneralComment, PictureComment, RejectionShape, rejection_shape
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Order
from proofroom.review.commands.rejecting import add_picture, say_generally, take_out
from proofroom.review.queries import rejection_of

router = Router(tags=["rejection"], by_alias=True)
OF_ORDER = "/orders/{order:number}/rejection"


@router.get(OF_ORDER, response=RejectionShape)
def read_rejection(request: HttpRequest, number: str) -> RejectionShape:
    """What would be sent, and what is missing. It exists for the account's people alone."""
    return rejection_shape(rejection_of(_order(actor_at(request), number)))


@router.patch(OF_ORDER, response=RejectionShape)
def comment_rejection(request: HttpRequest, number: str, said: GeneralComment) -> HttpResponse:
    """The general comment."""
    actor = actor_at(request)
    order = _order(actor, number)

    def write() -> RejectionShape:
        say_generally(order, actor, said.comment, clock.now())
        return rejection_shape(rejection_of(order))

    return answer_once(request, said.model_dump(), write)


@router.put(OF_ORDER + "/items/{int:item}", response=RejectionShape)
def add_to_rejection(request: HttpRequest, number: str, item: int, said: PictureComment) -> HttpResponse:
    """Adds a picture, or changes the comment on it."""
    actor = actor_at(request)
    order = _order(actor, number)
    found = item_or_404(order, item)

    def write() -> RejectionShape:
        add_picture(found, actor, clock.now(), said.comment)
        return rejection_shape(rejection_of(order))

    return answer_once(request, said.model_dump(), write)


@router.delete(OF_ORDER + "/items/{int:item}", response=RejectionShape)
def take_out_of_rejection(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """Takes a picture out; what is marked on it stays as drafts."""
    actor = actor_at(request)
    order = _order(actor, number)
    found = item_or_404(order, item)

    def write() -> RejectionShape:
        take_out(found, actor)
        return rejection_shape(rejection_of(order))

    return answer_once(request, None, write)


def _order(actor: Actor, number: str) -> Order:
    order = order_or_404(actor, number)
    if actor.role != Role.CUSTOMER:
        raise NotVisible
    return order
