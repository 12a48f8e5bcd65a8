"""The artist's board."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from proofroom.core import clock
from proofroom.orders.models import Order
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders


@pytest.fixture(autouse=True)
def just_now(orders: Orders) -> None:
    """Orders begin a few hours ago, so that nothing is late by itself."""
    orders.begin = clock.now() - 5 * HOUR


def lanes_of(client: Client) -> dict[str, list[str]]:
    """The order numbers that stand in each lane."""
    page = client.get("/board/").content.decode()
    parts = re.findall(r'<h2 (?:class="lane-name" )?id="[^"]*">\s*([^<]*?)\s*<(.*?)</section>', page, re.DOTALL)
    return {name: re.findall(r'class="edge">(PR[-\d]+)', lane) for name, lane in parts}


def due(order: Order, hours: float) -> Order:
    Order.objects.filter(pk=order.pk).update(due_at=clock.now() + hours * HOUR)
    return order


@pytest.mark.parametrize("part", ["customer", "coordinator", "admin"])
def test_for_everybody_but_artists_there_is_no_board(signed_in: SignedIn, part: str) -> None:
    assert signed_in(part).get("/board/").status_code == 404


def test_every_job_stands_in_one_lane(signed_in: SignedIn, orders: Orders) -> None:
    free = orders.placed()
    late, today, later = due(orders.in_production(), -1), due(orders.in_production(), 0.001), orders.in_production()
    due(later, 72)
    returned = orders.reopened()
    orders.do("assess", returned, "supervisor", clock.now(), decision="correction", message="Free of charge.")
    due(returned, 72)
    orders.delivered()
    assert lanes_of(signed_in("artist")) == {
        "Late": [late.number],
        "Due today": [today.number],
        "Returned": [returned.number],
        "Mine": [later.number],
        "Open to claim": [free.number],
    }


def test_an_open_job_says_what_it_is_and_what_it_pays(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.placed(3)
    Order.objects.filter(pk=order.pk).update(instructions="The cord under the bed has to go. " * 20)
    page = signed_in("artist").get("/board/").content.decode()
    for words in ("Interior image editing", "3 pictures, Bright", "€21.00", "The cord under the bed", "Due"):
        assert words in page
    assert "€30.00" not in page


def test_an_empty_board_says_so(signed_in: SignedIn) -> None:
    page = signed_in("artist").get("/board/").content.decode()
    assert "No job is free" in page
    assert "Nothing is late." in page


def test_claiming_makes_the_job_mine(signed_in: SignedIn, orders: Orders) -> None:
    order, client = orders.placed(), signed_in("artist")
    answer = client.post(f"/board/{order.number}/claim/", {"once": "first"})
    assert answer.headers["Location"] == f"/orders/{order.number}/"
    order.refresh_from_db()
    assert (order.state, order.artist) == ("in_production", orders.cast.artist)


def test_claiming_twice_by_double_click_claims_once(signed_in: SignedIn, orders: Orders) -> None:
    order, client = orders.placed(), signed_in("artist")
    answers = [client.post(f"/board/{order.number}/claim/", {"once": "same"}) for _ in range(2)]
    assert [answer.headers["Location"] for answer in answers] == [f"/orders/{order.number}/"] * 2
    assert order.activity.filter(action="claim").count() == 1


def test_a_job_that_another_artist_took_is_refused_kindly(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.placed()
    signed_in("artist2").post(f"/board/{order.number}/claim/")
    answer = signed_in("artist").post(f"/board/{order.number}/claim/")
    assert (answer.status_code, "has moved on" in answer.content.decode()) == (409, True)
    order.refresh_from_db()
    assert order.artist == orders.cast.artist2


def test_a_job_that_never_was_gets_the_same_answer_as_a_lost_one(signed_in: SignedIn, orders: Orders) -> None:
    lost = orders.in_production()
    client = signed_in("artist2")
    answers = [client.post(f"/board/{number}/claim/") for number in (lost.number, "PR-2026-999999")]
    texts = [re.search(r"notice-title.*?</p>", answer.content.decode()) for answer in answers]
    assert [answer.status_code for answer in answers] == [409, 409]
    assert texts[0]
    assert texts[1]
    assert texts[0].group() == texts[1].group()


def test_the_way_back_from_a_refusal_is_the_board(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.placed()
    assert signed_in("artist").get(f"/board/{order.number}/claim/").headers["Location"] == "/board/"
    order.refresh_from_db()
    assert order.state == "placed"


def test_a_customer_cannot_claim(signed_in: SignedIn, orders: Orders) -> None:
    assert signed_in("customer").post(f"/board/{orders.placed().number}/claim/").status_code == 404


def test_more_jobs_cost_no_more_queries(signed_in: SignedIn, orders: Orders) -> None:
    client, asked = signed_in("artist"), []
    for _ in range(2):
        orders.placed(), orders.in_production()
        with CaptureQueriesContext(connection) as queries:
            client.get("/board/")
        asked.append(len(queries))
    assert asked[0] == asked[1]
