"""Listing, reading and starting orders."""

from typing import Any

import pytest
from time_machine import travel

from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.people.models import Membership
from tests.api.conftest import AsPart
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import HOUR, Orders

CHOICE: dict[str, Any] = {
    "product": "interior",
    "style": "bright",
    "variables": {"brightness": 1},
    "extras": ["blue-sky"],
    "instructions": "No people, please.",
}


def test_a_customer_starts_a_draft(cast: Cast, product: object, program: AsPart) -> None:
    answer = program("customer").post("orders", CHOICE)
    assert answer.status_code == 201
    told = answer.json()
    assert (told["state"], told["pictures"], told["items"], told["time_left"]) == ("draft", 0, [], None)
    assert {name: told[name] for name in CHOICE} == CHOICE
    order = Order.objects.get(number=told["number"])
    assert (order.account, order.customer) == (cast.account, cast.customer)


def test_what_is_read_of_an_order_can_be_sent_as_a_new_one(orders: Orders, program: AsPart) -> None:
    customer = program("customer")
    read = customer.get(f"orders/{orders.delivered().number}").json()
    again = customer.post("orders", {name: read[name] for name in CHOICE})
    assert again.status_code == 201
    assert {name: again.json()[name] for name in CHOICE} == {name: read[name] for name in CHOICE}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"product": "unknown"}, "product"),
        ({"style": "unknown"}, "style"),
        ({"variables": {"unknown": 1}}, "variables"),
        ({"variables": {"brightness": 7}}, "variables"),
        ({"extras": ["unknown"]}, "extras"),
        ({"account": 999_999}, "account"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_choice_that_is_not_on_offer_is_refused_by_its_field(
    product: object, program: AsPart, change: dict[str, Any], field: str
) -> None:
    answer = program("customer").post("orders", CHOICE | change)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])
    assert not Order.objects.exists()


def test_nobody_orders_for_another_account(cast: Cast, product: object, program: AsPart) -> None:
    answer = program("customer").post("orders", CHOICE | {"account": cast.rivals_account.pk})
    assert answer.status_code == 422
    assert not Order.objects.exists()


def test_who_acts_for_two_accounts_has_to_name_one(cast: Cast, product: object, program: AsPart) -> None:
    Membership.objects.create(person=cast.customer, account=cast.rivals_account)
    customer = program("customer")
    assert customer.post("orders", CHOICE).json()["fields"].keys() == {"account"}
    assert customer.post("orders", CHOICE | {"account": cast.rivals_account.pk}).status_code == 201
    assert Order.objects.get().account == cast.rivals_account


@pytest.mark.parametrize("part", ["artist", "coordinator"])
def test_only_customers_start_orders(product: object, program: AsPart, part: str) -> None:
    answer = program(part).post("orders", CHOICE)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")


@pytest.mark.parametrize("state", list(State))
def test_an_order_reads_with_its_state_and_price(orders: Orders, program: AsPart, state: State) -> None:
    order = orders.in_state(state)
    told = program("customer").get(f"orders/{order.number}").json()
    assert (told["number"], told["state"], told["product"], told["style"]) == (
        order.number,
        state,
        "interior",
        "bright",
    )
    assert told["price"] == {"minor": 2000, "currency": "EUR", "text": "€20.00"}
    assert [item["name"] for item in told["items"]] == ["room-1.jpg", "room-2.jpg"]


def test_times_are_utc_in_iso_8601(orders: Orders, program: AsPart) -> None:
    told = program("customer").get(f"orders/{orders.placed().number}").json()
    assert (told["placed_at"], told["due_at"]) == ("2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z")


def test_time_left_counts_to_the_promised_delivery(orders: Orders, program: AsPart) -> None:
    order = orders.placed()
    with travel(BEGINNING + HOUR, tick=False):
        left = program("customer").get(f"orders/{order.number}").json()["time_left"]
    assert (left["due_at"], left["seconds"], left["running"]) == ("2026-03-03T09:00:00Z", 23 * 3600, True)


def test_a_list_shows_what_is_theirs_the_newest_first(orders: Orders, program: AsPart) -> None:
    numbers = [orders.placed().number, orders.draft().number]
    assert [each["number"] for each in program("colleague").get("orders").json()["items"]] == numbers[::-1]
    assert [each["number"] for each in program("artist").get("orders").json()["items"]] == numbers[:1]
    assert program("rival").get("orders").json() == {"items": [], "next": None}


def test_a_line_of_the_list_is_the_order_without_its_pictures(orders: Orders, program: AsPart) -> None:
    customer, number = program("customer"), orders.placed().number
    with travel(BEGINNING + HOUR, tick=False):
        order = customer.get(f"orders/{number}").json()
        (line,) = customer.get("orders").json()["items"]
    assert line == {name: value for name, value in order.items() if name in line}
    assert set(order) - set(line) == {"items", "instructions", "specification"}


def test_a_list_is_filtered_by_state(orders: Orders, program: AsPart) -> None:
    orders.draft()
    placed = orders.placed()
    found = program("customer").get("orders", state="placed").json()["items"]
    assert [each["number"] for each in found] == [placed.number]
    assert program("customer").get("orders", state="lost").status_code == 422


def test_a_list_read_by_cursor_misses_and_repeats_nothing_while_orders_arrive(orders: Orders, program: AsPart) -> None:
    numbers = [orders.draft(0).number for _ in range(5)]
    customer, seen, cursor = program("customer"), [], None
    while True:
        page = customer.get("orders", limit=2, **({"cursor": cursor} if cursor else {})).json()
        seen += [each["number"] for each in page["items"]]
        orders.draft(0)
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == numbers[::-1]
