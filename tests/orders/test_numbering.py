"""In which order pictures stand once an order is placed."""

import pytest

from proofroom.interfaces.html.contexts.draft import originals_of
from proofroom.orders.commands.drafting import add_original
from tests.cast import BEGINNING
from tests.orders_in_states import Orders, picture

pytestmark = pytest.mark.django_db


def test_pictures_that_arrived_in_any_order_stand_by_name_when_the_order_is_placed(orders: Orders) -> None:
    order = orders.draft(0)
    for name in ("IMG_10.jpg", "img_9.jpg", "a kitchen.jpg", "IMG_2003.jpg"):
        add_original(order, picture(name, orders.cast.customer), BEGINNING)
    assert [each.picture.name for each in originals_of(order)] == [
        "a kitchen.jpg",
        "img_9.jpg",
        "IMG_10.jpg",
        "IMG_2003.jpg",
    ], "the draft shows the numbers of the placed order"
    order = orders.do("place", order, "customer", BEGINNING)
    assert list(order.items.values_list("position", "name")) == [
        (1, "a kitchen.jpg"),
        (2, "img_9.jpg"),
        (3, "IMG_10.jpg"),
        (4, "IMG_2003.jpg"),
    ]
