"""Every action of the table, on one kind of page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.core.errors import Invalid, NotVisible
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.html.action_forms import ActionForm, form_for
from proofroom.interfaces.html.action_words import WORDS
from proofroom.interfaces.html.contexts.action import action_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.people.zones import zone_of
from proofroom.workflow.perform import perform


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in()
@once_only
def act(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Shown: what will happen, and what has to be said for it. Sent: it is done. Times are of the person's own zone."""
    order, action = order_or_404(actor_at(request), number), _named(name)
    with timezone.override(zone_of(person_at(request))):
        if request.method == "POST":
            return _done(request, order, action)
        return _shown(request, order, action)


def led_on(request: HttpRequest, order: Order, action: Action) -> HttpResponse:
    """After an action: its sentence, and the order; the list where the order is no longer to be looked at."""
    messages.success(request, WORDS[action].done)
    return redirect("order_list") if action is Action.DISCARD else redirect("order", order.number)


def _done(request: HttpRequest, order: Order, action: Action) -> HttpResponse:
    form = form_for(action, order, request.POST)
    if not form.is_valid():
        return _shown(request, order, action, form)
    try:
        perform(action, order, actor_at(request), clock.now(), **form.given())
    except Invalid as wrong:
        form.note(wrong.fields or {"": wrong.message})
        return _shown(request, order, action, form)
    return led_on(request, order, action)


def _shown(request: HttpRequest, order: Order, action: Action, form: ActionForm | None = None) -> HttpResponse:
    context = action_page(order, action, actor_at(request), person_at(request), clock.now(), form)
    return page(request, "orders/action.html", context, status=UNPROCESSABLE if form else 200)


def _named(name: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        raise NotVisible from None
