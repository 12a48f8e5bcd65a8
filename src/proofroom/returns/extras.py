"""Extras that came into orders after delivery, by approved quotes (Row B16)."""

from django.db.models import QuerySet

from proofroom.orders.models import Order
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.models import Quote, Suggested
from proofroom.returns.states import QUOTED


def added_later(orders: QuerySet[Order]) -> dict[str, str]:
    """The number of the newest of these orders that each extra was added to, by the extra's slug."""
    approved = Suggested.objects.filter(
        of__order__in=orders, of__quotes__state=Quote.State.APPROVED, kind=Keyword.AMENDMENT, decision__in=QUOTED
    )
    rows = approved.order_by("of__order_id", "pk").values_list("extras", "of__order__number")
    return {slug: number for slugs, number in rows for slug in slugs}
