"""Placing goes by today's catalogue, through whichever door: a price that changed or a product that went is said."""

from collections.abc import Callable
from typing import Any

import pytest

from proofroom.catalogue.models import Extra, Product, Style
from proofroom.orders.models import Order
from proofroom.payments.models import Charge
from tests.api.conftest import AsPart, program
from tests.conftest import SignedIn
from tests.orders_in_states import Orders

__all__ = ["program"]
Place = Callable[..., Any]
GONE = "This product is not on offer any more. Choose another one."


@pytest.fixture(params=["api", "api with a key", "form", "action page"])
def place(request: pytest.FixtureRequest, program: AsPart, signed_in: SignedIn) -> Place:
    """Tries to place an order, naming the agreed price or not; answers with the response."""
    door = request.param

    def through(order: Order, agreed: int | None) -> Any:
        said = {} if agreed is None else {"agreed_price": agreed}
        if door.startswith("api"):
            key = f"{agreed}" if "key" in door else None
            return program("customer").post(f"orders/{order.number}/actions/place", said, key=key)
        address = f"/orders/{order.number}/place/" if door == "form" else f"/orders/{order.number}/actions/place/"
        form = {**said, "product": "interior", "style": "bright", "level-brightness": "0", "once": f"k{agreed}"}
        return signed_in("customer").post(address, form)

    return through


def state_of(order: Order) -> tuple[str, int]:
    order.refresh_from_db()
    return order.state, order.spec.unit_price


def test_a_price_that_changed_is_refused_with_the_new_one_and_the_draft_shows_it(orders: Orders, place: Place) -> None:
    order = orders.draft()
    Product.objects.update(unit_price=1_100)
    refused = place(order, 2_000)
    assert refused.status_code == 409
    assert "22.00 now. Look at it again" in refused.content.decode()
    assert state_of(order) == ("draft", 1_100)
    assert not Charge.objects.exists()
    assert place(order, 2_200).status_code in {200, 302}
    assert (state_of(order), order.price_minor) == (("placed", 1_100), 2_200)


def test_the_page_of_the_action_asks_again_with_todays_price(signed_in: SignedIn, orders: Orders) -> None:
    order, client = orders.draft(), signed_in("customer")
    Product.objects.update(unit_price=1_100)
    told = {"agreed_price": "2000", "once": "the-same-key"}
    page = client.post(f"/orders/{order.number}/actions/place/", told).content.decode()
    assert 'name="agreed_price" value="2200"' in page
    answer = client.post(f"/orders/{order.number}/actions/place/", {**told, "agreed_price": "2200"})
    assert (answer.status_code, state_of(order)) == (302, ("placed", 1_100))


def test_a_program_that_names_no_price_agreed_to_the_one_it_was_shown(orders: Orders, program: AsPart) -> None:
    order, path = orders.draft(), "orders/{}/actions/place"
    Product.objects.update(unit_price=1_100)
    refused = program("customer").post(path.format(order.number), key="once")
    assert (refused.status_code, refused.json()["code"]) == (409, "price_changed")
    assert program("customer").get(f"orders/{order.number}").json()["price"]["minor"] == 2_200
    assert program("customer").post(path.format(order.number), key="once").status_code == 200


def test_a_product_that_is_not_sold_any_more_is_refused_with_a_sentence(orders: Orders, place: Place) -> None:
    order = orders.draft()
    Product.objects.update(active=False)
    refused = place(order, 2_000)
    assert refused.status_code == 422
    assert GONE in refused.content.decode()
    assert state_of(order)[0] == "draft"


def test_a_style_that_went_is_refused_with_a_sentence(orders: Orders, place: Place) -> None:
    order = orders.draft()
    Style.objects.all().delete()
    refused = place(order, 2_000)
    assert refused.status_code == 422
    assert "has no style called bright" in refused.content.decode()
    assert state_of(order)[0] == "draft"


def test_what_costs_the_same_is_placed_in_todays_words(orders: Orders, place: Place) -> None:
    order = orders.draft()
    Product.objects.update(name="Interiors", turnaround_hours=12)
    Extra.objects.all().delete()
    assert place(order, 2_000).status_code in {200, 302}
    assert state_of(order)[0] == "placed"
    assert (order.spec.name, order.spec.turnaround_hours) == ("Interiors", 12)
