"""What the page of the studio's opening hours receives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from proofroom.catalogue.models import ClosedDay, Product
from proofroom.catalogue.turnaround import studio_hours, studio_zone, turnaround_in_words
from proofroom.interfaces.html.opening_forms import ClosedDayForm, HolidaysForm, WeekForm


@dataclass(frozen=True)
class Counted:
    """A product, and how its turnaround counts."""

    product: Product
    """Which."""
    words: str
    """Its turnaround, such as ``2 days``."""


@dataclass(frozen=True)
class OpeningPage:
    """When the studio works."""

    week: WeekForm
    """From when to when on each day."""
    products: list[Counted]
    """All products."""
    closed: Iterable[ClosedDay]
    """Days without work that are still ahead."""
    closed_day: ClosedDayForm
    """One more."""
    holidays: HolidaysForm
    """Those of a country."""


def opening_page(
    at: datetime,
    *,
    week: WeekForm | None = None,
    closed_day: ClosedDayForm | None = None,
    holidays: HolidaysForm | None = None,
) -> OpeningPage:
    """The page, with the form that was sent where it needs correcting."""
    today = at.astimezone(studio_zone()).date()
    return OpeningPage(
        week=week or week_form(at),
        products=[Counted(product, turnaround_in_words(product)) for product in Product.objects.all()],
        closed=ClosedDay.objects.filter(date__gte=today),
        closed_day=closed_day or ClosedDayForm(),
        holidays=holidays or HolidaysForm(today=today),
    )


def week_form(at: datetime, data: object = None) -> WeekForm:
    """The form with the hours as they are, or as they were sent."""
    hours = studio_hours(at)
    return WeekForm(data, zone=str(hours.zone), week=dict(hours.week))
