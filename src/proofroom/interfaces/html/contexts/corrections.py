"""The correction rate as a page shows it: the number, whose it is, and the list behind it (Row B10)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from proofroom.catalogue.models import Product
from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible
from proofroom.interfaces.html.portions import Portion, portion_of
from proofroom.orders.lifecycle.states import STAFF
from proofroom.orders.models import Item, Order
from proofroom.orders.queries import visible_orders
from proofroom.people.models import Account, Person
from proofroom.returns.corrections import (
    TOLERANCE,
    By,
    Rate,
    corrected_pictures,
    corrections_without_pictures,
    rate_of,
    rates_by,
)
from proofroom.returns.models import Return

AT_ONCE = 50
DIGITS = 18
"""Of an id."""
MOST_SHOWN = 50
"""Rows of one table, the highest rates first."""
TITLES: dict[By, str] = {"account": "By account", "product": "By product", "artist": "By artist"}


@dataclass(frozen=True)
class RateRow:
    """The rate of one account, product or artist."""

    name: str
    """Whose it is."""
    url: str
    """The list behind it."""
    rate: Rate
    """The number."""


@dataclass(frozen=True)
class RateTable:
    """Rates side by side."""

    title: str
    """By what."""
    rows: list[RateRow]
    """The highest first."""
    more: int
    """How many are left out."""


@dataclass(frozen=True)
class CorrectionsPage:
    """``/corrections/``."""

    scope: str
    """Whose number this is, in words."""
    rate: Rate
    """The number."""
    tables: list[RateTable]
    """The same number by account, product and artist, as far as the reader may know."""
    portion: Portion[Item]
    """The corrected pictures, newest orders first, with ``correction``, the number of the newest return."""
    unnamed: list[Return]
    """Corrections that name no picture; each counts as one."""
    staff: bool
    """The reader is of the studio: whose orders these are is shown."""
    whole: str
    """Where everything is counted; empty when it is."""
    tolerance: int = TOLERANCE
    """Percent that are normal."""


def corrections_page(actor: Actor, asked: QueryDict, at: datetime) -> CorrectionsPage:
    """``asked``: ``account``, ``product`` and ``artist`` by their ids, and ``before``. As many queries for more rows.

    Raises NotVisible where the reader may see no order of these.
    """
    known: list[By] = ["account", "product", "artist"] if actor.role in STAFF else ["account", "product"]
    said = {by: asked.get(by, "") for by in known}
    chosen = {by: int(value) for by, value in said.items() if value.isdecimal() and len(value) <= DIGITS}
    orders = visible_orders(actor).filter(**chosen)
    pictures = corrected_pictures(orders, at).select_related("order__account")
    unnamed = corrections_without_pictures(orders, at).select_related("order__account")
    return CorrectionsPage(
        scope=_scope(chosen, orders) if chosen else ("All orders" if actor.role in STAFF else "Your orders"),
        rate=rate_of(orders, at),
        tables=_tables([by for by in known if by not in chosen], orders, asked, at),
        portion=portion_of(pictures, asked, AT_ONCE),
        unnamed=list(unnamed.order_by("-pk")[:AT_ONCE]),
        staff=actor.role in STAFF,
        whole=reverse("corrections") if chosen else "",
    )


def _scope(chosen: dict[By, int], orders: QuerySet[Order]) -> str:
    """The names of what is chosen, as one of its orders has them."""
    some = orders.select_related("account", "product", "artist").first()
    if some is None:
        raise NotVisible
    return ", ".join(str(getattr(some, by)) for by in chosen)


def _tables(wanted: list[By], orders: QuerySet[Order], asked: QueryDict, at: datetime) -> list[RateTable]:
    tables = [_table(by, rates_by(by, orders, at), asked) for by in wanted]
    return [table for table in tables if len(table.rows) > 1]


def _table(by: By, rates: dict[int, Rate], asked: QueryDict) -> RateTable:
    worst = sorted(rates.items(), key=lambda pair: (-(pair[1].percent or 0), -pair[1].delivered, pair[0]))
    names = _names(by, [key for key, _ in worst[:MOST_SHOWN]])
    rows = [RateRow(names[key], _with(asked, by, key), rate) for key, rate in worst[:MOST_SHOWN]]
    return RateTable(TITLES[by], rows, len(worst) - len(rows))


def _names(by: By, ids: list[int]) -> dict[int, str]:
    kinds: dict[By, QuerySet[Any]] = {
        "account": Account.objects.all(), "product": Product.objects.all(), "artist": Person.objects.all()
    }  # fmt: skip
    return dict(kinds[by].filter(pk__in=ids).values_list("pk", "name"))


def _with(asked: QueryDict, by: By, key: int) -> str:
    query = asked.copy()
    query.pop("before", None)
    query[by] = str(key)
    return f"?{query.urlencode()}"
