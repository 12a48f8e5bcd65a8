"""What pages say of the measured reply time; counted again after five minutes, because every page may say it."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.cache import cache

from proofroom.core.moments import span_in_words
from proofroom.workflow.replies import DAY, MONTH, ReplyTime, reply_time, usual_minutes

COUNTED_AGAIN = timedelta(minutes=5)
PROMISE = "A coordinator replies within 5 to 20 minutes."


class Measured(NamedTuple):
    """A reply time as the staff read it."""

    when: str
    """The time it was measured in."""
    words: str
    """Median and 90th percentile."""


def answer_time(at: datetime) -> str:
    """For customers: what was measured, or the promise while too little was (Row B13)."""
    counted: str | None = cache.get("answer_time")
    if counted is None:
        minutes = usual_minutes(at)
        unit = "minute" if minutes == 1 else "minutes"
        counted = f"The studio usually answers within {minutes} {unit}." if minutes else PROMISE
        cache.set("answer_time", counted, COUNTED_AGAIN.total_seconds())
    return counted


def measured(at: datetime) -> list[Measured]:
    """For the staff: the last 24 hours and 30 days."""
    counted: list[Measured] | None = cache.get("reply_times")
    if counted is None:
        spans = (("24 hours", DAY), ("30 days", MONTH))
        counted = [Measured(f"Last {name}", _words(reply_time(at, span))) for name, span in spans]
        cache.set("reply_times", counted, COUNTED_AGAIN.total_seconds())
    return counted


def _words(found: ReplyTime) -> str:
    if found.median is None or found.ninth is None:
        return "no reply yet"
    replies = "reply" if found.count == 1 else "replies"
    return (
        f"median {span_in_words(found.median)}, 90th percentile {span_in_words(found.ninth)}, {found.count:,} {replies}"
    )
