"""Returns: what customers sent back or wanted to say, and what became of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, return_or_404
from proofroom.interfaces.html.contexts.returns import return_page, returns_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.people.models import STAFF_ROLES
from proofroom.returns.lifecycle import ReturnAction
from proofroom.workflow.desk import act_on_return

DONE = {
    ReturnAction.READ: "The customer has been told that you have read it.",
    ReturnAction.TAKE: "The return is yours.",
}


@require_safe
@signed_in()
def return_list(request: HttpRequest) -> HttpResponse:
    """``/returns/``: those of the orders the reader may see; the open ones unless all are asked for."""
    return page(request, "studio/returns.html", returns_page(actor_at(request), request.GET))


@require_safe
@signed_in()
def return_detail(request: HttpRequest, number: str) -> HttpResponse:
    """``/returns/NUMBER/``."""
    actor = actor_at(request)
    return page(request, "studio/return.html", return_page(return_or_404(actor, number), actor, clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(*STAFF_ROLES)
@once_only
def return_action(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """Read or take; what decides the return is an action of its order. Asked for without being sent, it leads there."""
    if action not in DONE:
        raise NotVisible
    if request.method != "POST":
        return redirect("return", number)
    actor = actor_at(request)
    act_on_return(action, return_or_404(actor, number), actor, clock.now())
    messages.success(request, DONE[ReturnAction(action)])
    return redirect("return", number)
