"""Redistributing an approved order (Row B7): look first, press then; and what came of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proofroom.core import clock
from proofroom.core.errors import Invalid, Refused
from proofroom.interfaces.access import actor_at, order_or_404, push_or_404
from proofroom.interfaces.html.contexts.push import push_page
from proofroom.interfaces.html.contexts.redistribution import redistribution_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import CONFLICT, UNPROCESSABLE
from proofroom.interfaces.html.views.actions import led_on
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.redistribution.links import revoke_links
from proofroom.redistribution.plan import Files
from proofroom.workflow.perform import perform
from proofroom.workflow.redistributing import try_again


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(Person.Role.CUSTOMER)
@once_only
def redistribute(request: HttpRequest, number: str) -> HttpResponse:
    """``destination`` and ``files`` choose; what would go where is shown. Sent, exactly that goes, or nothing."""
    order = order_or_404(actor_at(request), number)
    if request.method != "POST":
        return _shown(request, order, request.GET)
    said = {"destinations": _chosen(request.POST), "files": _files(request.POST)}
    try:
        perform(
            Action.REDISTRIBUTE, order, actor_at(request), clock.now(), edition=request.POST.get("edition", ""), **said
        )
    except Refused as refusal:
        status = UNPROCESSABLE if isinstance(refusal, Invalid) else CONFLICT
        return _shown(request, order, request.POST, refusal.message, status)
    led_on(request, order, Action.REDISTRIBUTE)
    return redirect("redistribute", order.number)


@require_safe
@signed_in(Person.Role.CUSTOMER)
def push(request: HttpRequest, number: str, push: int) -> HttpResponse:
    """The log of one destination, file by file."""
    actor = actor_at(request)
    return page(request, "orders/push.html", push_page(push_or_404(actor, number, push), actor, clock.now()))


@require_POST
@signed_in(Person.Role.CUSTOMER)
@once_only
def again(request: HttpRequest, number: str, push: int) -> HttpResponse:
    """Goes on now with what has not arrived."""
    try_again(push_or_404(actor_at(request), number, push), clock.now())
    messages.success(request, "It is tried again now, from where it stopped.")
    return redirect("push", number, push)


@require_POST
@signed_in(Person.Role.CUSTOMER)
@once_only
def revoke(request: HttpRequest, number: str, push: int) -> HttpResponse:
    """The links open nothing any more."""
    revoke_links(push_or_404(actor_at(request), number, push), clock.now())
    messages.success(request, "The links are revoked. Whoever opens one from now on sees nothing.")
    return redirect("push", number, push)


def _shown(request: HttpRequest, order: Order, given: QueryDict, wrong: str = "", status: int = 200) -> HttpResponse:
    context = redistribution_page(order, actor_at(request), clock.now(), _chosen(given), _files(given), wrong)
    return page(request, "orders/redistribute.html", context, status=status)


def _chosen(given: QueryDict) -> list[int]:
    return [int(each) for each in given.getlist("destination") if each.isdecimal() and len(each) < 19]  # noqa: PLR2004


def _files(given: QueryDict) -> Files:
    return Files.ALL if given.get("files") == Files.ALL else Files.MISSING
