"""What a comment probably is, while it is being written."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.html.contexts.suggestion import HintPart, hint_on
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.orders.lifecycle.states import Action
from proofroom.returns.lifecycle import Keyword
from proofroom.workflow.waiting import can


@require_POST
@signed_in()
def suggestion(request: HttpRequest, number: str) -> HttpResponse:
    """Answers with the piece of the page alone, and keeps nothing; for those who may comment."""
    actor = actor_at(request)
    order = order_or_404(actor, number)
    if not can(actor, Action.COMMENT_AND_REOPEN):
        raise NotVisible
    picked = request.POST.get("keyword", "")
    keyword = Keyword(picked) if picked in set(Keyword) else None
    hint = hint_on(order, request.POST.get("comment", ""), keyword, clock.now())
    return page(request, "orders/parts/suggestion.html", HintPart(hint))
