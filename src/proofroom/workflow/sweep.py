"""Deadlines that are due: each fires once, at the time it was due, however late the machine looks."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction

from proofroom.core.actor import SYSTEM
from proofroom.core.errors import Refused
from proofroom.orders.history import record
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Deadline, Order
from proofroom.returns.queries import open_quote
from proofroom.workflow.notify import tell
from proofroom.workflow.perform import perform

logger = logging.getLogger(__name__)

AT_ONCE = 500
Kind = Deadline.Kind


def run_due(at: datetime) -> int:
    """Fires what is due at ``at``; returns how many fired. Safe to run in several processes at once.

    One that fails is logged with its trace, stays due and holds up no other. Raises DatabaseError.
    """
    due = Deadline.objects.filter(due_at__lte=at, fired_at=None, cleared_at=None)
    waiting = list(due.order_by("due_at").values_list("pk", flat=True)[:AT_ONCE])
    return sum(_fired(pk, at) for pk in waiting)


def _fired(pk: int, at: datetime) -> bool:
    try:
        return _fire(pk, at)
    except DatabaseError:
        raise
    except Exception:
        logger.exception("Deadline %d could not be fired; it is tried again.", pk)
        return False


@transaction.atomic
def _fire(pk: int, at: datetime) -> bool:
    """Claim by conditional update: whoever finds the row still unfired and uncleared has it, nobody else.

    The order is locked first, as ``perform`` does: locked the other way round, the two could wait for each other.
    """
    Order.objects.select_for_update(of=("self",)).filter(deadlines=pk).first()
    if not Deadline.objects.filter(pk=pk, fired_at=None, cleared_at=None).update(fired_at=at):
        return False
    deadline = Deadline.objects.select_related("order").get(pk=pk)
    FIRES[Kind(deadline.kind)](deadline.order, deadline.due_at)
    return True


def _perform(action: Action, **given: object) -> Callable[[Order, datetime], None]:
    def fire(order: Order, due_at: datetime) -> None:
        try:
            perform(action, order, SYSTEM, due_at, **given)
        except Refused as refusal:
            # The order moved on between the two looks: the deadline is spent, and the history says why.
            record(order, SYSTEM, "deadline_passed", due_at, action_meant=action, why=refusal.code)

    return fire


def _overdue(order: Order, due_at: datetime) -> None:
    record(order, SYSTEM, "overdue", due_at)
    tell(order, "overdue", due_at)


def _remind(order: Order, due_at: datetime) -> None:
    tell(order, "completion_reminder", due_at)


def _remind_of_quote(order: Order, due_at: datetime) -> None:
    if quote := open_quote(order):
        told: dict[str, Any] = {"return": quote.of.number, "price": str(quote.money), "quote_id": quote.pk}
        tell(order, "quote_reminder", due_at, message=quote.message, **told)


FIRES: dict[Kind, Callable[[Order, datetime], None]] = {
    Kind.DELIVERY: _overdue,
    Kind.COMPLETION: _perform(Action.COMPLETE_AUTOMATICALLY),
    Kind.REMIND_24: _remind,
    Kind.REMIND_2: _remind,
    Kind.EXTENSION_ANSWER: _perform(Action.ANSWER_EXTENSION, accept=False),
    Kind.QUOTE_REMINDER: _remind_of_quote,
    Kind.QUOTE_EXPIRY: _perform(Action.DECLINE_QUOTE),
}
