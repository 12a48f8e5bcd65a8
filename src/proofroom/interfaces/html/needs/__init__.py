"""What waits for a person, in sentences with one link each: one module per role, read by the home page."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.urls import reverse

from proofroom.interfaces.html.contexts.home import Need, Underway
from proofroom.interfaces.html.templatetags.display import plural
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.workflow.waiting import annotated

AT_ONCE = 5
"""Of each kind; the lists behind the links have the rest."""
UNDERWAY = 10
Row = TypeVar("Row")


def order_url(number: str, part: str = "") -> str:
    """The page of an order, or the part of it that is meant: ``messages``."""
    return reverse("order", args=[number]) + (f"#{part}" if part else "")


def action_url(number: str, action: str) -> str:
    """The page on which an action is done."""
    return reverse("order_action", args=[number, action])


def first_few(waiting: QuerySet[Any, Row], told: Callable[[Row], Need], rest: Need) -> Iterator[Need]:
    """``told`` of the first ``AT_ONCE``, and ``rest``, which leads to all of them, only when there are more."""
    found = list(waiting[: AT_ONCE + 1])
    yield from map(told, found[:AT_ONCE])
    if len(found) > AT_ONCE:
        yield rest


def orders_in(state: State) -> str:
    """The list of the orders in this state."""
    return f"{reverse('order_list')}?state={state}"


def first_due_first(needs: Iterable[Need]) -> list[Need]:
    """Those with a clock by their time, then the rest as they come."""
    return sorted(needs, key=lambda need: need.due.timestamp() if need.due else float("inf"))


def pictures_of(order: Order) -> str:
    """``24 pictures``, by the word of the order's product; for orders from ``for_lists``."""
    return plural(annotated(order, "pictures"), order.spec.unit)


def is_late(order: Order, at: datetime) -> bool:
    """The promised time is over."""
    return order.due_at is not None and order.due_at <= at


def underway(order: Order, sentence: str, at: datetime, *, due: datetime | None) -> Underway:
    """One row of what is in work; ``due`` None where no delivery time counts."""
    late = due is not None and due <= at
    return Underway(
        order.number, order_url(order.number), order.spec.name, order.state, pictures_of(order), sentence, due, late
    )
