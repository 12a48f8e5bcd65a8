"""What customers write in an order stands on the desk until somebody answers."""

import pytest
from django.test import Client

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.workflow.talk import speak
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders

ASKED = "Is it coming today?"


@pytest.fixture
def asked(orders: Orders) -> Order:
    """An order whose customer wrote half an hour ago."""
    orders.begin = clock.now() - 5 * HOUR
    order = orders.in_production()
    speak(order, orders.cast.customer, ASKED, clock.now() - 0.5 * HOUR)
    return order


def desk_of(client: Client) -> str:
    return client.get("/desk/?show=messages").content.decode()


@pytest.mark.parametrize("part", ["coordinator", "supervisor", "manager", "admin"])
def test_a_customers_message_stands_on_the_desk_with_its_age(signed_in: SignedIn, asked: Order, part: str) -> None:
    page = desk_of(signed_in(part))
    assert f"Cleo Customer: {ASKED}" in page
    assert "Waiting 30 minutes, past the promised 20 minutes" in page
    assert f"/orders/{asked.number}/#message-" in page


@pytest.mark.parametrize("part", ["coordinator", "artist"])
def test_an_answer_takes_it_off(signed_in: SignedIn, asked: Order, orders: Orders, part: str) -> None:
    speak(asked, orders.cast.named(part), "At five.", clock.now())
    assert ASKED not in desk_of(signed_in("coordinator"))


def test_an_internal_note_is_no_answer(signed_in: SignedIn, asked: Order, orders: Orders) -> None:
    speak(asked, orders.cast.coordinator, "I shall ask Arne.", clock.now(), internal=True)
    assert ASKED in desk_of(signed_in("coordinator"))


def test_several_messages_in_a_row_wait_since_the_first(signed_in: SignedIn, asked: Order, orders: Orders) -> None:
    speak(asked, orders.cast.colleague, "We need it at six.", clock.now())
    page = desk_of(signed_in("coordinator"))
    assert (page.count("data-row"), "Waiting 30 minutes" in page) == (1, True)


def test_what_needs_no_answer_is_taken_off_by_a_press_and_stays_in_the_order(signed_in: SignedIn, asked: Order) -> None:
    client, address = signed_in("coordinator"), f"/orders/{asked.number}/messages/noted/"
    assert address in desk_of(client)
    assert client.post(address).headers["Location"] == "/desk/"
    assert ASKED not in desk_of(client)
    page = signed_in("supervisor").get(f"/orders/{asked.number}/").content.decode()
    assert ASKED in page
    assert "Cora Coordinator noted that the customer&#x27;s message needs no answer." in page
    assert "Somebody has answered already" in client.post(address).content.decode()
    assert "needs no answer" not in signed_in("customer").get(f"/orders/{asked.number}/").content.decode()


def test_nobody_but_staff_takes_it_off(signed_in: SignedIn, asked: Order) -> None:
    for part in ("customer", "artist", "rival"):
        assert signed_in(part).post(f"/orders/{asked.number}/messages/noted/").status_code == 404
    assert ASKED in desk_of(signed_in("coordinator"))
