"""Counting time only while the studio is open: pure arithmetic on the hours of a week and the days it is closed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

LONGEST_SEARCH = 20 * 366
"""Days: with so many closed ones in a row nothing would ever be due."""


@dataclass(frozen=True)
class WorkingHours:
    """``week``: from when to when, by day of the week (0 is Monday), in ``zone``; ``closed``: days without work."""

    zone: tzinfo
    week: Mapping[int, tuple[time, time]]
    closed: frozenset[date] = frozenset()

    def after(self, begin: datetime, work: timedelta) -> datetime:
        """When ``work`` is done that begins at ``begin``, in UTC.

        Work that fits a day to the minute is due when the day ends. Raises OverflowError where the studio never opens.
        """
        left, end = work, begin.astimezone(UTC)
        for opens, closes in self._open_from(begin):
            end = opens + left
            if end <= closes:
                return end
            left -= closes - opens
        raise OverflowError(f"The studio is closed for {LONGEST_SEARCH} days.")

    def between(self, begin: datetime, end: datetime) -> timedelta:
        """How long the studio is open from ``begin`` to ``end``."""
        total = timedelta()
        for opens, closes in self._open_from(begin):
            if opens >= end:
                break
            total += min(closes, end) - opens
        return total

    def _open_from(self, begin: datetime) -> Iterator[tuple[datetime, datetime]]:
        """What is left of each opening, in UTC: a night in which clocks are put forward or back counts as it passes."""
        first = begin.astimezone(self.zone).date()
        for day in (first + timedelta(days=days) for days in range(LONGEST_SEARCH)):
            hours = None if day in self.closed else self.week.get(day.weekday())
            if hours is None:
                continue
            opens, closes = (datetime.combine(day, hour, self.zone).astimezone(UTC) for hour in hours)
            if closes > begin:
                yield max(opens, begin.astimezone(UTC)), closes
