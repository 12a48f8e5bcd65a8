"""Effects on money."""

from proofroom.catalogue.pricing import price
from proofroom.core.errors import Refused
from proofroom.core.money import Money, from_decimal
from proofroom.orders.commands.promising import clear_deadlines, set_due
from proofroom.orders.models import Deadline, Order
from proofroom.orders.queries import quantity
from proofroom.payments.commands import charge, refund, refundable
from proofroom.payments.models import Charge
from proofroom.people.models import Person
from proofroom.returns.commands import answer_quote, move
from proofroom.returns.lifecycle import ReturnAction
from proofroom.returns.models import Quote
from proofroom.returns.queries import open_quote
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


def charge_quote(step: Step) -> None:
    """The customer approved: the quoted price is charged and the return goes to work."""
    quote = _quote(step)
    answer_quote(quote, Quote.State.APPROVED, step.at)
    charge(
        step.order, Charge.Kind.AMENDMENT, quote.money, [{"label": quote.message, "total": str(quote.money)}], step.at
    )
    clear_deadlines(step.order, step.at, kinds=[Deadline.Kind.QUOTE_EXPIRY])
    move(quote.of, ReturnAction.APPROVE, step.actor, step.at)
    if quote.due_at is not None and quote.due_at > step.at and step.row.target is None:
        set_due(step.order, quote.due_at, step.at)  # before delivery nothing is reworked: the order's own time moves
    step.told |= {"price": str(quote.money), "return": quote.of.number}


def drop_quote(step: Step) -> None:
    """Declined or expired: nothing is charged."""
    quote = _quote(step)
    answer_quote(quote, Quote.State.DECLINED, step.at)
    clear_deadlines(step.order, step.at, kinds=[Deadline.Kind.QUOTE_EXPIRY])
    step.told["return"] = quote.of.number


def _quote(step: Step) -> Quote:
    quote = open_quote(step.order)
    if quote is None:
        raise Refused("no_quote", "No quote is waiting for an answer.")
    return quote


def _by(step: Step) -> Person | None:
    return Person.objects.filter(pk=step.actor.person).first() if step.actor.person else None
