"""Charging, refunding, paying out. Called inside the transaction that holds the order's lock."""

from datetime import datetime

from django.db.models import Sum

from proofroom.core.errors import Refused
from proofroom.core.money import Money
from proofroom.orders.models import Order
from proofroom.payments.models import Charge, Payout, Refund
from proofroom.payments.pay import pay_of
from proofroom.people.models import Person


def charge(order: Order, kind: str, amount: Money, lines: list[dict[str, str]], at: datetime) -> Charge | None:
    """Owe ``amount`` for the order; nothing is kept for a sum of zero."""
    if amount.minor == 0:
        return None
    return Charge.objects.create(
        order=order, kind=kind, minor=amount.minor, currency=amount.currency, lines=lines, at=at
    )


def charged(order: Order) -> int:
    """All that was charged, in minor units."""
    return order.charges.aggregate(sum=Sum("minor"))["sum"] or 0


def refundable(order: Order) -> int:
    """What was charged less every refund before, in minor units."""
    return charged(order) - (order.refunds.aggregate(sum=Sum("minor"))["sum"] or 0)


def refund(order: Order, minor: int, reason: str, by: Person | None, at: datetime) -> Refund | None:
    """Give back ``minor`` units. Raises Refused where it is more than what is left to refund."""
    if minor == 0:
        return None
    left = refundable(order)
    if minor > left:
        most = Money(left, order.price.currency)
        raise Refused("too_much", f"At most {most} can be refunded: never more than was paid.")
    made = Refund.objects.create(order=order, minor=minor, currency=order.price.currency, reason=reason, by=by, at=at)
    if order.payouts.exists():
        pay_out(order, at)
    return made


def pay_out(order: Order, at: datetime) -> Payout | None:
    """Owe the artist their pay, less what they were paid for the order before.

    Where more was refunded since, the difference is negative and takes their share of it back.
    """
    if order.artist is None:
        return None
    pay = pay_of(order)
    paid = order.payouts.filter(artist=order.artist).aggregate(sum=Sum("minor"))["sum"] or 0
    if pay.minor == paid:
        return None
    return Payout.objects.create(order=order, artist=order.artist, minor=pay.minor - paid, currency=pay.currency, at=at)
