"""The reader's own time zone; times of their own are written by ``pieces/moment.html``, those in sentences here."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from proofroom.core.moments import in_words, span_in_words
from proofroom.people.models import Person

__all__ = ["in_words", "span_in_words", "zone_of"]


def zone_of(person: Person) -> ZoneInfo:
    """The person's time zone; UTC for a name that this machine does not know."""
    try:
        return ZoneInfo(person.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
