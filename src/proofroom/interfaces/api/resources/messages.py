"""The thread of an order."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.shapes.talk import Messages, MessageShape, message_shape
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.commands.talking import LONGEST_MESSAGE
from proofroom.orders.queries import readable_messages
from proofroom.workflow.talk import speak

router = Router(tags=["messages"], by_alias=True)


class NewMessage(BaseModel):
    """A new message; ``internal`` ones are notes between the studio's people."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    body: str = Field(min_length=1, max_length=LONGEST_MESSAGE)
    internal: StrictBool = False


@router.get("/orders/{order:number}/messages", response=Messages)
def list_messages(request: HttpRequest, number: str, paging: Query[Paging]) -> Messages:
    """The thread, the oldest message first. Reading it here leaves it unread on the pages."""
    actor = actor_at(request)
    page, following = page_of(readable_messages(order_or_404(actor, number), actor), paging)
    return Messages(items=[message_shape(message) for message in page], next=following)


@router.post("/orders/{order:number}/messages", response={201: MessageShape})
def write_message(request: HttpRequest, number: str, said: NewMessage) -> HttpResponse:
    """One more message; the other side is told by mail."""
    order = order_or_404(actor_at(request), number)

    def write() -> MessageShape:
        return message_shape(speak(order, person_at(request), said.body, clock.now(), internal=said.internal))

    return answer_once(request, said.model_dump(), write, status=201)
