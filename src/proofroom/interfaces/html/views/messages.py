"""Writing into an order's thread, and saying that nothing has to be written."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.core.errors import Invalid
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.html.pages import once_only, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.views.order import show_order
from proofroom.people.models import STAFF_ROLES
from proofroom.workflow.talk import leave_unanswered, speak


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in()
@once_only
def write(request: HttpRequest, number: str) -> HttpResponse:
    """``body``, and ``internal`` for a note of the studio's own. Only looked at, it leads to the thread."""
    order = order_or_404(actor_at(request), number)
    if request.method != "POST":
        return redirect(f"{reverse('order', args=[number])}#messages")
    body = request.POST.get("body", "")
    try:
        message = speak(order, person_at(request), body, clock.now(), internal="internal" in request.POST)
    except Invalid as wrong:
        return show_order(request, order, body, wrong.message, UNPROCESSABLE)
    return redirect(f"{reverse('order', args=[number])}#message-{message.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(*STAFF_ROLES)
@once_only
def noted(request: HttpRequest, number: str) -> HttpResponse:
    """What the customer wrote needs no answer and leaves the desk. Only looked at, it leads to the thread."""
    actor = actor_at(request)
    order = order_or_404(actor, number)
    if request.method != "POST":
        return redirect(f"{reverse('order', args=[number])}#messages")
    leave_unanswered(order, actor, clock.now())
    messages.success(request, "The message has left the desk. It stays in the order.")
    return redirect("desk")
