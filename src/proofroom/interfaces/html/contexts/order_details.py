"""Transaction and order information: what was ordered, what it costs, who is concerned."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.catalogue.specification import Specification
from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Order, Review
from proofroom.payments.commands import ARTIST_SHARE_PERCENT
from proofroom.payments.models import Charge, Refund
from proofroom.people.models import Person
from proofroom.returns.models import Return


@dataclass(frozen=True)
class OrderDetails:
    """Everything of the Details tab."""

    spec: Specification
    """What was chosen, as it was on offer then."""
    instructions: str
    """What the customer wrote for the whole order."""
    pay: Money | None
    """For artists, their share of what was charged and not refunded; None for everybody else, who see the charges."""
    charges: list[Charge]
    """What was charged, each with its lines."""
    refunds: list[Refund]
    """What went back."""
    total: Money
    """Charged less refunded."""
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
    """Five queries."""
    artists = actor.role == Role.ARTIST
    charges, refunds = list(order.charges.order_by("id")), list(order.refunds.order_by("id"))
    times = (
        ("Placed", order.placed_at),
        ("Delivery due", order.due_at),
        ("Delivered", order.delivered_at),
        ("Accepted", order.accepted_at),
        ("Completed", order.completed_at),
        ("Cancelled", order.cancelled_at),
    )
    left = sum(each.minor for each in charges) - sum(each.minor for each in refunds)
    return OrderDetails(
        pay=Money(left, order.price.currency).percent(ARTIST_SHARE_PERCENT) if artists else None,
        spec=order.spec,
        instructions=order.instructions,
        charges=charges,
        refunds=refunds,
        total=Money(left, order.price.currency),
        account=order.account.name,
        customer=order.customer,
        artist=order.artist,
        manager=order.account.manager,
        times=[(label, at) for label, at in times if at],
        returns=list(order.returns.order_by("-id")),
        review=Review.objects.filter(order=order).first(),
    )
