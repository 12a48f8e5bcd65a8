"""The time zone in which a person reads times."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from proofroom.people.models import Person


def zone_of(person: Person) -> ZoneInfo:
    """The person's time zone; UTC for a name that this machine does not know."""
    try:
        return ZoneInfo(person.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
