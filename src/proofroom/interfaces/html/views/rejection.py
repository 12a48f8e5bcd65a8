"""Putting a rejection together, and sending it as one return (Row A8)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.html.contexts.action import why_not
from proofroom.interfaces.html.contexts.order_files import items_of
from proofroom.interfaces.html.contexts.rejection import rejection_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.views.actions import led_on
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Item, Order
from proofroom.people.models import Person
from proofroom.review.commands.judging import find_right, find_wrong, undecide
from proofroom.review.commands.rejecting import say_generally
from proofroom.workflow.perform import perform


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(Person.Role.CUSTOMER)
@once_only
def rejection(request: HttpRequest, number: str) -> HttpResponse:
    """The summary. Sent, every picture of it goes back to production with its comments and markings."""
    order = order_or_404(actor_at(request), number)
    if request.method != "POST":
        return _shown(request, order)
    try:
        _keep_words(request, order)
        perform(Action.REJECT_IMAGES, order, actor_at(request), clock.now())
    except Refused as refusal:
        return _shown(request, order, refusal.message)
    return led_on(request, order, Action.REJECT_IMAGES)


@require_POST
@signed_in(Person.Role.CUSTOMER)
def judge(request: HttpRequest, number: str) -> HttpResponse:
    """``do``: wrong, right or undecided, for the pictures of ``items``; ``then`` names the page to go on to."""
    actor = actor_at(request)
    order = order_or_404(actor, number)
    chosen = _chosen(order, request.POST)
    match request.POST.get("do", ""):
        case "wrong":
            find_wrong(chosen, actor, clock.now(), request.POST.get("comment"))
        case "right":
            find_right(order, [item.pk for item in chosen], actor, clock.now())
        case "undecided":
            undecide(chosen, actor)
        case _:
            raise NotVisible
    if not chosen:
        messages.error(request, "No picture was chosen. Tick one first.")
    return _led(order, request.POST.get("then", ""))


def _chosen(order: Order, sent: QueryDict) -> list[Item]:
    wanted = [int(item) for item in sent.getlist("items") if item.isdecimal() and len(item) < 19]  # noqa: PLR2004
    return list(order.items.filter(pk__in=wanted).select_related("order"))


def _led(order: Order, then: str) -> HttpResponse:
    """To the picture of that number, to the rejection, or to the contact sheet."""
    if then.isdecimal():
        return redirect("review_item", order.number, int(then[:18]))
    return redirect("rejection" if then == "rejection" else "review", order.number)


def _keep_words(request: HttpRequest, order: Order) -> None:
    """What was typed is kept even when sending is refused."""
    actor, at = actor_at(request), clock.now()
    say_generally(order, actor, request.POST.get("comment", ""), at)
    for item in order.items.filter(to_reject__isnull=False).select_related("order"):
        find_wrong([item], actor, at, request.POST.get(f"comment-{item.pk}"))


def _shown(request: HttpRequest, order: Order, wrong: str = "") -> HttpResponse:
    actor = actor_at(request)
    refusal = why_not(order, Action.REJECT_IMAGES, actor, clock.now())
    context = rejection_page(order, items_of(order), actor, refusal, wrong)
    return page(request, "orders/rejection.html", context, status=UNPROCESSABLE if wrong else 200)
