"""The page of one order, from all its parts."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.activity import Entry, activity_of
from proofroom.interfaces.html.contexts.offers import Button, buttons_of, in_sight, out_of_sight
from proofroom.interfaces.html.contexts.order_details import OrderDetails, order_details
from proofroom.interfaces.html.contexts.order_files import OrderFiles, order_files
from proofroom.interfaces.html.contexts.order_list import list_title
from proofroom.interfaces.html.contexts.production import Production, production_of
from proofroom.interfaces.html.contexts.situation import Situation, situation_of
from proofroom.interfaces.html.contexts.thread import Said, thread_of
from proofroom.interfaces.html.contexts.time_left import TimeLeft, time_left_of
from proofroom.orders.lifecycle.engine import offers
from proofroom.orders.lifecycle.states import STAFF, Action, Role, State
from proofroom.orders.lifecycle.table import TRANSITIONS
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.redistribution.holdings import outdated_destinations
from proofroom.workflow.facts import facts_of


@dataclass(frozen=True)
class Written:
    """What the reader wrote and has not sent yet, kept in its forms."""

    body: str = ""
    """A message that could not be sent."""
    wrong: str = ""
    """Why it was not sent, empty when nothing is wrong."""
    note: str = ""
    """The artist's note for the delivery being made."""


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
    """What stands in the forms of messages and of the delivery."""
    can_note: bool
    """The reader may write internal notes."""
    files: OrderFiles
    """Originals and deliveries."""
    details: OrderDetails
    """Transaction and order information."""
    production: Production | None
    """The artist's area; None for everybody else and in other states."""
    downloads_first: bool
    """Downloading is what the reader most likely came for."""
    trail: list[tuple[str, str]]
    """Where the page stands."""
    for_customer: bool
    """The reader is of the order's account."""
    can_write: bool
    """The order takes messages: it is no draft."""
    outdated: list[str]
    """The account's destinations that hold an older version of something, by name."""


def order_page(order: Order, actor: Actor, reader: Person, at: datetime, written: Written | None = None) -> OrderPage:
    """The number of queries depends neither on the size of the order nor on how many orders there are."""
    facts = facts_of(order, actor)
    mine = order.state == State.IN_PRODUCTION and actor.role == Role.ARTIST and facts.assigned_to_me
    offered = offers(TRANSITIONS, facts, at)
    files = order_files(order, reader)
    downloads_first = actor.role == Role.CUSTOMER and order.state in {State.DELIVERED, State.COMPLETED}
    buttons = buttons_of(order, offered, primary=not downloads_first)
    deliver = next((each for each in buttons if each.name == Action.DELIVER), None) if mine else None
    buttons = [each for each in buttons if each is not deliver]
    thread = thread_of(order, actor)
    return OrderPage(
        order=order,
        situation=situation_of(order, facts, reader, at),
        buttons=in_sight(buttons),
        not_now=out_of_sight(buttons),
        time_left=time_left_of(order, reader, at),
        activity=activity_of(order, actor, reader),
        thread=thread,
        new=sum(each.unread for each in thread),
        written=written or Written(),
        can_note=actor.role in STAFF,
        files=files,
        details=order_details(order, actor),
        production=production_of(order, deliver) if deliver else None,
        downloads_first=downloads_first,
        trail=[(list_title(actor), reverse("order_list"))],
        for_customer=actor.role == Role.CUSTOMER,
        can_write=order.placed_at is not None,
        outdated=_outdated(order, actor),
    )


def _outdated(order: Order, actor: Actor) -> list[str]:
    if actor.role != Role.CUSTOMER or order.delivered_at is None:
        return []
    return [each.name for each in outdated_destinations(order)]
