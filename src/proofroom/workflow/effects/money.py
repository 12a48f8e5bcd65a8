"""Effects on money."""

from proofroom.catalogue.pricing import price
from proofroom.core.money import Money, from_decimal
from proofroom.orders.models import Order
from proofroom.orders.queries import quantity
from proofroom.payments.commands import charge, refund, refundable
from proofroom.payments.models import Charge
from proofroom.people.models import Person
from proofroom.workflow import inputs
from proofroom.workflow.step import Step


def price_and_charge(step: Step) -> None:
    """The price is computed from the snapshot, which is today's: see ``workflow.agreeing``."""
    order = step.order
    computed = price(order.spec, quantity(order))
    order.price_minor = computed.total.minor
    Order.objects.filter(pk=order.pk).update(price_minor=order.price_minor)
    lines = [{"label": line.label, "count": str(line.count), "total": str(line.total)} for line in computed.lines]
    charge(order, Charge.Kind.ORDER, computed.total, lines, step.at)
    step.told["price"] = str(computed.total)


def refund_all(step: Step) -> None:
    """All that was paid and not refunded before goes back."""
    left = refundable(step.order)
    reason = getattr(step.given, "reason", "")
    refund(step.order, left, f"Cancelled: {reason}" if reason else "The order was cancelled.", _by(step), step.at)
    step.told["refunded"] = str(Money(left, step.order.price.currency))


def refund_part(step: Step) -> None:
    """The named amount goes back; ``refund`` refuses more than was paid."""
    assert isinstance(step.given, inputs.Refund)
    amount = from_decimal(step.given.amount, step.order.price.currency)
    refund(step.order, amount.minor, step.given.reason, _by(step), step.at)
    step.told |= {"refunded": str(amount), "reason": step.given.reason}


def _by(step: Step) -> Person | None:
    return Person.objects.filter(pk=step.actor.person).first() if step.actor.person else None
