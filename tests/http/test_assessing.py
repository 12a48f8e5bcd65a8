"""The one screen on which a return is assessed, and what becomes of what is sent from it."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.returns.models import Quote, RejectedItem
from tests.cast import Cast
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db
AREA = {"selector": {"type": "FragmentSelector", "value": "xywh=percent:10,10,20,20"}, "comment": "This window."}
SKY = "Please add a blue sky in the windows."


@pytest.fixture
def orders(orders: Orders) -> Orders:
    orders.begin = clock.now() - 9 * HOUR
    return orders


def rejected(orders: Orders, pictures: int = 2, comment: str = SKY) -> Order:
    """All pictures came back; the first is marked."""
    order = orders.delivered(pictures)
    items = [{"item": pk, "comment": f"Picture {n}."} for n, pk in enumerate(order.items.values_list("pk", flat=True))]
    items[0]["markings"] = [AREA]
    return orders.do("reject_images", order, "customer", orders.begin + 3 * HOUR, items=items, comment=comment)


def address(order: Order) -> str:
    return f"/orders/{order.number}/actions/assess/"


def sent(order: Order, *parts: str, **other: str) -> dict[str, Any]:
    items = order.items.values_list("pk", flat=True)
    chosen = {f"part-{item}": part for item, part in zip(items, parts, strict=False)}
    return {"decision": "split", "message": "Two parts.", "currency": "EUR", **chosen, **other}


def test_everything_the_decision_needs_is_on_one_screen(signed_in: SignedIn, orders: Orders) -> None:
    earlier = rejected(orders, comment="Too dark.")
    orders.do("assess", earlier, "supervisor", orders.begin + 4 * HOUR, decision="declined", message="As ordered.")
    order = rejected(orders)
    text = signed_in("supervisor").get(address(order)).content.decode()
    first = order.items.get(position=1)
    assert SKY in text
    assert "Picture 0." in text
    assert f"/orders/{order.number}/review/{first.pk}/marks.svg" in text
    assert "Bright" in text
    assert "As the style" in text
    assert "Earlier returns of Bright Homes" in text
    assert earlier.returns.get().number in text
    assert "Declined" in text
    assert "This looks like an amendment" in text
    assert "blue sky" in text
    assert "Mona Manager" in text
    assert "mailto:manager@example.com" in text


def test_the_price_lists_price_and_a_delivery_time_are_filled_in(signed_in: SignedIn, orders: Orders) -> None:
    text = signed_in("supervisor").get(address(rejected(orders))).content.decode()
    assert 'name="price" value="6.00"' in text
    assert 'each="3.00"' in text
    assert 'name="due_at" value="20' in text


def test_marks_are_a_drawing_of_the_pictures_shape(signed_in: SignedIn, orders: Orders) -> None:
    order = rejected(orders)
    drawing = f"/orders/{order.number}/review/{order.items.get(position=1).pk}/marks.svg"
    answer = signed_in("supervisor").get(drawing)
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert 'viewBox="0 0 48 32"' in answer.content.decode()
    assert signed_in("rival").get(drawing).status_code == 404


def test_split_by_picture_from_the_page(signed_in: SignedIn, orders: Orders) -> None:
    order = rejected(orders)
    answer = signed_in("supervisor").post(address(order), sent(order, "correction", "amendment", price="3.00"))
    assert answer.status_code == 302
    order.refresh_from_db()
    assert order.state == "in_production"
    assert list(RejectedItem.objects.order_by("item").values_list("part", flat=True)) == ["correction", "amendment"]
    assert (Quote.objects.get().minor, Quote.objects.get().listed) == (300, 300)


def test_a_picture_without_its_part_is_named_and_what_was_chosen_stays(signed_in: SignedIn, orders: Orders) -> None:
    order = rejected(orders)
    answer = signed_in("supervisor").post(address(order), sent(order, "correction", price="3.00"))
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "room-2.jpg: say whether it is a correction or an amendment." in text
    first = order.items.get(position=1).pk
    assert f'name="part-{first}" value="correction" checked' in text
    assert "Two parts." in text


def test_parts_left_in_the_form_mean_nothing_for_another_decision(signed_in: SignedIn, orders: Orders) -> None:
    order = rejected(orders)
    given = sent(order, "correction", "amendment", decision="correction")
    assert signed_in("supervisor").post(address(order), given).status_code == 302
    assert set(RejectedItem.objects.values_list("part", flat=True)) == {""}


def test_a_page_for_another_currency_is_refused(signed_in: SignedIn, orders: Orders) -> None:
    order = rejected(orders)
    given = {"decision": "amendment", "message": "A sky.", "price": "6.00", "currency": "SEK"}
    answer = signed_in("supervisor").post(address(order), given)
    assert answer.status_code == 409
    assert "This order is in EUR." in answer.content.decode()


@pytest.mark.parametrize("part", ["customer", "artist", "coordinator"])
def test_the_screen_is_the_assessors_alone(signed_in: SignedIn, orders: Orders, part: str) -> None:
    text = signed_in(part).get(address(rejected(orders))).content.decode()
    assert "Earlier returns of" not in text
    assert "6.00" not in text


def test_many_pictures_need_no_more_queries_than_few(signed_in: SignedIn, orders: Orders) -> None:
    few, many = rejected(orders, 2), rejected(orders, 6)
    client = signed_in("supervisor")
    client.get(address(few))
    counts = []
    for order in (few, many):
        with CaptureQueriesContext(connection) as queries:
            client.get(address(order))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_customer_disagrees_on_the_order_and_the_manager_is_named(signed_in: SignedIn, orders: Orders) -> None:
    order = rejected(orders)
    orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision="declined", message="As ordered.")
    client = signed_in("customer")
    assert "/actions/disagree/" in client.get(f"/orders/{order.number}/").content.decode()
    answer = client.post(f"/orders/{order.number}/actions/disagree/", {"comment": "It was not."}, follow=True)
    assert "your account manager has joined" in answer.content.decode()
    text = client.get(f"/returns/{order.returns.get().number}/").content.decode()
    assert "Mona Manager, the account manager, joined." in text
    assert "mailto:manager@example.com" in text


def test_nobody_of_another_account_disagrees(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    order = rejected(orders)
    orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision="declined", message="As ordered.")
    answer = signed_in("rival").post(f"/orders/{order.number}/actions/disagree/", {"comment": "Me too."})
    assert answer.status_code == 404
    assert order.returns.get().state == "closed"
