"""The thread of an order."""

import pytest

from proofroom.orders.models import Unread
from proofroom.workflow.models import Notice
from tests.api.conftest import AsPart
from tests.cast import Cast
from tests.orders_in_states import Orders


def test_a_message_is_written_read_and_announced(cast: Cast, orders: Orders, program: AsPart) -> None:
    order = orders.in_production()
    answer = program("customer").post(f"orders/{order.number}/messages", {"body": " The sofa is grey. "})
    assert answer.status_code == 201
    assert (answer.json()["body"], answer.json()["author"]["name"]) == ("The sofa is grey.", "Cleo Customer")
    assert program("artist").get(f"orders/{order.number}/messages").json()["items"] == [answer.json()]
    assert Unread.objects.filter(person=cast.artist, order=order).count() == 1
    assert Notice.objects.filter(person=cast.artist, event="message").count() == 1


def test_internal_notes_stay_among_the_staff(orders: Orders, program: AsPart) -> None:
    path = f"orders/{orders.in_production().number}/messages"
    assert program("coordinator").post(path, {"body": "Ask again?", "internal": True}).status_code == 201
    assert [each["internal"] for each in program("manager").get(path).json()["items"]] == [True]
    for part in ("customer", "artist"):
        assert program(part).get(path).json()["items"] == []


def test_a_customer_writes_no_internal_note(orders: Orders, program: AsPart) -> None:
    answer = program("customer").post(
        f"orders/{orders.placed().number}/messages", {"body": "Between us.", "internal": True}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")


def test_a_draft_has_no_thread_yet(orders: Orders, program: AsPart) -> None:
    answer = program("customer").post(f"orders/{orders.draft().number}/messages", {"body": "Hello?"})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


@pytest.mark.parametrize("body", ["", "   ", "x" * 20_001])
def test_a_message_has_words_and_an_end(orders: Orders, program: AsPart, body: str) -> None:
    answer = program("customer").post(f"orders/{orders.placed().number}/messages", {"body": body})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["body"])


def test_a_long_thread_is_read_page_by_page_the_oldest_first(orders: Orders, program: AsPart) -> None:
    path, customer = f"orders/{orders.placed().number}/messages", program("customer")
    for number in range(3):
        customer.post(path, {"body": f"Message {number}"})
    first = customer.get(path, limit=2).json()
    second = customer.get(path, limit=2, cursor=first["next"]).json()
    said = [each["body"] for each in first["items"] + second["items"]]
    assert (said, second["next"]) == (["Message 0", "Message 1", "Message 2"], None)
