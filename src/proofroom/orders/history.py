"""The one writer of an order's activity."""

from datetime import datetime
from typing import Any

from proofroom.core.actor import Actor
from proofroom.orders.models import Activity, Order


def record(
    order: Order,
    actor: Actor,
    action: str,
    at: datetime,
    *,
    source: str = "",
    target: str = "",
    internal: bool = False,
    **data: Any,
) -> Activity:
    """One line: who did what when. ``source`` and ``target`` are states, equal where the order stayed.

    ``internal`` lines are shown to the staff alone.
    """
    return Activity.objects.create(
        order=order,
        at=at,
        actor_id=actor.person,
        role=actor.role,
        action=action,
        source=source or order.state,
        target=target or order.state,
        data=data,
        internal=internal,
    )
