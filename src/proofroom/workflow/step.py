"""One step of an order while it is carried out."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.engine import Transition
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.workflow.inputs import Given


@dataclass
class Step:
    """The locked order, who acts, when, what was sent and the row followed.

    ``told`` is what effects add for the line of activity and the notices: plain JSON values. ``source`` is where the
    order stood before.
    """

    order: Order
    actor: Actor
    at: datetime
    given: Given
    row: Transition
    told: dict[str, Any] = field(default_factory=dict)
    source: State = field(init=False)

    @property
    def by(self) -> int:
        """The person who acts, for what only people do; the system never gets here."""
        assert self.actor.person is not None
        return self.actor.person

    def __post_init__(self) -> None:
        self.source = self.order.stands
