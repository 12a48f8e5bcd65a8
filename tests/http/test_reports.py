"""The reports page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proofroom.core import clock
from tests.cast import STAFF
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders


@pytest.mark.parametrize("part", ["customer", "artist"])
def test_reports_are_for_staff(signed_in: SignedIn, part: str) -> None:
    assert signed_in(part).get("/reports/").status_code == 404


@pytest.mark.parametrize("part", STAFF)
def test_without_orders_nothing_is_invented(signed_in: SignedIn, part: str) -> None:
    page = signed_in(part).get("/reports/").content.decode()
    assert page.count("Nothing yet") == 4
    assert "Nothing was charged yet." in page


def test_every_figure_stands_with_its_definition(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - 5 * HOUR
    orders.delivered(3), orders.placed()
    page = signed_in("manager").get("/reports/").content.decode()
    for words in ("100.0 %", "1 of 1 deliveries in 30 days", "0.0 %", "0 of 3 pictures", "€50.00", "Arne Artist",
                  "no later than promised", "divided by the pictures delivered"):  # fmt: skip
        assert words in page


def test_more_orders_cost_no_more_queries(signed_in: SignedIn, orders: Orders) -> None:
    client, asked = signed_in("admin"), []
    orders.begin = clock.now() - 5 * HOUR
    for _ in range(2):
        orders.delivered(), orders.in_production(), orders.reopened()
        with CaptureQueriesContext(connection) as queries:
            client.get("/reports/")
        asked.append(len(queries))
    assert asked[0] == asked[1]
