"""Numbers that people quote: ``PR-2026-000123``."""

from datetime import datetime

from django.db.models import F

from proofroom.orders.models import NumberSeries


def next_number(prefix: str, at: datetime) -> str:
    """The next number of a kind in the year of ``at``. The row stays locked to the end of the transaction: no gaps."""
    series, _ = NumberSeries.objects.get_or_create(prefix=prefix, year=at.year)
    NumberSeries.objects.filter(pk=series.pk).update(last=F("last") + 1)
    series.refresh_from_db()
    return str(series)
