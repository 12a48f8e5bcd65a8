"""What the support page receives."""

from dataclasses import dataclass
from urllib.parse import quote

from proofroom.core.actor import Actor
from proofroom.orders.models import Order
from proofroom.orders.queries import for_lists, visible_orders
from proofroom.people.models import Account, Person

RECENT = 8


@dataclass(frozen=True)
class Helper:
    """Somebody who helps."""

    name: str
    """Who."""
    does: str
    """What they are to the reader."""
    email: str
    """Their address."""
    mail: str
    """The link that writes to them, with the order's number as subject where the page is about one."""


@dataclass(frozen=True)
class SupportPage:
    """Who helps, and how fast."""

    order: Order | None
    """The order the reader comes from, if from one."""
    helpers: list[Helper]
    """The account managers of a customer; the coordinators for everybody else."""
    recent: list[Order]
    """Orders to write a message on, newest first."""
    for_customer: bool
    """The reader is a customer."""


def support_page(actor: Actor, order: Order | None) -> SupportPage:
    """The number of queries depends neither on people nor on orders."""
    for_customer = actor.role == Person.Role.CUSTOMER
    recent = for_lists(visible_orders(actor), actor.person).exclude(placed_at=None)[:RECENT]
    helpers = _managers(actor, order) if for_customer else _coordinators(order)
    return SupportPage(order, helpers, list(recent), for_customer)


def _managers(actor: Actor, order: Order | None) -> list[Helper]:
    accounts = Account.objects.filter(pk__in=[order.account_id] if order else actor.accounts)
    found = accounts.exclude(manager=None).select_related("manager").order_by("name")
    return [
        _helper(account.manager, f"Account manager of {account.name}", order) for account in found if account.manager
    ]


def _coordinators(order: Order | None) -> list[Helper]:
    people = Person.objects.filter(role=Person.Role.COORDINATOR, is_active=True).order_by("name")
    return [_helper(person, "Coordinator", order) for person in people]


def _helper(person: Person, does: str, order: Order | None) -> Helper:
    subject = f"?subject={quote(order.number)}" if order else ""
    return Helper(person.name, does, person.email, f"mailto:{quote(person.email, safe='@')}{subject}")
