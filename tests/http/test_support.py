"""Support is reachable from every order and names who helps (Row C7)."""

import pytest

from tests.conftest import SignedIn
from tests.growth import assert_flat
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db


def test_a_customer_reads_who_manages_the_account(signed_in: SignedIn, orders: Orders) -> None:
    page = signed_in("customer").get("/support/").content.decode()
    assert "Account manager of Bright Homes" in page
    assert "mailto:manager@example.com" in page


def test_the_page_of_an_order_names_it_in_the_mail_too(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.delivered()
    page = signed_in("customer").get("/support/", {"order": order.number}).content.decode()
    assert f"mailto:manager@example.com?subject={order.number}" in page
    assert f'href="/orders/{order.number}/#messages">Write a message on this order' in page


def test_an_order_of_others_is_not_named(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.delivered()
    assert signed_in("rival").get("/support/", {"order": order.number}).status_code == 404


@pytest.mark.parametrize("part", ["artist", "supervisor"])
def test_everybody_else_reads_who_coordinates(signed_in: SignedIn, part: str) -> None:
    page = signed_in(part).get("/support/").content.decode()
    assert "Cora Coordinator" in page
    assert "Account manager" not in page


def test_recent_orders_are_there_to_write_on_and_drafts_are_not(signed_in: SignedIn, orders: Orders) -> None:
    placed, draft = orders.placed(), orders.draft()
    page = signed_in("customer").get("/support/").content.decode()
    assert (placed.number in page, draft.number in page) == (True, False)


def test_the_page_reads_as_much_for_six_orders_as_for_three(signed_in: SignedIn, orders: Orders) -> None:
    assert_flat(signed_in("customer"), "/support/", orders.placed)
