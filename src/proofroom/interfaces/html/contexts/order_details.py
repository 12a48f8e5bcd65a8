"""Transaction and order information: what was ordered, what it costs, who is concerned."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.catalogue.specification import Specification
from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.interfaces.html.contexts.bills import Line, lines_of
from proofroom.orders.models import Order, Review
from proofroom.orders.queries import reads_prices
from proofroom.payments.models import Charge, Refund
from proofroom.payments.pay import pay_of
from proofroom.people.models import Person
from proofroom.returns.models import Return


@dataclass(frozen=True)
class Bill:
    """What the customer pays."""

    ordered: list[Line]
    """What the order cost."""
    amended: list[Line]
    """What approved amendments cost."""
    refunds: list[Refund]
    """What went back."""
    total: Money
    """Charged less refunded."""


@dataclass(frozen=True)
class OrderDetails:
    """Everything of the Details tab."""

    spec: Specification
    """What was chosen, as it was on offer then."""
    instructions: str
    """What the customer wrote for the whole order."""
    pay: Money | None
    """What the artist is paid; None for everybody else."""
    bill: Bill | None
    """What the customer pays; None for artists."""
    account: str
    """Who ordered: the account."""
    customer: Person
    """Who ordered: the person."""
    artist: Person | None
    """Who makes it; None before somebody took it."""
    manager: Person | None
    """The account manager, whom the customer can write to (Row B14)."""
    times: list[tuple[str, datetime]]
    """What happened when, as far as it happened."""
    returns: list[Return]
    """Every return of the order, newest first."""
    review: Review | None
    """What the customer said about the artist."""


def order_details(order: Order, actor: Actor) -> OrderDetails:
    """Four queries, three for artists."""
    priced = reads_prices(actor.role)
    times = (
        ("Placed", order.placed_at),
        ("Delivery due", order.due_at),
        ("Delivered", order.delivered_at),
        ("Accepted", order.accepted_at),
        ("Completed", order.completed_at),
        ("Cancelled", order.cancelled_at),
    )
    return OrderDetails(
        pay=None if priced else pay_of(order),
        bill=_bill(order) if priced else None,
        spec=order.spec,
        instructions=order.instructions,
        account=order.account.name,
        customer=order.customer,
        artist=order.artist,
        manager=order.account.manager,
        times=[(label, at) for label, at in times if at],
        returns=list(order.returns.order_by("-id")),
        review=Review.objects.filter(order=order).first(),
    )


def _bill(order: Order) -> Bill:
    charges, refunds = list(order.charges.order_by("id")), list(order.refunds.order_by("id"))
    lines = {kind: [line for each in charges if each.kind == kind for line in lines_of(each)] for kind in Charge.Kind}
    left = sum(each.minor for each in charges) - sum(each.minor for each in refunds)
    return Bill(lines[Charge.Kind.ORDER], lines[Charge.Kind.AMENDMENT], refunds, Money(left, order.price.currency))
