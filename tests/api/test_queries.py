"""Reading asks the database the same number of questions, however much there is to tell."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proofroom.catalogue.models import Extra, Level, Product, Style, Variable
from proofroom.orders.models import Order
from tests.api.conftest import AsPart, Program
from tests.api.test_markings import ANNOTATION
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

Grow = Callable[[Orders, Program, Order], object]


def more_orders(orders: Orders, program: Program, order: Order) -> object:
    return [orders.delivered(), orders.reopened()]


def more_messages(orders: Orders, program: Program, order: Order) -> object:
    return [program.post(f"orders/{order.number}/messages", {"body": "More."}) for _ in range(3)]


def more_markings(orders: Orders, program: Program, order: Order) -> object:
    return [program.post(f"orders/{order.number}/items/{first(order)}/markings", ANNOTATION) for _ in range(3)]


def more_activity(orders: Orders, program: Program, order: Order) -> object:
    rejected = {"items": [{"item": first(order), "comment": "Dark."}]}
    return orders.do("reject_images", order, "customer", BEGINNING + 4 * HOUR, **rejected)


def more_products(orders: Orders, program: Program, order: Order) -> object:
    product = Product.objects.create(
        slug="retouching", name="Photo retouching", unit_price=500, turnaround_hours=12, summary="", description="",
        included="",
    )  # fmt: skip
    Style.objects.create(product=product, slug="plain", name="Plain")
    Extra.objects.create(product=product, slug="mask", name="Mask", price_at_first=1, price_after=2)
    variable = Variable.objects.create(product=product, slug="contrast", name="Contrast")
    return Level.objects.create(variable=variable, value=0, label="As it is")


def first(order: Order) -> int:
    return int(order.items.values_list("pk", flat=True)[0])


LISTS: dict[str, Grow] = {
    "orders": more_orders,
    "returns": more_orders,
    "products": more_products,
    "orders/{number}/messages": more_messages,
    "orders/{number}/activity": more_activity,
    "orders/{number}/items/{item}/markings": more_markings,
}


def queries(program: Program, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert program.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", LISTS)
def test_more_rows_are_no_more_queries(orders: Orders, program: AsPart, path: str) -> None:
    customer, order = program("customer"), orders.delivered()
    orders.reopened()
    address = path.format(number=order.number, item=first(order))
    more_messages(orders, customer, order)
    more_markings(orders, customer, order)
    rows = len(customer.get(address).json()["items"])
    before = queries(customer, address)
    LISTS[path](orders, customer, order)
    assert len(customer.get(address).json()["items"]) > rows
    assert queries(customer, address) == before


@pytest.mark.parametrize("path", ["orders/{}", "orders/{}/items", "orders/{}/actions"])
def test_more_pictures_are_no_more_queries(orders: Orders, program: AsPart, path: str) -> None:
    customer = program("customer")
    customer.get("orders")
    few, many = (path.format(orders.delivered(pictures).number) for pictures in (2, 5))
    assert queries(customer, few) == queries(customer, many)
