"""Returns: listing, reading, and what is done to them."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, order_or_404, return_or_404
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.reading import object_of
from proofroom.interfaces.api.shapes.returns import (
    Attachments,
    Returns,
    ReturnShape,
    attachment_shape,
    in_full,
    return_shape,
)
from proofroom.interfaces.api.writing import answer_once
from proofroom.returns.attachments import attachments_aside
from proofroom.returns.lifecycle import ReturnState
from proofroom.returns.queries import visible_returns
from proofroom.workflow.desk import act_on_return

router = Router(tags=["returns"], by_alias=True)


class Filters(Paging):
    """Which returns, and which part of the list."""

    state: ReturnState | None = None


@router.get("/returns", response=Returns)
def list_returns(request: HttpRequest, filters: Query[Filters]) -> Returns:
    """The returns of the orders this person may see, the newest first."""
    actor = actor_at(request)
    rows = in_full(visible_returns(actor))
    if filters.state is not None:
        rows = rows.filter(state=filters.state)
    page, following = page_of(rows, filters, newest_first=True)
    return Returns(items=[return_shape(given, actor) for given in page], next=following)


@router.get("/returns/{return:number}", response=ReturnShape)
def read_return(request: HttpRequest, number: str) -> ReturnShape:
    """One return with its history."""
    actor = actor_at(request)
    return return_shape(return_or_404(actor, number), actor)


@router.get("/orders/{order:number}/attachments", response=Attachments)
def list_attachments(request: HttpRequest, number: str) -> Attachments:
    """The files that you have put aside for a comment on the order, by uploading them to ``NUMBER/attachments``."""
    actor = actor_at(request)
    aside = attachments_aside(order_or_404(actor, number), actor.person)
    return Attachments(items=[attachment_shape(each) for each in aside])


@router.post("/returns/{return:number}/actions/{slug:action}", response=ReturnShape, include_in_schema=False)
def act(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """Do the action; answers with the return as it is afterwards. ``description`` lists each action with its body."""
    actor, given = actor_at(request), object_of(request)
    subject = return_or_404(actor, number)

    def write() -> ReturnShape:
        return return_shape(act_on_return(action, subject, actor, clock.now(), **given), actor)

    return answer_once(request, given, write)
