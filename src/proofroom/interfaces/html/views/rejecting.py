"""Reject image: one picture, what is wrong with it, and where (Row A8)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.html.contexts.action import why_not
from proofroom.interfaces.html.contexts.order_files import OrderItem, items_of
from proofroom.interfaces.html.contexts.rejecting import RejectForm, reject_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.views.actions import led_on
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.workflow.perform import perform


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(Person.Role.CUSTOMER)
@once_only
def reject(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """The marker page; sent, the picture goes back to production with comment and marking."""
    order = order_or_404(actor_at(request), number)
    found = next((each for each in items_of(order) if each.id == item and each.versions), None)
    if found is None:
        raise NotVisible
    form = RejectForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        perform(Action.REJECT_IMAGES, order, actor_at(request), clock.now(), items=[form.given(found.id)])
        return led_on(request, order, Action.REJECT_IMAGES)
    return _shown(request, order, found, form)


def _shown(request: HttpRequest, order: Order, item: OrderItem, form: RejectForm) -> HttpResponse:
    refusal = why_not(order, Action.REJECT_IMAGES, actor_at(request), clock.now())
    context = reject_page(order, item, form, refusal)
    return page(request, "orders/reject.html", context, status=UNPROCESSABLE if form.is_bound else 200)
