"""Speaking in an order's thread, whichever door the words come through."""

from datetime import datetime

from django.db import transaction

from proofroom.orders.commands.talking import say
from proofroom.orders.models import Message, Order
from proofroom.people.models import Person
from proofroom.workflow.notify import tell_of_message


@transaction.atomic
def speak(order: Order, author: Person, body: str, at: datetime, *, internal: bool = False) -> Message:
    """A message and the notices of it, both or neither. Raises what ``say`` raises."""
    message = say(order, author, body, at, internal=internal)
    tell_of_message(message)
    return message
