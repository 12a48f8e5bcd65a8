"""The artist's board: claim a job, see what is due."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.html.action_words import WORDS
from proofroom.interfaces.html.contexts.board import board_of
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.orders.lifecycle.states import Action
from proofroom.people.models import Person
from proofroom.workflow.perform import perform


@require_safe
@signed_in(Person.Role.ARTIST)
def board(request: HttpRequest) -> HttpResponse:
    """``/board/``."""
    return page(request, "studio/board.html", board_of(actor_at(request), person_at(request), clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(Person.Role.ARTIST)
@once_only
def claim(request: HttpRequest, number: str) -> HttpResponse:
    """Takes the job, or says kindly that it is gone.

    A number that never existed gets the same answer as a job that somebody else has taken, so nobody learns which.
    Asked for without being sent, it leads to the board: the way back from a refusal.
    """
    if request.method != "POST":
        return redirect("board")
    actor = actor_at(request)
    try:
        perform(Action.CLAIM, order_or_404(actor, number), actor, clock.now())
    except NotVisible:
        sentence = "This job is not open any more: the order has moved on, most likely to a faster artist."
        raise Refused("moved_on", f"{sentence} Nothing was changed for you.") from None
    messages.success(request, WORDS[Action.CLAIM].done)
    return redirect("order", number)
