"""Changing when the studio works. What is promised already stays promised: due times are kept with each order."""

from collections.abc import Iterable, Mapping
from datetime import date, time

import holidays
from django.db import transaction
from holidays.registry import COUNTRIES

from proofroom.catalogue.models import ClosedDay, OpeningHours, Product, StudioZone
from proofroom.core.errors import Invalid


@transaction.atomic
def set_opening_hours(zone: str, week: Mapping[int, tuple[time, time]]) -> None:
    """``week``: from when to when by day of the week, 0 is Monday; the others are closed. Raises Invalid."""
    if any(closes <= opens for opens, closes in week.values()):
        raise Invalid("A day has to close later than it opens.")
    OpeningHours.objects.all().delete()
    OpeningHours.objects.bulk_create(OpeningHours(weekday=day, opens=o, closes=c) for day, (o, c) in week.items())
    StudioZone.objects.update_or_create(pk=1, defaults={"name": zone})


def count_in_business_hours(products: Iterable[str]) -> None:
    """The turnaround of these products, by their short names, counts while the studio is open; the others' always."""
    chosen = set(products)
    for product in Product.objects.all():
        product.business_hours = product.slug in chosen
        product.save(update_fields=["business_hours"])


def close_on(day: date, name: str) -> None:
    """The studio does not work on that day."""
    ClosedDay.objects.update_or_create(date=day, defaults={"name": name})


def open_again_on(closed_day: int) -> None:
    """The studio works on that day as on others of its weekday."""
    ClosedDay.objects.filter(pk=closed_day).delete()


def close_on_public_holidays(country: str, year: int) -> int:
    """Those of a country by its ISO 3166 code; a day that is closed already keeps its name. Returns how many came."""
    if country not in {code for _, code, *_ in COUNTRIES.values()}:
        raise Invalid("Choose a country of the list.", {"country": "Choose a country of the list."})
    found = holidays.country_holidays(country, years=[year])
    known = set(ClosedDay.objects.filter(date__year=year).values_list("date", flat=True))
    new = [ClosedDay(date=day, name=name[:80]) for day, name in sorted(found.items()) if day not in known]
    return len(ClosedDay.objects.bulk_create(new))


def countries() -> list[tuple[str, str]]:
    """Code and name of each country whose holidays are known, by name."""
    named = ((code, name.replace("_", " ").title()) for name, (_, code, *_) in COUNTRIES.items())
    return sorted(named, key=lambda each: each[1])
