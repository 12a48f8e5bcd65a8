"""Speaking in an order's thread, whichever door the words come through."""

from datetime import datetime

from django.db import transaction

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.orders.commands.talking import need_no_answer, say
from proofroom.orders.history import record
from proofroom.orders.models import Message, Order
from proofroom.people.models import Person
from proofroom.workflow.notify import tell_of_message


@transaction.atomic
def speak(order: Order, author: Person, body: str, at: datetime, *, internal: bool = False) -> Message:
    """A message and the notices of it, both or neither. Raises what ``say`` raises."""
    message = say(order, author, body, at, internal=internal)
    tell_of_message(message)
    return message


@transaction.atomic
def leave_unanswered(order: Order, actor: Actor, at: datetime) -> None:
    """Staff have read the customer's message, and it needs no answer. Raises Refused when none waits any more."""
    if not need_no_answer(order):
        raise Refused("nothing_waits", "Somebody has answered already. Look at the messages again.")
    record(order, actor, "message_noted", at, internal=True)
