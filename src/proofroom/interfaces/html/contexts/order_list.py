"""My orders: what its rows show, filtered and in portions, without counting everything."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import QueryDict
from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.moments import span_in_words
from proofroom.core.money import Money
from proofroom.interfaces.html.portions import portion_of
from proofroom.orders.lifecycle.states import STAFF, Role, State
from proofroom.orders.models import Deadline, Item, Order
from proofroom.orders.queries import for_lists, reads_prices, visible_orders
from proofroom.payments.pay import pays_of

AT_ONCE = 50
WHOLE_NUMBER = re.compile(r"PR-\d{4}-\d{6,}", re.IGNORECASE)
LIKE_A_NUMBER = re.compile(r"(PR-)?(\d{4}-)?\d{3,}", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One order of the list."""

    order: Order
    """The order, with ``pictures`` and ``unread`` counted."""
    url: str
    """Its page."""
    product: str
    """What was ordered, as it was called then."""
    time: str
    """Time left, or why no clock runs."""
    late: bool
    """The delivery time is over."""
    money: Money
    """What the customer pays; for artists, what they are paid."""


@dataclass(frozen=True)
class OrderListPage:
    """The page of My orders."""

    title: str
    """``My orders``, or ``Orders`` for the studio."""
    rows: list[Row]
    """At most fifty, newest first."""
    states: list[tuple[str, str]]
    """What the filter offers: the table's name and the word for it."""
    state: str
    """The chosen state, empty for all."""
    query: str
    """What is searched for, empty for nothing."""
    filtered: bool
    """Something was chosen or searched for."""
    older: str
    """The query of the next portion, empty at the end."""
    newest: str
    """The query of the first portion, empty on it."""
    for_customer: bool
    """The reader orders; the studio and artists see whose order it is."""
    for_artist: bool
    """The reader makes the work: rows say what they are paid, not what the customer pays."""


def list_title(actor: Actor) -> str:
    """What the list is called for this person; the studio's orders are nobody's own."""
    return "Orders" if actor.role in STAFF else "My orders"


def order_list_page(actor: Actor, asked: QueryDict, at: datetime) -> OrderListPage:
    """``asked``: ``state``, ``q``, and ``before``, the last order of the portion shown before."""
    state = asked.get("state", "") if asked.get("state") in set(State) else ""
    query = asked.get("q", "").strip()[:100]
    orders = _searched(_listed(actor), query)
    if state:
        orders = orders.filter(state=state)
    portion = portion_of(orders, asked, AT_ONCE)
    return OrderListPage(
        title=list_title(actor),
        rows=_rows(portion.rows, actor, at),
        states=[(each.value, each.label) for each in State if each is not State.DRAFT or actor.role == Role.CUSTOMER],
        state=state,
        query=query,
        filtered=bool(state or query),
        older=portion.older,
        newest=portion.newest,
        for_customer=actor.role == Role.CUSTOMER,
        for_artist=actor.role == Role.ARTIST,
    )


def _listed(actor: Actor) -> QuerySet[Order]:
    orders = visible_orders(actor)
    if actor.role == Role.ARTIST:
        orders = orders.filter(artist=actor.person)
    clock = Deadline.objects.filter(
        order=OuterRef("pk"), kind=Deadline.Kind.COMPLETION, fired_at=None, cleared_at=None
    ).values("due_at")[:1]
    return for_lists(orders, actor.person).annotate(completes_at=Subquery(clock))


def _searched(orders: QuerySet[Order], query: str) -> QuerySet[Order]:
    """By a number, which an index finds; by the end of one; or by part of a file's name."""
    if not query:
        return orders
    if WHOLE_NUMBER.fullmatch(query):
        return orders.filter(number=query.upper())
    if LIKE_A_NUMBER.fullmatch(query):
        numbered = orders.filter(number__iendswith=query)
        if numbered.exists():
            return numbered
    return orders.filter(Exists(Item.objects.filter(order=OuterRef("pk"), name__icontains=query)))


def _rows(orders: list[Order], actor: Actor, at: datetime) -> list[Row]:
    amounts = {each.pk: each.price for each in orders} if reads_prices(actor.role) else pays_of(orders)
    return [_row(order, amounts[order.pk], at) for order in orders]


def _row(order: Any, money: Money, at: datetime) -> Row:
    time, late = _time(order, at)
    return Row(order, reverse("order", args=[order.number]), order.specification["name"], time, late, money)


def _time(order: Any, at: datetime) -> tuple[str, bool]:
    """``order`` carries ``completes_at`` from the query."""
    if order.state in {State.PLACED, State.IN_PRODUCTION} and order.due_at:
        late = order.due_at < at
        return f"{span_in_words(order.due_at - at)}{' late' if late else ''}", late
    if order.state == State.DELIVERED and order.completes_at:
        return f"{span_in_words(order.completes_at - at)} to accept", False
    return {State.REOPENED: "Stands still", State.DRAFT: "Not placed"}.get(order.state, ""), False
