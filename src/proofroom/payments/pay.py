"""What artists are paid: their share of what was charged and not refunded (Row C8)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from proofroom.core.money import Money
from proofroom.orders.models import Order
from proofroom.payments.models import Charge, Payout, Refund

ARTIST_SHARE_PERCENT = 70


def pay_of(order: Order) -> Money:
    """What the order's artist is owed for it, or will be when it is completed; see ``pays_of``."""
    return pays_of([order])[order.pk]


def pays_of(orders: Iterable[Order]) -> dict[int, Money]:
    """The pay of each order's artist by the order's id, in one query; of a free job, what whoever claims it gets.

    Amendments add to it and refunds take from it. What another artist was paid out for the same order, before it was
    given to this one, is not this one's. What is promised here is what ``pay_out`` keeps.
    """
    numbers = [order.pk for order in orders]
    of_order = {"order": OuterRef("pk")}
    found = Order.objects.filter(pk__in=numbers).annotate(
        charged=_sum(Charge.objects.filter(**of_order)),
        refunded=_sum(Refund.objects.filter(**of_order)),
        others=_sum(Payout.objects.filter(~Q(artist=OuterRef("artist")), **of_order)),
    )
    return {order.pk: _share(order) for order in found}


def _share(order: Any) -> Money:
    """``order`` carries the sums of its money records."""
    currency = order.price.currency
    return Money(order.charged - order.refunded, currency).percent(ARTIST_SHARE_PERCENT) - Money(order.others, currency)


def _sum(rows: "QuerySet[Charge] | QuerySet[Refund] | QuerySet[Payout]") -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("order").annotate(sum=Sum("minor")).values("sum")), 0)
