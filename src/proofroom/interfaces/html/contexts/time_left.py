"""The Time left piece of an order: the clock that runs, what happens next, and how the time came about (Row C1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proofroom.core.moments import in_words, span_in_words
from proofroom.orders.lifecycle.states import Role, State
from proofroom.orders.models import Deadline, Order
from proofroom.orders.time_left import TimeLeft as Clock
from proofroom.orders.time_left import time_left
from proofroom.people.models import Person
from proofroom.people.zones import zone_of

Kind = Deadline.Kind


@dataclass(frozen=True)
class Mark:
    """One line of the ledger."""

    says: str
    """What happened to the time."""
    at: datetime
    """When."""


@dataclass(frozen=True)
class TimeLeft:
    """Everything that ``pieces/time_left.html`` takes."""

    due: datetime | None
    """When the running clock ends; None while none runs."""
    due_label: str
    """The word before that time."""
    paused: str
    """What is left on a clock that stands still, in words; empty otherwise."""
    next: str
    """What happens then, or why nothing does: a sentence."""
    ledger: list[Mark]
    """How the time came about, oldest first."""


def time_left_of(order: Order, reader: Person, at: datetime) -> TimeLeft:
    """Two queries, however long the history."""
    clocks = list(order.deadlines.order_by("id"))
    left = time_left(order, clocks, at)
    due = left.due_at if left else None
    return TimeLeft(
        due=due,
        due_label="Until" if order.state == State.DELIVERED else "Delivery due",
        paused=span_in_words(timedelta(seconds=left.seconds)) if left and due is None else "",
        next=_question(clocks, reader) or (left and _then(order, left, reader)) or _ended(order, reader),
        ledger=_ledger(order, clocks, reader),
    )


def _question(clocks: list[Deadline], reader: Person) -> str:
    for clock in clocks:
        if clock.kind == Kind.EXTENSION_ANSWER and clock.fired_at is None and clock.cleared_at is None:
            until = in_words(clock.due_at, zone_of(reader))
            return f"More time was asked for. Without an answer by {until} the delivery time stays."
    return ""


def _then(order: Order, left: Clock, reader: Person) -> str:
    if order.state != State.DELIVERED or left.due_at is None:
        return left.next
    unless = "you accept or reject" if reader.role == Role.CUSTOMER else "the customer accepts or rejects"
    return f"Completed by itself on {in_words(left.due_at, zone_of(reader))} unless {unless} before."


def _ended(order: Order, reader: Person) -> str:
    zone = zone_of(reader)
    if order.cancelled_at:
        return f"Cancelled on {in_words(order.cancelled_at, zone)}. No clock runs any more."
    if order.completed_at:
        how = "by acceptance" if order.accepted_at else "by itself, 72 hours after the delivery"
        return f"Completed on {in_words(order.completed_at, zone)} {how}. No clock runs any more."
    return "No clock runs."


def _ledger(order: Order, clocks: list[Deadline], reader: Person) -> list[Mark]:
    zone = zone_of(reader)
    marks = [Mark("Placed", order.placed_at)] if order.placed_at else []
    promises = 0
    marks += [Mark(f"Delivered, round {each.number}", each.at) for each in order.deliveries.all()]
    for clock in clocks:
        if clock.kind == Kind.DELIVERY:
            verb = "Promised" if promises == 0 else "Promised anew"
            marks.append(Mark(f"{verb} for {in_words(clock.due_at, zone)}", clock.started_at))
            promises += 1
        elif clock.kind == Kind.COMPLETION:
            marks += _completion_marks(clock, order)
    marks += [Mark("Completed", order.completed_at)] if order.completed_at else []
    marks += [Mark("Cancelled", order.cancelled_at)] if order.cancelled_at else []
    return sorted(marks, key=lambda mark: mark.at)


def _completion_marks(clock: Deadline, order: Order) -> list[Mark]:
    hours = round((clock.due_at - clock.started_at) / timedelta(hours=1))
    marks = [Mark(f"{hours} hours to look at it", clock.started_at)]
    ended = (order.completed_at, order.cancelled_at)
    if clock.cleared_at and clock.cleared_at not in ended:
        marks.append(Mark(f"Stopped with {span_in_words(clock.due_at - clock.cleared_at)} left", clock.cleared_at))
    return marks
