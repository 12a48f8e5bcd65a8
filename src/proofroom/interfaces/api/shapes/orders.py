"""An order as JSON: product, style, variables and extras by their slugs, so that what is read can be sent again."""

from datetime import datetime
from typing import Any

from pydantic import Field

from proofroom.catalogue.pricing import price
from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.items import ItemShape, item_shape, readable_items
from proofroom.interfaces.api.shapes.parts import (
    MoneyShape,
    PersonShape,
    Shape,
    money_shape,
    person_shape,
    somebody_or_null,
)
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.orders.queries import reads_prices
from proofroom.orders.time_left import time_left
from proofroom.payments.pay import pay_of, pays_of


class TimeLeftShape(Shape):
    """The clock that counts now."""

    due_at: datetime | None = Field(description="When the wait ends; null while the clock stands still.")
    seconds: int = Field(description="Whole seconds that are left; 0 when it is over.")
    running: bool
    next: str = Field(description="What happens then, in a sentence.")


class AccountShape(Shape):
    """The customer account the order belongs to."""

    id: int
    name: str


class OrderLine(Shape):
    """An order as lists show it."""

    number: str
    state: State
    account: AccountShape
    customer: PersonShape
    artist: PersonShape | None
    product: str = Field(description="Slug.")
    style: str | None = Field(description="Slug.")
    variables: dict[str, int] = Field(description="The level of each variable by its slug.")
    extras: list[str] = Field(description="Slugs.")
    pictures: int
    price: MoneyShape | None = Field(
        description="Computed for a draft, fixed when the order is placed; null for artists."
    )
    pay: MoneyShape | None = Field(description="What the artist is paid; null for everybody else.")
    created_at: datetime
    placed_at: datetime | None
    due_at: datetime | None
    delivered_at: datetime | None
    completed_at: datetime | None
    accepted_at: datetime | None
    cancelled_at: datetime | None
    changed_at: datetime
    time_left: TimeLeftShape | None


class OrderShape(OrderLine):
    """An order in full."""

    instructions: str
    specification: dict[str, Any] = Field(
        description="What was on offer when it was chosen: names, labels and prices in minor units per picture, which "
        "are left out for artists."
    )
    items: list[ItemShape]


class Orders(Listed):
    """A page of orders, the newest first."""

    items: list[OrderLine]


def order_shape(order: Order, actor: Actor, at: datetime) -> OrderShape:
    """An order as this person may see it at ``at``; the number of queries does not depend on its size."""
    items = [item_shape(item) for item in readable_items(order, actor)]
    return OrderShape(
        **_line(order, sum(item.workable for item in items), actor, at),
        pay=None if reads_prices(actor.role) else money_shape(pay_of(order)),
        instructions=order.instructions,
        specification=order.specification if reads_prices(actor.role) else order.spec.without_prices(),
        items=items,
    )


def order_lines(orders: list[Order], actor: Actor, at: datetime) -> list[OrderLine]:
    """The orders of a list; ``pictures`` are counted and deadlines are fetched with the list."""
    pays = {} if reads_prices(actor.role) else pays_of(orders)
    return [_listed(order, pays.get(order.pk), actor, at) for order in orders]


def _listed(order: Any, pay: Money | None, actor: Actor, at: datetime) -> OrderLine:
    """``order`` carries ``pictures`` from ``for_lists``."""
    return OrderLine(**_line(order, order.pictures, actor, at), pay=money_shape(pay) if pay else None)


def _line(order: Order, pictures: int, actor: Actor, at: datetime) -> dict[str, Any]:
    left = time_left(order, order.deadlines.all(), at)
    cost = price(order.spec, pictures).total if order.stands is State.DRAFT else order.price
    return {
        "number": order.number,
        "state": order.stands,
        "account": AccountShape(id=order.account.pk, name=order.account.name),
        "customer": person_shape(order.customer),
        "artist": somebody_or_null(order.artist),
        **_chosen(order),
        "pictures": pictures,
        "price": money_shape(cost) if reads_prices(actor.role) else None,
        "time_left": TimeLeftShape.model_validate(left, from_attributes=True) if left else None,
        **{name: getattr(order, name) for name in OrderLine.model_fields if name.endswith("_at")},
    }


def _chosen(order: Order) -> dict[str, Any]:
    chosen = order.spec
    return {
        "product": chosen.product,
        "style": chosen.style.slug if chosen.style else None,
        "variables": {each.slug: each.level or 0 for each in chosen.variables},
        "extras": [extra.slug for extra in chosen.extras],
    }
