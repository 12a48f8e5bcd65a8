"""The studio's figures (Row D9), each computed from what was written down, none from samples."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum

from proofroom.core.money import Money
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Deadline, Delivery, Item, Order
from proofroom.payments.models import Charge, Refund
from proofroom.people.models import Person
from proofroom.returns.corrections import YEAR
from proofroom.returns.lifecycle import Decision
from proofroom.returns.models import Return

MONTH = timedelta(days=30)
MONTHS_SHOWN = 12
IN_WORK = (State.IN_PRODUCTION, State.REOPENED)


@dataclass(frozen=True)
class Share:
    """``part`` of ``whole``."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """0 to 100; None where the whole is nothing."""
        return 100 * self.part / self.whole if self.whole else None


@dataclass(frozen=True)
class Load:
    """What one artist has in work: orders, the pictures in them, and how many orders are late."""

    artist: Person
    orders: int
    pictures: int
    late: int


@dataclass(frozen=True)
class MoneyOfMonth:
    """What was charged and refunded in one month (UTC) and currency."""

    month: datetime
    charged: Money
    refunded: Money


def orders_by_state() -> list[tuple[State, int]]:
    """How many orders stand where; discarded drafts are left out."""
    orders = Order.objects.exclude(state=State.CANCELLED, placed_at=None)
    counted = dict(orders.order_by().values_list("state").annotate(Count("pk")))
    return [(state, counted.get(state, 0)) for state in State]


def on_time(at: datetime) -> Share:
    """Deliveries of the last 30 days that came by the time promised for them, extensions and reworks included."""
    promised = Deadline.objects.filter(
        order=OuterRef("order"), kind=Deadline.Kind.DELIVERY, started_at__lte=OuterRef("at")
    )
    deliveries = Delivery.objects.filter(at__gt=at - MONTH, at__lte=at).annotate(
        promised=Subquery(promised.order_by("-id").values("due_at")[:1])
    )
    counted = deliveries.aggregate(whole=Count("pk"), part=Count("pk", filter=Q(at__lte=F("promised"))))
    return Share(counted["part"], counted["whole"])


def feedback_kept(at: datetime) -> int:
    """Returns taken as feedback in the last 365 days (Row B11)."""
    return Return.objects.filter(decision=Decision.FEEDBACK, decided_at__gt=at - YEAR, decided_at__lte=at).count()


def load(at: datetime) -> list[Load]:
    """Every artist who works here, the busiest first."""
    working = Q(jobs__state__in=IN_WORK)
    late = working & Q(jobs__state=State.IN_PRODUCTION, jobs__due_at__lt=at)
    artists = Person.objects.filter(role=Person.Role.ARTIST, is_active=True).annotate(
        orders_in_work=Count("jobs", filter=working), late=Count("jobs", filter=late)
    )
    items = Item.objects.filter(order__state__in=IN_WORK).order_by()
    pictures = dict(items.values_list("order__artist").annotate(Count("pk")))
    rows = [Load(each, each.orders_in_work, pictures.get(each.pk, 0), each.late) for each in artists]
    return sorted(rows, key=lambda row: (-row.orders, row.artist.name))


def money_by_month(at: datetime) -> list[MoneyOfMonth]:
    """The last twelve months, newest first, each currency by itself; months without money are left out."""
    months = _months(at)
    charged, refunded = _by_month(Charge.objects.all(), months), _by_month(Refund.objects.all(), months)
    keys = sorted({*charged, *refunded}, key=lambda key: (-key[0].timestamp(), key[1]))
    return [
        MoneyOfMonth(month, Money(charged.get((month, unit), 0), unit), Money(refunded.get((month, unit), 0), unit))
        for month, unit in keys
    ]


def _months(at: datetime) -> list[datetime]:
    """Where the last twelve months begin, and where the last of them ends."""
    last = at.year * 12 + at.month - 1
    counted = range(last - MONTHS_SHOWN + 1, last + 2)
    return [datetime(count // 12, count % 12 + 1, 1, tzinfo=UTC) for count in counted]


def _by_month(rows: QuerySet[Charge] | QuerySet[Refund], months: list[datetime]) -> dict[tuple[datetime, str], int]:
    """One sum for each month, in one pass: SQLite would cut each row's time to its month in Python."""
    spans = list(pairwise(months))
    sums = {f"month_{n}": Sum("minor", filter=Q(at__gte=start, at__lt=end)) for n, (start, end) in enumerate(spans)}
    found: Any = rows.filter(at__gte=months[0]).order_by().values("currency").annotate(**sums)
    return {
        (start, row["currency"]): row[f"month_{n}"]
        for row in found
        for n, (start, _) in enumerate(spans)
        if row[f"month_{n}"]
    }
