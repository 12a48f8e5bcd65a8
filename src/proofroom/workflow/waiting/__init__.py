"""What waits for whom, in the order in which it should be done: read by the home page, the board and the desk.

Each function is one query that its reader cuts to the rows it shows; none costs more because more orders exist.
"""

from typing import Any

from django.db.models import Model, OuterRef, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.lifecycle.table import TRANSITIONS
from proofroom.orders.models import Deadline


def can(actor: Actor, action: Action) -> bool:
    """Whether the table gives this action to the actor's role at all; what stands in its way is said on its page."""
    return any(row.action is action and actor.role in row.roles for row in TRANSITIONS)


def clock(kind: Deadline.Kind, order: str) -> Subquery:
    """When the order's running clock of this kind ends; ``order`` leads to the order's id."""
    running = Deadline.objects.filter(order=OuterRef(order), kind=kind, fired_at=None, cleared_at=None)
    return Subquery(running.values("due_at")[:1])


def annotated(row: Model, name: str) -> Any:
    """What a query counted or looked up beside the columns of ``row``; the types know its columns alone."""
    return getattr(row, name)
