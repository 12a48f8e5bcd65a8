"""A write that carries an Idempotency-Key is done once, however often it is sent."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from proofroom.orders.models import Message, Order
from tests.api.conftest import AsPart
from tests.api.test_items import picture
from tests.orders_in_states import Orders

DRAFT = {"product": "interior"}


def test_the_same_write_again_gets_the_same_answer(product: object, program: AsPart) -> None:
    customer = program("customer")
    first, second = (customer.post("orders", DRAFT, key="one") for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert Order.objects.count() == 1


def test_the_first_answer_comes_again_even_when_the_order_has_moved_on(orders: Orders, program: AsPart) -> None:
    order, customer = orders.delivered(), program("customer")
    path = f"orders/{order.number}/actions/accept"
    assert customer.post(path, key="accept").json() == customer.post(path, key="accept").json()
    assert customer.post(path, key="another").json()["code"] == "wrong_state"


def test_the_order_of_the_names_in_a_body_does_not_matter(orders: Orders, program: AsPart) -> None:
    path, customer = f"orders/{orders.placed().number}/messages", program("customer")
    customer.post(path, {"body": "Hello.", "internal": False}, key="one")
    assert customer.post(path, {"internal": False, "body": "Hello."}, key="one").status_code == 201
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("path", "body"), [("orders", {"product": "interior", "style": "bright"}), ("orders/{}/messages", {"body": "Hi."})]
)
def test_the_key_of_another_request_is_refused(orders: Orders, program: AsPart, path: str, body: Any) -> None:
    customer, order = program("customer"), orders.placed()
    customer.post("orders", DRAFT, key="one")
    answer = customer.post(path.format(order.number), body, key="one")
    assert (answer.status_code, answer.json()["code"]) == (409, "key_reused")
    assert not Message.objects.exists()


def test_another_file_under_the_same_key_is_another_request(orders: Orders, program: AsPart) -> None:
    order, customer = orders.draft(0), program("customer")
    path = f"orders/{order.number}/items"
    first = customer.send(path, key="one", file=picture("a.jpg"))
    assert customer.send(path, key="one", file=picture("a.jpg")).content == first.content
    assert customer.send(path, key="one", file=picture("b.jpg")).json()["code"] == "key_reused"
    assert order.items.count() == 1


def test_a_key_is_each_persons_own(product: object, program: AsPart) -> None:
    for part in ("customer", "rival"):
        assert program(part).post("orders", DRAFT, key="one").status_code == 201
    assert Order.objects.count() == 2


def test_a_refused_write_leaves_its_key_free(orders: Orders, program: AsPart) -> None:
    order, artist = orders.in_production(results=False), program("artist")
    path = f"orders/{order.number}/actions/deliver"
    assert artist.post(path, key="one").status_code == 409
    orders.put_results(order)
    assert artist.post(path, key="one").json()["state"] == "delivered"


@pytest.mark.parametrize("key", ["x" * 256, "caf\u00e9"])
def test_a_key_is_short_and_plain(product: object, program: AsPart, key: str) -> None:
    answer = program("customer").post("orders", DRAFT, key=key)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["Idempotency-Key"])


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_are_one_write(orders: Orders, program: AsPart) -> None:
    path, customer, both = f"orders/{orders.placed().number}/messages", program("customer"), Barrier(2)

    def send(_: int) -> tuple[int, bytes]:
        try:
            both.wait(timeout=60)
            answer = customer.post(path, {"body": "Once."}, key="one")
            return answer.status_code, answer.content
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(send, range(2))
    assert first == second
    assert first[0] == 201
    assert Message.objects.count() == 1
