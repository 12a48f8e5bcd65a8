"""How long somebody waits, against the promise of 5 to 20 minutes (Row B13)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proofroom.core.moments import span_in_words
from proofroom.orders.commands.promising import REPLIES_FROM, REPLIES_WITHIN

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Age:
    """A wait as a bar with words."""

    minutes: int
    """Whole minutes, 20 at most: the length of the bar."""
    words: str
    """The whole time."""
    verdict: str
    """What that means."""
    over: bool
    """The promise is broken."""


def age_of(since: datetime, at: datetime) -> Age:
    """The wait from ``since`` to ``at``, of something that nobody has answered."""
    waited = at - since
    over = waited > REPLIES_WITHIN
    fresh = waited < REPLIES_FROM
    verdict = "past the promised 20 minutes" if over else "just in" if fresh else "within the promise"
    return Age(min(waited, REPLIES_WITHIN) // MINUTE, span_in_words(waited), verdict, over)


def age_read(since: datetime, seen: datetime, at: datetime) -> Age:
    """The wait of something that was read at ``seen`` and is not decided: the bar says how soon it was read."""
    over = seen - since > REPLIES_WITHIN
    verdict = f"read after {span_in_words(seen - since)}"
    return Age(min(seen - since, REPLIES_WITHIN) // MINUTE, span_in_words(at - since), verdict, over)
