"""What waits for whom, in the order in which it should be done: read by the home page, the board and the desk.

Each function is one query that its reader cuts to the rows it shows; none costs more because more orders exist.
"""

from typing import Any

from django.db.models import Exists, Model, OuterRef, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.lifecycle.table import TRANSITIONS
from proofroom.orders.models import Deadline
from proofroom.orders.queries import visible_orders


def can(actor: Actor, action: Action) -> bool:
    """Whether the table gives this action to the actor's role at all; what stands in its way is said on its page."""
    return any(row.action is action and actor.role in row.roles for row in TRANSITIONS)


def within_sight(actor: Actor, order: str) -> Exists:
    """Keeps rows whose order the actor may see, asking for each found row alone: ``order`` leads to the order's id."""
    return Exists(visible_orders(actor).filter(pk=OuterRef(order)))


def clock(kind: Deadline.Kind, order: str) -> Subquery:
    """When the order's running clock of this kind ends; ``order`` leads to the order's id."""
    running = Deadline.objects.filter(order=OuterRef(order), kind=kind, fired_at=None, cleared_at=None)
    return Subquery(running.values("due_at")[:1])


def annotated(row: Model, name: str) -> Any:
    """What a query counted or looked up beside the columns of ``row``; the types know its columns alone."""
    return getattr(row, name)
