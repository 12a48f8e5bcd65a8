"""One order, for everybody who may see it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.html.contexts.order import Written, order_page
from proofroom.interfaces.html.kept_notes import kept_note
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.orders.commands.talking import mark_read
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order


@require_safe
@signed_in()
def order(request: HttpRequest, number: str) -> HttpResponse:
    """A draft is still a form and leads there. Whoever sees the page has read its messages."""
    found = order_or_404(actor_at(request), number)
    if found.state == State.DRAFT:
        return redirect("order_form", found.number)
    return show_order(request, found)


def show_order(request: HttpRequest, found: Order, body: str = "", wrong: str = "", status: int = 200) -> HttpResponse:
    """The order's page, with a message that could not be sent still in its form, and why."""
    reader = person_at(request)
    written = Written(body, wrong, kept_note(request, found))
    context = order_page(found, actor_at(request), reader, clock.now(), written)
    if context.new:
        mark_read(found, reader, max(each.id for each in context.thread))
    return page(request, "orders/order.html", context, status=status)
