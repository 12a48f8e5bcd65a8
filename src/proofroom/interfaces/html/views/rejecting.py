"""Reject image: one picture, what is wrong with it, and where (Row A8)."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404
from proofroom.interfaces.html.contexts.action import why_not
from proofroom.interfaces.html.contexts.rejecting import RejectForm
from proofroom.interfaces.html.contexts.review_room import Opened
from proofroom.interfaces.html.pages import once_only, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.views.review_room import room
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Item, Order
from proofroom.people.models import Person
from proofroom.review.commands.drawing import draw
from proofroom.review.commands.judging import find_wrong


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(Person.Role.CUSTOMER)
@once_only
def reject(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """The marker: the light table with the pencil in hand. Sent without script, the picture joins the rejection."""
    order = order_or_404(actor_at(request), number)
    form = RejectForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _add(order, item_or_404(order, item), actor_at(request), form)
        return redirect("rejection", number)
    opened = Opened(request.GET, form, tool="pencil")
    return room(request, order, item, opened, UNPROCESSABLE if form.is_bound else 200)


@transaction.atomic
def _add(order: Order, item: Item, actor: Actor, form: RejectForm) -> None:
    """As the room does it with script: the words to the picture, or to the area that is marked in numbers."""
    at = clock.now()
    if refusal := why_not(order, Action.REJECT_IMAGES, actor, at):
        raise Refused("not_now", refusal)
    area = form.area()
    find_wrong([item], actor, at, None if area else form.cleaned_data["comment"])
    if area:
        draw(item, actor, area, at)
