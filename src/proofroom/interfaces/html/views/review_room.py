"""Before/After (Row A7): the contact sheet, and one pair on the light table."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.downloads.packages import selected_query
from proofroom.interfaces.html.contexts.action import trail_to, why_not
from proofroom.interfaces.html.contexts.order_files import OrderItem, items_of
from proofroom.interfaces.html.contexts.rejecting import RejectForm
from proofroom.interfaces.html.contexts.review_room import Opened, review_item
from proofroom.interfaces.html.contexts.review_sheet import review_sheet
from proofroom.interfaces.html.contexts.room_data import Reader
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.orders.lifecycle.states import STAFF, Action, Role
from proofroom.orders.models import Order
from proofroom.review.rework.reading import reworks
from proofroom.review.verdicts import verdicts_of


@require_safe
@signed_in()
def sheet(request: HttpRequest, number: str) -> HttpResponse:
    """All pairs; ``?item=ID`` leads to one of them."""
    order = order_or_404(actor_at(request), number)
    if request.GET.get("item", "").isdecimal():
        return redirect("review_item", number, int(request.GET["item"][:18]))
    items = items_of(order)
    context = review_sheet(order, items, reader_of(request, order, items), trail_to(order, actor_at(request)))
    return page(request, "orders/review.html", context)


@require_POST
@signed_in()
def take(request: HttpRequest, number: str) -> HttpResponse:
    """To the package of the selected pictures, which says so when there is none (Row E1).

    By POST, because two thousand numbers are more than an address may hold; this leads on to a short one.
    """
    order = order_or_404(actor_at(request), number)
    chosen = (request.POST.getlist("items"), request.POST.getlist("through"))
    query = selected_query(order, person_at(request), *chosen, clock.now())
    return redirect(f"{reverse('order_package', args=[order.number])}?{query}")


@require_safe
@signed_in()
def pair(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """One pair; ``?before=1&after=2`` compares any two versions."""
    order = order_or_404(actor_at(request), number)
    return room(request, order, item, Opened(request.GET, RejectForm()))


def room(request: HttpRequest, order: Order, item: int, opened: Opened, status: int = 200) -> HttpResponse:
    """The light table. Raises NotVisible for a picture of which nothing was delivered."""
    items = items_of(order)
    pairs = [each for each in items if each.versions]
    found = next((each for each in pairs if each.id == item), None)
    if found is None:
        raise NotVisible
    context = review_item(order, pairs, found, opened, reader_of(request, order, items))
    return page(request, "orders/pair.html", context, status=status)


def reader_of(request: HttpRequest, order: Order, items: list[OrderItem]) -> Reader:
    """Customers and staff mark, artists and staff answer; rejecting is what the table says."""
    actor = actor_at(request)
    refusal = why_not(order, Action.REJECT_IMAGES, actor, clock.now())
    answers = actor.role in STAFF | {Role.ARTIST}
    verdicts = verdicts_of(order, actor, {item.id for item in items if item.rejected})
    compared = [item.id for item in items if len(item.versions) > 1]
    marks = actor.role in STAFF or (actor.role == Role.CUSTOMER and not refusal)
    return Reader(person_at(request).name, refusal, marks, answers, verdicts, reworks(actor, compared))
