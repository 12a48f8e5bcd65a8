"""What waits for the studio's own people: their desk."""

from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Cancellation, Order
from proofroom.orders.queries import due_first, for_lists, visible_orders, within_sight
from proofroom.returns.lifecycle import TO_ASSESS, Keyword, ReturnAction, ReturnState
from proofroom.returns.models import Return, ReturnEntry
from proofroom.returns.queries import desk_queue

PROMISED_WITHIN = timedelta(minutes=20)
"""A coordinator replies within 5 to 20 minutes (Row B13)."""
REPLIES_FROM = timedelta(minutes=5)
ASKED_BY = ("open", ReturnAction.AGREE, ReturnAction.DISPUTE)
"""What puts a return before the studio: the customer opens or disputes it, or the artist agrees to revise."""


def returns_to_answer(actor: Actor) -> QuerySet[Return]:
    """Returns to read and to assess, the longest waiting first.

    ``since`` is when the studio's turn began, ``said`` what was written then, ``first`` the number of the order's other
    return that has to be decided before: an open one that asks for work, as ``return_to_assess`` has it.
    """
    asked = ReturnEntry.objects.filter(of=OuterRef("pk"), action__in=ASKED_BY).order_by("-id")
    since, said = Subquery(asked.values("at")[:1]), Subquery(asked.values("text")[:1])
    work = Return.objects.filter(order=OuterRef("order"), closed_at=None).exclude(keyword=Keyword.FEEDBACK)
    has_turn = work.exclude(pk=OuterRef("pk")).filter(Q(state__in=TO_ASSESS) | Q(order__state=State.REOPENED))
    first = Subquery(has_turn.values("number")[:1])
    return desk_queue(actor).annotate(since=since, said=said, first=first).order_by("since")


def disputes(returns: QuerySet[Return]) -> QuerySet[Return]:
    """Those whose assessment the customer disputes."""
    return returns.filter(state=ReturnState.DISPUTED)


def cancellations_to_answer(actor: Actor) -> QuerySet[Cancellation]:
    """Requests to cancel, the longest waiting first (Row C6)."""
    asked = Cancellation.objects.filter(within_sight(actor, "order"), state=Cancellation.State.ASKED)
    return asked.select_related("order__account", "order__artist").order_by("asked_at")


def late_orders(actor: Actor, at: datetime) -> QuerySet[Order]:
    """In production and past their delivery time, the latest first."""
    orders = for_lists(visible_orders(actor), actor.person)
    return due_first(orders.filter(state=State.IN_PRODUCTION, due_at__lt=at))


def unclaimed_orders(actor: Actor) -> QuerySet[Order]:
    """Placed and taken by nobody, due first."""
    return due_first(for_lists(visible_orders(actor), actor.person).filter(state=State.PLACED, artist=None))
