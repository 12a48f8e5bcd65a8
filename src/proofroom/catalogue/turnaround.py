"""When ordered work is due: around the clock, or while the studio is open."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from proofroom.catalogue.models import ClosedDay, OpeningHours, Product, StudioZone
from proofroom.catalogue.specification import Specification
from proofroom.catalogue.working_hours import WorkingHours
from proofroom.core.moments import span_in_words


def due_after(spec: Specification, at: datetime, share: float = 1) -> datetime:
    """When work on ``spec`` that begins at ``at`` is due; ``share``: a part of the turnaround, as a correction takes.

    Around the clock also for a studio that has set no opening hours.
    """
    work = timedelta(hours=spec.turnaround_hours) * share
    hours = studio_hours(at) if spec.business_hours else None
    return hours.after(at, work) if hours and hours.week else at + work


def studio_hours(at: datetime) -> WorkingHours:
    """When the studio works, with the closed days that are still ahead at ``at``."""
    week = {each.weekday: (each.opens, each.closes) for each in OpeningHours.objects.all()}
    yesterday = at.astimezone(UTC).date() - timedelta(days=1)
    closed = ClosedDay.objects.filter(date__gte=yesterday).values_list("date", flat=True)
    return WorkingHours(studio_zone(), week, frozenset(closed))


def studio_zone() -> ZoneInfo:
    """The zone in which the opening hours are written."""
    return ZoneInfo(StudioZone.objects.values_list("name", flat=True).first() or "UTC")


def turnaround_in_words(of: Product | Specification) -> str:
    """``2 days``, or ``16 business hours``: a business day has no certain length."""
    hours = of.turnaround_hours
    if of.business_hours:
        return f"{hours} business hour{'s' * (hours != 1)}"
    return span_in_words(timedelta(hours=hours))
