"""A number that no database holds is answered like any other that is not there."""

import pytest
from django.test import Client

from tests.conftest import SignedIn
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db
BEYOND_64_BITS = "9" * 23
BEYOND_PYTHON = "9" * 5_000


@pytest.mark.parametrize("what", ["files/{}/", "files/{}/preview/320/", "review/{}/"])
def test_a_file_or_picture_of_such_a_number_is_not_there(signed_in: SignedIn, orders: Orders, what: str) -> None:
    address = f"/orders/{orders.delivered().number}/{what.format(BEYOND_64_BITS)}"
    assert signed_in("customer").get(address).status_code == 404


def test_an_example_of_such_a_number_is_not_there(client: Client) -> None:
    assert client.get(f"/products/examples/{BEYOND_64_BITS}/320").status_code == 404


@pytest.mark.parametrize("address", ["/orders/", "/rejected/", "/returns/"])
@pytest.mark.parametrize("before", [BEYOND_64_BITS, BEYOND_PYTHON])
def test_a_list_that_goes_on_from_such_a_number_is_shown(signed_in: SignedIn, address: str, before: str) -> None:
    assert signed_in("customer").get(address, {"before": before}).status_code == 200


def test_a_pair_of_such_a_number_leads_to_one_that_is_not_there(signed_in: SignedIn, orders: Orders) -> None:
    sheet = f"/orders/{orders.delivered().number}/review/"
    assert signed_in("customer").get(sheet, {"item": BEYOND_PYTHON}, follow=True).status_code == 404


def test_a_result_of_such_a_number_is_not_there(signed_in: SignedIn, orders: Orders) -> None:
    address = f"/orders/{orders.in_production().number}/results/remove/"
    assert signed_in("artist").post(address, {"item": BEYOND_PYTHON}).status_code == 404
