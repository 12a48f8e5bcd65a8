"""Messages, and who has not read them yet."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from proofroom.core.errors import Invalid, Refused
from proofroom.core.text import is_storable
from proofroom.orders.commands.promising import REPLIES_WITHIN
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Message, Order, Unread
from proofroom.people.models import Person

LONGEST_MESSAGE = 20_000


@transaction.atomic
def say(order: Order, author: Person, body: str, at: datetime, *, internal: bool = False) -> Message:
    """One more message in the order's thread; ``internal`` ones are the studio's own and never shown to customers.

    Raises Invalid when it is empty or too long, Refused for a draft, which nobody else can see yet.
    """
    text = body.strip()
    if not text or len(text) > LONGEST_MESSAGE or not is_storable(text):
        sentence = f"Write a message of at most {LONGEST_MESSAGE:,} characters."
        raise Invalid(sentence, {"body": sentence})
    if order.state == State.DRAFT:
        raise Refused("wrong_state", "Nobody else sees a draft. Write into its instructions, or place it first.")
    if internal and not author.is_staff:
        raise Refused("wrong_role", "Internal notes are the studio's.")
    answer_by = None if internal else _answer_by(order, author, at)
    message = Message.objects.create(
        order=order, author=author, body=text, internal=internal, at=at, answer_by=answer_by
    )
    if not internal:
        listeners = listeners_of(order, author).exclude(pk=author.pk)
        Unread.objects.bulk_create(Unread(person=each, order=order, message=message) for each in listeners)
    return message


def need_no_answer(order: Order) -> bool:
    """What the customer wrote leaves the studio's desk; False when nothing of theirs was there."""
    return bool(order.messages.exclude(answer_by=None).update(answer_by=None))


def mark_read(order: Order, person: Person, up_to: int) -> None:
    """The person has seen the thread up to this message's number; one that came meanwhile stays unread."""
    Unread.objects.filter(order=order, person=person, message_id__lte=up_to).delete()


def _answer_by(order: Order, author: Person, at: datetime) -> datetime | None:
    """A customer's message waits for an answer, the first of several; any word of the studio or the artist is one."""
    if author.role != Person.Role.CUSTOMER:
        need_no_answer(order)
        return None
    return None if order.messages.exclude(answer_by=None).exists() else at + REPLIES_WITHIN


def listeners_of(order: Order, author: Person) -> QuerySet[Person]:
    """The account's members and the artist; what a customer says also reaches the coordinators (Row B13)."""
    people = Q(memberships__account=order.account_id) | Q(pk=order.artist_id)
    if author.role == Person.Role.CUSTOMER:
        people |= Q(role=Person.Role.COORDINATOR)
    return Person.objects.filter(people, is_active=True).distinct()
