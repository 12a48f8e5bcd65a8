"""What a comment on an order probably is, before it is sent (Row E2)."""

from django.http import HttpRequest
from ninja import Router

from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.api.shapes.suggestion import Comment, SuggestionShape, suggestion_shape
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.queries import reads_prices
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.suggestion.reading import suggestion_for
from proofroom.workflow.waiting import can

router = Router(tags=["returns"], by_alias=True)


@router.post("/orders/{order:number}/suggestion", response=SuggestionShape)
def read_suggestion(request: HttpRequest, number: str, said: Comment) -> SuggestionShape:
    """Reads the comment against the order's specification and keeps nothing. It exists for those who may comment."""
    actor = actor_at(request)
    order = order_or_404(actor, number)
    if not can(actor, Action.COMMENT_AND_REOPEN):
        raise NotVisible
    found = suggestion_for(order, said.comment, Keyword(said.keyword) if said.keyword else None)
    return suggestion_shape(found, priced=reads_prices(actor.role))
