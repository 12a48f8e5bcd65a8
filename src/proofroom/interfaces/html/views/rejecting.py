"""Reject image: one picture, what is wrong with it, and where (Row A8)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.html.contexts.rejecting import RejectForm
from proofroom.interfaces.html.contexts.review_room import Opened
from proofroom.interfaces.html.pages import once_only, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.views.actions import led_on
from proofroom.interfaces.html.views.review_room import room
from proofroom.orders.lifecycle.states import Action
from proofroom.people.models import Person
from proofroom.workflow.perform import perform


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(Person.Role.CUSTOMER)
@once_only
def reject(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """The marker: the light table with the pencil in hand. Sent, the picture goes back with comment and markings."""
    order = order_or_404(actor_at(request), number)
    form = RejectForm(request.POST if request.method == "POST" else None)
    shown = room(
        request, order, item, Opened(request.GET, form, tool="pencil"), UNPROCESSABLE if form.is_bound else 200
    )
    if request.method == "POST" and form.is_valid():
        perform(Action.REJECT_IMAGES, order, actor_at(request), clock.now(), items=[form.given(item)])
        return led_on(request, order, Action.REJECT_IMAGES)
    return shown
