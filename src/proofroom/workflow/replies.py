"""How soon the studio answers, measured from what was written down (Row B13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from proofroom.returns.models import ReturnEntry

DAY, MONTH = timedelta(days=1), timedelta(days=30)
ENOUGH = 5
"""Replies from which on customers are told what is usual."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class ReplyTime:
    """Waits from what a customer wrote to the studio's first word, over ``count`` replies; None where there is none.

    Half of them were at most ``median`` long, nine of ten at most ``ninth``.
    """

    count: int
    median: timedelta | None
    ninth: timedelta | None


def reply_time(at: datetime, during: timedelta) -> ReplyTime:
    """The replies given in the time before ``at``. One query, over the index ``replies_by_time``."""
    since = at - during
    replies = ReturnEntry.objects.filter(at__gt=since, at__lte=at).exclude(waited=None).order_by()
    waits = sorted(wait for wait in replies.values_list("waited", flat=True) if wait is not None)
    return ReplyTime(len(waits), _quantile(waits, 0.5), _quantile(waits, 0.9))


def usual_minutes(at: datetime) -> int | None:
    """The studio usually answers within so many minutes: nine of ten replies of 30 days. None while there are few."""
    measured = reply_time(at, MONTH)
    if measured.ninth is None or measured.count < ENOUGH:
        return None
    return max(1, ceil(measured.ninth / MINUTE))


def _quantile(waits: Sequence[timedelta], share: float) -> timedelta | None:
    """The smallest wait that at least this share of all do not exceed."""
    return waits[max(0, ceil(share * len(waits)) - 1)] if waits else None
