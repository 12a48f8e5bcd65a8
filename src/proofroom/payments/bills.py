"""What accounts were charged and given back, month by month (Row A3)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models.functions import TruncMonth

from proofroom.payments.models import Charge, Refund

Accounts = frozenset[int]


def months_of(accounts: Accounts, zone: ZoneInfo) -> list[datetime]:
    """The first moment of each month in ``zone`` in which something was charged or refunded, newest first."""
    found: set[datetime] = set()
    for records in (Charge.objects, Refund.objects):
        months = records.filter(order__account__in=accounts).annotate(month=TruncMonth("at", tzinfo=zone))
        found |= set(months.order_by().values_list("month", flat=True).distinct())
    return sorted(found, reverse=True)


def entries_between(accounts: Accounts, start: datetime, end: datetime) -> list[Charge | Refund]:
    """Charges and refunds from ``start`` up to ``end``, oldest first, in two queries; each with order and account."""
    times = {"order__account__in": accounts, "at__gte": start, "at__lt": end}
    charges = Charge.objects.filter(**times).select_related("order__account")
    refunds = Refund.objects.filter(**times).select_related("order__account")
    return sorted([*charges, *refunds], key=lambda entry: (entry.at, entry.pk))
