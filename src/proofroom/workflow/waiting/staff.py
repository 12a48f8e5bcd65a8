"""What waits for the studio's own people: their desk."""

from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Cancellation, Message, Order
from proofroom.orders.queries import due_first, for_lists, visible_orders, within_sight
from proofroom.returns.lifecycle import MOVES, TO_ASSESS, Keyword, ReturnState, Turn
from proofroom.returns.models import Return, ReturnEntry
from proofroom.returns.queries import desk_queue

ASKED_BY = ("open", *(move.action for move in MOVES if move.turn is Turn.ASKED))
"""What puts a return before the studio, such as the customer's dispute, message or answer to a quote."""


def returns_to_answer(actor: Actor) -> QuerySet[Return]:
    """Returns that wait for the studio, what is due first first.

    ``did`` is what put it there last and ``said`` what was written then, ``first`` the number of the order's other
    return that has to be decided before: an open one that asks for work, as ``return_to_assess`` has it.
    """
    asked = ReturnEntry.objects.filter(of=OuterRef("pk"), action__in=ASKED_BY).order_by("-id")
    did, said = Subquery(asked.values("action")[:1]), Subquery(asked.values("text")[:1])
    work = Return.objects.filter(order=OuterRef("order"), closed_at=None).exclude(keyword=Keyword.FEEDBACK)
    has_turn = work.exclude(pk=OuterRef("pk")).filter(Q(state__in=TO_ASSESS) | Q(order__state=State.REOPENED))
    first = Subquery(has_turn.values("number")[:1])
    return desk_queue(actor).annotate(did=did, said=said, first=first)


def disputes(returns: QuerySet[Return]) -> QuerySet[Return]:
    """Those whose assessment the customer disputes."""
    return returns.filter(state=ReturnState.DISPUTED)


def cancellations_to_answer(actor: Actor) -> QuerySet[Cancellation]:
    """Requests to cancel, the longest waiting first (Row C6)."""
    asked = Cancellation.objects.filter(within_sight(actor, "order"), state=Cancellation.State.ASKED)
    return asked.select_related("order__account", "order__artist").order_by("asked_at")


def messages_to_answer(actor: Actor) -> QuerySet[Message]:
    """What customers wrote and nobody has answered, what is due first first; see ``messages_on_the_desk``."""
    waiting = Message.objects.filter(within_sight(actor, "order")).exclude(answer_by=None)
    return waiting.select_related("order__account", "order__artist", "author").order_by("answer_by", "pk")


def late_orders(actor: Actor, at: datetime) -> QuerySet[Order]:
    """In production and past their delivery time, the latest first."""
    orders = for_lists(visible_orders(actor), actor.person)
    return due_first(orders.filter(state=State.IN_PRODUCTION, due_at__lt=at))


def unclaimed_orders(actor: Actor) -> QuerySet[Order]:
    """Placed and taken by nobody, the longest waiting first."""
    free = for_lists(visible_orders(actor), actor.person).filter(state=State.PLACED, artist=None)
    return free.order_by("placed_at", "pk")
