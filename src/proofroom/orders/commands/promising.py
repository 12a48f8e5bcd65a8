"""Deadlines, extensions and requests to cancel: what is promised, asked and answered about time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from proofroom.core.errors import Refused
from proofroom.orders.models import Cancellation, Deadline, Extension, Order

COMPLETED_AFTER = timedelta(hours=72)
AT_LEAST_AFTER_RETURN = timedelta(hours=24)
ANSWERED_AT_LEAST_AFTER = timedelta(hours=12)
REPLIES_FROM, REPLIES_WITHIN = timedelta(minutes=5), timedelta(minutes=20)
"""A coordinator replies to what a customer writes within 5 to 20 minutes (Row B13)."""
Kind = Deadline.Kind
REMINDERS = {Kind.REMIND_24: timedelta(hours=24), Kind.REMIND_2: timedelta(hours=2)}
COMPLETION_KINDS = (Kind.COMPLETION, *REMINDERS)
QUOTE_KINDS = (Kind.QUOTE_REMINDER, Kind.QUOTE_EXPIRY)


def set_deadline(order: Order, kind: str, due_at: datetime, at: datetime) -> None:
    """A promise with a clock; one that runs for the same kind is cleared first."""
    clear_deadlines(order, at, kinds=[kind])
    Deadline.objects.create(order=order, kind=kind, started_at=at, due_at=due_at)


def clear_deadlines(order: Order, at: datetime, kinds: Iterable[str] = tuple(Kind)) -> None:
    """Clocks that run stop without firing."""
    order.deadlines.filter(kind__in=list(kinds), fired_at=None, cleared_at=None).update(cleared_at=at)


def set_due(order: Order, due_at: datetime, at: datetime) -> None:
    """The work is promised for ``due_at``. Raises Refused for a time that is over."""
    if due_at <= at:
        raise Refused("due_in_the_past", "The delivery time has to be in the future.")
    Order.objects.filter(pk=order.pk).update(due_at=due_at)
    set_deadline(order, Kind.DELIVERY, due_at, at)


def start_completion(order: Order, at: datetime, wait: timedelta = COMPLETED_AFTER) -> None:
    """The 72-hour clock (Row C4) with its reminders, as far as these are still ahead."""
    due_at = at + wait
    set_deadline(order, Kind.COMPLETION, due_at, at)
    for kind, before in REMINDERS.items():
        if due_at - before > at:
            set_deadline(order, kind, due_at - before, at)


def resume_completion(order: Order, at: datetime) -> None:
    """The clock goes on with what was left when it stopped, 24 hours at least."""
    start_completion(order, at, left_when_stopped(order.deadlines.all()))


def left_when_stopped(deadlines: Iterable[Deadline]) -> timedelta:
    """What the stopped 72-hour clock goes on with, from the order's ``deadlines``: 24 hours at least, also run out.

    72 hours for an order whose clock never ran.
    """
    last = max((each for each in deadlines if each.kind == Kind.COMPLETION), key=lambda each: each.pk, default=None)
    ended = (last.cleared_at or last.fired_at) if last else None
    return max(last.due_at - ended, AT_LEAST_AFTER_RETURN) if last and ended else COMPLETED_AFTER


def ask_extension(order: Order, by: int, due_at: datetime, reason: str, at: datetime) -> None:
    """The artist asks for more time (Row C2). Unanswered by the old deadline it counts as declined.

    Asked shortly before that or after it, the customer has 12 hours, but not longer than the wished time.

    Raises Refused when the wished time is not later than the promised one.
    """
    promised = order.due_at or at
    if due_at <= max(promised, at):
        raise Refused("due_not_later", "Ask for a time later than the present delivery time.")
    Extension.objects.create(
        order=order, asked_by_id=by, asked_at=at, old_due_at=promised, due_at=due_at, reason=reason
    )
    answer_by = min(due_at, max(promised, at + ANSWERED_AT_LEAST_AFTER))
    set_deadline(order, Kind.EXTENSION_ANSWER, answer_by, at)


def answer_extension(order: Order, *, accept: bool, words: str, at: datetime) -> Extension:
    """Accepted, the delivery time moves; declined, it stays."""
    extension = order.extensions.select_for_update().get(state=Extension.State.ASKED)
    extension.state = Extension.State.ACCEPTED if accept else Extension.State.DECLINED
    extension.answered_at, extension.answer = at, words
    extension.save(update_fields=["state", "answered_at", "answer"])
    clear_deadlines(order, at, kinds=[Kind.EXTENSION_ANSWER])
    if accept:
        set_due(order, extension.due_at, at)
    return extension


def ask_cancellation(order: Order, by: int, reason: str, at: datetime) -> None:
    """A coordinator has to answer."""
    Cancellation.objects.create(order=order, asked_by_id=by, asked_at=at, reason=reason)


def answer_cancellation(order: Order, *, grant: bool, words: str, at: datetime) -> None:
    """Granted or refused, with words."""
    state = Cancellation.State.GRANTED if grant else Cancellation.State.REFUSED
    order.cancellations.filter(state=Cancellation.State.ASKED).update(state=state, answered_at=at, answer=words)


def drop_questions(order: Order, at: datetime) -> None:
    """Nobody has to answer any more, because the order moved on."""
    order.extensions.filter(state=Extension.State.ASKED).update(state=Extension.State.DROPPED, answered_at=at)
    order.cancellations.filter(state=Cancellation.State.ASKED).update(state=Cancellation.State.DROPPED, answered_at=at)
