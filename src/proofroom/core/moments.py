"""Times and spans as people read them in a sentence."""

from datetime import datetime, timedelta, tzinfo

HOUR, DAY = 3600, 86_400


def in_words(at: datetime, zone: tzinfo) -> str:
    """``3 March 2026, 14:00 CET``."""
    local = at.astimezone(zone)
    return f"{local.day} {local:%B %Y, %H:%M %Z}"


def span_in_words(span: timedelta) -> str:
    """``1 day 4 hours``, ``3 hours 20 minutes``, ``less than a minute``; the sign does not matter."""
    seconds = abs(int(span.total_seconds()))
    parts = ((seconds // DAY, "day"), (seconds % DAY // HOUR, "hour"), (seconds % HOUR // 60, "minute"))
    said = [f"{count} {word}{'s' * (count != 1)}" for count, word in parts if count]
    return " ".join(said[:2]) or "less than a minute"
