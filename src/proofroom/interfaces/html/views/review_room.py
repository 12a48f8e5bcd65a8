"""Before/After (Row A7): all pairs, and one pair in the comparing frame."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.html.contexts.action import trail_to, why_not
from proofroom.interfaces.html.contexts.order_files import items_of
from proofroom.interfaces.html.contexts.review_room import ReviewSheet, review_item
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order


@require_safe
@signed_in()
def sheet(request: HttpRequest, number: str) -> HttpResponse:
    """All pairs; ``?item=ID`` leads to one of them."""
    order = order_or_404(actor_at(request), number)
    if request.GET.get("item", "").isdecimal():
        return redirect("review_item", number, int(request.GET["item"][:18]))
    items = items_of(order)
    pairs = [item for item in items if item.versions]
    context = ReviewSheet(
        order=order,
        items=pairs,
        missing=len(items) - len(pairs),
        can_reject=_can_reject(request, order),
        reject=reverse("order_action", args=[number, Action.REJECT_IMAGES]),
        trail=trail_to(order, actor_at(request)),
    )
    return page(request, "orders/review.html", context)


@require_safe
@signed_in()
def pair(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """One pair; ``?before=2`` compares the newest version with the second instead of the original."""
    order = order_or_404(actor_at(request), number)
    pairs = [each for each in items_of(order) if each.versions]
    found = next((each for each in pairs if each.id == item), None)
    if found is None:
        raise NotVisible
    before, can_reject = request.GET.get("before", ""), _can_reject(request, order)
    return page(request, "orders/pair.html", review_item(order, pairs, found, before, can_reject=can_reject))


def _can_reject(request: HttpRequest, order: Order) -> bool:
    return not why_not(order, Action.REJECT_IMAGES, actor_at(request), clock.now())
