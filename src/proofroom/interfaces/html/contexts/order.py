"""The page of one order, from all its parts."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.activity import Entry, activity_of
from proofroom.interfaces.html.contexts.offers import Button, buttons_of, in_sight, out_of_sight
from proofroom.interfaces.html.contexts.order_details import OrderDetails, order_details
from proofroom.interfaces.html.contexts.order_files import OrderFiles, order_files
from proofroom.interfaces.html.contexts.production import Production, production_of
from proofroom.interfaces.html.contexts.situation import Situation, situation_of
from proofroom.interfaces.html.contexts.thread import Said, thread_of
from proofroom.interfaces.html.contexts.time_left import TimeLeft, time_left_of
from proofroom.orders.lifecycle.engine import offers
from proofroom.orders.lifecycle.states import Action, Role, State
from proofroom.orders.lifecycle.table import TRANSITIONS
from proofroom.orders.models import Order
from proofroom.orders.queries import STAFF
from proofroom.people.models import Person
from proofroom.workflow.facts import facts_of


@dataclass(frozen=True)
class Written:
    """A message that could not be sent, kept in its form."""

    body: str = ""
    """What was written."""
    wrong: str = ""
    """Why it was not sent, empty when nothing is wrong."""


@dataclass(frozen=True)
class OrderPage:
    """The page of one order."""

    order: Order
    """The order."""
    situation: Situation
    """How it stands, first on the page."""
    buttons: list[Button]
    """What the reader can do now."""
    not_now: list[Button]
    """What is part of the state but not possible now, each with its reason."""
    time_left: TimeLeft
    """The clock."""
    activity: list[Entry]
    """Who did what when, newest first."""
    thread: list[Said]
    """The messages."""
    new: int
    """How many of them the reader had not read."""
    written: Written
    """What stands in the message form."""
    can_note: bool
    """The reader may write internal notes."""
    files: OrderFiles
    """Originals and deliveries."""
    details: OrderDetails
    """Transaction and order information."""
    production: Production | None
    """The artist's area; None for everybody else and in other states."""
    for_customer: bool
    """The reader is of the order's account."""
    can_write: bool
    """The order takes messages: it is no draft."""


def order_page(order: Order, actor: Actor, reader: Person, at: datetime, written: Written | None = None) -> OrderPage:
    """The number of queries depends neither on the size of the order nor on how many orders there are."""
    facts = facts_of(order, actor)
    mine = order.state == State.IN_PRODUCTION and actor.role == Role.ARTIST and facts.assigned_to_me
    offered = offers(TRANSITIONS, facts, at)
    buttons = buttons_of(order, offered, leave_out=frozenset({Action.DELIVER}) if mine else frozenset())
    thread = thread_of(order, actor)
    return OrderPage(
        order=order,
        situation=situation_of(order, facts, reader, at),
        buttons=in_sight(buttons),
        not_now=out_of_sight(buttons),
        time_left=time_left_of(order, reader, at),
        activity=activity_of(order, reader),
        thread=thread,
        new=sum(each.unread for each in thread),
        written=written or Written(),
        can_note=actor.role in STAFF,
        files=order_files(order),
        details=order_details(order),
        production=_production(order, buttons_of(order, offered)) if mine else None,
        for_customer=actor.role == Role.CUSTOMER,
        can_write=order.placed_at is not None,
    )


def _production(order: Order, buttons: list[Button]) -> Production:
    return production_of(order, next(each for each in buttons if each.name == Action.DELIVER))
