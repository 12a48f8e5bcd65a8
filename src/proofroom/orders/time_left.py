"""How long an order still has, and what happens then. Row C1; one function for pages and API."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from proofroom.orders.commands.promising import left_when_stopped
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Deadline, Order

BY_ITSELF = "The order is completed by itself, and the artist is paid."
STOPPED = "The clock stands still while the return is open. It goes on with what is left, 24 hours at least."
LATE = "The delivery is late. The customer may cancel the order and is refunded in full."
NEXT = {
    State.PLACED: "An artist claims the order and delivers it by then.",
    State.IN_PRODUCTION: "The artist delivers by then. A late order may be cancelled with a full refund.",
}


@dataclass(frozen=True)
class TimeLeft:
    """The clock that counts for an order at one moment.

    ``due_at``: when the wait ends, None while the clock stands still. ``seconds``: whole seconds that are left,
    0 when it is over. ``next``: a sentence that says what happens then.
    """

    due_at: datetime | None
    seconds: int
    running: bool
    next: str


def time_left(order: Order, deadlines: Iterable[Deadline], at: datetime) -> TimeLeft | None:
    """The clock of ``order`` at ``at``, from its deadlines; None where nothing is awaited.

    Before delivery the promised delivery time counts, after it the 72 hours (Row C4), which stand still while a return
    is open.
    """
    if order.stands in NEXT and order.due_at is not None:
        return _until(order.due_at, at, NEXT[order.stands] if order.due_at > at else LATE)
    if order.stands is State.REOPENED:
        left = left_when_stopped(deadlines)
        return TimeLeft(None, int(left.total_seconds()), running=False, next=STOPPED)
    running = (each for each in deadlines if each.kind == Deadline.Kind.COMPLETION and not each.cleared_at)
    if order.stands is State.DELIVERED and (last := max(running, key=_age, default=None)):
        return _until(last.due_at, at, BY_ITSELF)
    return None


def _until(due_at: datetime, at: datetime, then: str) -> TimeLeft:
    seconds = max(0, int((due_at - at).total_seconds()))
    return TimeLeft(due_at, seconds, running=seconds > 0, next=then)


def _age(deadline: Deadline) -> int:
    return deadline.pk
