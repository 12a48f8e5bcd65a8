"""The correction rate (Row B10): corrected pictures of those delivered, and the pictures behind each number."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from proofroom.orders.models import Delivery, Item, Order
from proofroom.returns.models import RejectedItem, Return
from proofroom.returns.states import CORRECTED

YEAR = timedelta(days=365)
TOLERANCE = 5
"""Percent of a year's pictures that may need a correction."""
By = Literal["account", "product", "artist"]


@dataclass(frozen=True)
class Rate:
    """``corrected`` of ``delivered`` pictures."""

    corrected: int
    delivered: int

    @property
    def percent(self) -> float | None:
        """From 0 on; None where nothing was delivered."""
        return 100 * self.corrected / self.delivered if self.delivered else None

    @property
    def within(self) -> bool:
        """It is normal."""
        return 100 * self.corrected <= TOLERANCE * self.delivered


def rate_of(orders: QuerySet[Order], at: datetime) -> Rate:
    """All of these orders together; three queries."""
    rates = rates_by("product", orders, at).values()
    return Rate(sum(each.corrected for each in rates), sum(each.delivered for each in rates))


def rates_by(by: By, orders: QuerySet[Order], at: datetime) -> dict[int, Rate]:
    """The rate of each account, product or artist by its id, in three queries.

    A picture counts once however often it came back; a correction that names no picture counts as one. Feedback,
    declined returns and amendments do not count, nor does what was said before anything was delivered.
    """
    named = _tally(corrected_pictures(orders, at), f"order__{by}")
    unnamed = _tally(corrections_without_pictures(orders, at), f"order__{by}")
    delivered = _tally(_delivered(orders, at), f"order__{by}")
    return {
        key: Rate(named.get(key, 0) + unnamed.get(key, 0), delivered.get(key, 0))
        for key in {*named, *unnamed, *delivered}
    }


def corrected_pictures(orders: QuerySet[Order], at: datetime) -> QuerySet[Item]:
    """Each picture that was corrected, once, with the newest ``correction`` of it: the return's number."""
    rows = _named(at).filter(item=OuterRef("pk"))
    newest = rows.order_by("-of__decided_at", "-of").values("of__number")[:1]
    return Item.objects.filter(Exists(rows), order__in=orders).annotate(correction=Subquery(newest))


def corrections_without_pictures(orders: QuerySet[Order], at: datetime) -> QuerySet[Return]:
    """Corrections that name no picture: each counts as one."""
    before = Delivery.objects.filter(order=OuterRef("order"), at__lte=OuterRef("opened_at"))
    return _corrections(at).filter(Exists(before), order__in=orders, rejected=None)


def _delivered(orders: QuerySet[Order], at: datetime) -> QuerySet[Item]:
    rounds = Delivery.objects.filter(versions__item=OuterRef("pk"), at__gt=at - YEAR, at__lte=at)
    return Item.objects.filter(Exists(rounds), order__in=orders)


def _corrections(at: datetime) -> QuerySet[Return]:
    return Return.objects.filter(decision__in=CORRECTED, decided_at__gt=at - YEAR, decided_at__lte=at)


def _named(at: datetime) -> QuerySet[RejectedItem]:
    """Of a split return only its corrected part."""
    return RejectedItem.objects.filter(of__in=_corrections(at), part__in=("", RejectedItem.Part.CORRECTION))


def _tally(rows: QuerySet[Any], by: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(by).annotate(Count("pk")))
