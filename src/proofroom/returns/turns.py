"""Whose turn it is: what a step of a return changes about the studio's queue (Row B13)."""

from datetime import datetime, timedelta
from typing import Any

from proofroom.orders.commands.promising import REPLIES_WITHIN
from proofroom.returns.lifecycle import TO_DECIDE, ReturnState, Turn
from proofroom.returns.models import Return

DECIDES_WITHIN = timedelta(hours=2)
"""What was read is decided within this time after it came in: the studio's own aim, promised to nobody."""


def turned(given: Return, turn: Turn, target: ReturnState, at: datetime, *, by_staff: bool) -> dict[str, Any]:
    """The columns of ``given`` that change with a step into ``target``.

    Who writes again before the studio has read does not wait anew: the first word counts.
    """
    if turn is Turn.ASKED:
        return {} if is_unread(given) else {"asked_at": at, "seen_at": None, "answer_by": at + REPLIES_WITHIN}
    if turn is Turn.KEPT:
        return {}
    to_decide = turn is Turn.SEEN and target in TO_DECIDE
    changes: dict[str, Any] = {"answer_by": given.asked_at + DECIDES_WITHIN if to_decide else None}
    if by_staff:
        changes |= {"seen_at": given.seen_at or at, "read_at": given.read_at or at}
    return changes


def is_unread(given: Return) -> bool:
    """Something came in, and nobody of the studio has read it."""
    return given.answer_by is not None and given.seen_at is None


def reply_time(given: Return, turn: Turn, at: datetime) -> timedelta | None:
    """How long the customer had waited, where this step of the staff's is the first word to what came in."""
    return at - given.asked_at if turn in (Turn.SEEN, Turn.ANSWERED) and is_unread(given) else None
