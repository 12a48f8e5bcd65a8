"""Before/After, Reject image, and Rejected images (Rows A7 to A9)."""

import json
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from proofroom.orders.models import Order
from proofroom.review.models import Marking
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

SignIn = Callable[[str], Client]
COMPARED = ("delivered", "reopened", "completed")


@pytest.mark.parametrize("state", COMPARED)
def test_every_picture_stands_beside_its_original(
    signed_in: SignIn, order_in: Callable[[str], Order], state: str
) -> None:
    order = order_in(state)
    page = signed_in("customer").get(f"/orders/{order.number}/review/").content.decode()
    for item in order.items.all():
        assert f"/files/{item.original_id}/preview/320/" in page
        assert f"/files/{item.versions.get().file_id}/preview/320/" in page
        assert f'/files/{item.original_id}/" download' in page
    assert signed_in("rival").get(f"/orders/{order.number}/review/").status_code == 404


def test_a_pair_leads_to_the_one_before_and_the_one_after(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(pictures=3), signed_in("customer")
    first, second, third = (item.pk for item in order.items.all())
    base = f"/orders/{order.number}/review/"
    middle = client.get(f"{base}{second}/").content.decode()
    assert f'rel="prev" href="{base}{first}/"' in middle
    assert f'rel="next" href="{base}{third}/"' in middle
    assert 'rel="prev"' not in client.get(f"{base}{first}/").content.decode()
    assert 'rel="next"' not in client.get(f"{base}{third}/").content.decode()
    assert client.get(f"{base}?item={second}").headers["Location"] == f"{base}{second}/"


def test_before_the_first_delivery_the_room_says_that_it_is_empty(
    signed_in: SignIn, order_in: Callable[[str], Order]
) -> None:
    order, client = order_in("in_production"), signed_in("customer")
    assert "Nothing has been delivered yet" in client.get(f"/orders/{order.number}/review/").content.decode()
    assert client.get(f"/orders/{order.number}/review/{order.items.get(position=1).pk}/").status_code == 404


def test_any_two_versions_are_laid_on_the_table(signed_in: SignIn, orders: Orders) -> None:
    order = reworked(orders, rejected(orders))
    item, client = order.items.get(position=1), signed_in("customer")
    told = {
        "": ("original", "2"),
        "?before=1": ("1", "2"),
        "?before=2&after=1": ("2", "1"),
        "?before=9&after=x": ("original", "2"),
    }
    for query, (before, after) in told.items():
        page = client.get(f"/orders/{order.number}/review/{item.pk}/{query}").content.decode()
        data = json.loads(re.findall(r'id="room-data"[^>]*>(.*?)</script>', page)[0])
        assert (data["before"], data["after"]) == (before, after), query
        assert [side["key"] for side in data["sides"]] == ["original", "1", "2"]
        assert data["sides"][0]["large"].endswith(f"/files/{item.original_id}/preview/2048/")


def test_rejecting_is_offered_where_the_table_allows_it(signed_in: SignIn, orders: Orders) -> None:
    for order, offered in ((orders.delivered(), True), (orders.completed(), False)):
        item = order.items.get(position=1).pk
        page = signed_in("customer").get(f"/orders/{order.number}/review/{item}/").content.decode()
        assert ("Reject image" in page) is offered
    assert "Reject image" not in signed_in("supervisor").get(f"/orders/{order.number}/review/").content.decode()


def test_an_image_is_rejected_with_a_comment_and_a_marked_area(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(), signed_in("customer")
    item = order.items.get(position=1)
    address = f"/orders/{order.number}/review/{item.pk}/reject/"
    assert f"/files/{item.versions.get().file_id}/preview/2048/" in client.get(address).content.decode()
    told = {"comment": "A cord.", "x": "10", "y": "20.5", "width": "30", "height": "40"}
    rejection = f"/orders/{order.number}/review/rejection/"
    assert client.post(address, told).headers["Location"] == rejection
    marking = Marking.objects.get(version__item=item)
    assert marking.selector == {"type": "FragmentSelector", "value": "xywh=percent:10,20.5,30,40"}
    assert (marking.comment, marking.state) == ("A cord.", "draft")
    assert "A cord." in client.get(rejection).content.decode()
    client.post(rejection, {"comment": "", f"comment-{item.pk}": ""})
    order.refresh_from_db()
    assert order.state == "reopened"
    assert "This is not possible now" in client.get(address).content.decode()
    again = client.post(address, told)
    assert again.status_code == 409
    assert "This cannot be done while the order is reopened." in again.content.decode()
    assert Marking.objects.filter(version__item=item).count() == 1


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, "Say or mark what is wrong."),
        ({"comment": "There.", "x": "10", "y": "10"}, "needs all four numbers"),
        ({"comment": "There.", "x": "90", "y": "10", "width": "20", "height": "5"}, "reaches beyond the picture"),
    ],
)
def test_an_unclear_rejection_is_refused_and_kept(
    signed_in: SignIn, orders: Orders, told: dict[str, str], sentence: str
) -> None:
    order = orders.delivered()
    address = f"/orders/{order.number}/review/{order.items.get(position=1).pk}/reject/"
    answer = signed_in("customer").post(address, told)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert told.get("comment", "") in answer.content.decode()
    assert not Marking.objects.exists()


def test_only_customers_of_the_account_reach_the_marker(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    address = f"/orders/{order.number}/review/{order.items.get(position=1).pk}/reject/"
    for part in ("rival", "artist", "artist2", "supervisor"):
        assert signed_in(part).get(address).status_code == 404, part


def test_rejected_images_show_what_was_asked_and_what_came_back(signed_in: SignIn, orders: Orders) -> None:
    order = rejected(orders)
    client = signed_in("customer")
    page = client.get("/rejected/").content.decode()
    assert "A cord under the bed." in page
    assert "Nothing has come back yet." in page
    reworked(orders, order)
    page = client.get("/rejected/").content.decode()
    assert "Came back" in page
    item = order.items.get(position=1)
    compared = f"/orders/{order.number}/review/{item.pk}/?before=1"
    assert compared in page
    frame = client.get(compared).content.decode()
    old, new = (version.file_id for version in item.versions.order_by("number"))
    assert f"/files/{old}/preview/2048/" in frame
    assert f"/files/{new}/preview/2048/" in frame
    assert "A cord under the bed." not in signed_in("rival").get("/rejected/").content.decode()


def test_what_came_back_is_accepted_or_rejected_again_where_it_is_listed(signed_in: SignIn, orders: Orders) -> None:
    order = rejected(orders)
    client = signed_in("customer")
    assert "Reject again" not in client.get("/rejected/").content.decode()
    reworked(orders, order)
    page = client.get("/rejected/").content.decode()
    verdict = f"/orders/{order.number}/review/verdict/"
    assert page.count(f'action="{verdict}"') == 2
    assert page.count("csrfmiddlewaretoken") > 2
    assert verdict not in signed_in("artist").get("/rejected/").content.decode()
    orders.do("accept", order, "customer", orders.begin + 7 * HOUR)
    assert verdict not in client.get("/rejected/").content.decode()


def test_rejected_images_ask_the_database_the_same_for_twice_as_many(signed_in: SignIn, orders: Orders) -> None:
    client = signed_in("customer")
    rejected(orders)
    with CaptureQueriesContext(connection) as few:
        client.get("/rejected/")
    rejected(orders)
    reworked(orders, rejected(orders))
    with CaptureQueriesContext(connection) as many:
        client.get("/rejected/")
    assert len(many) == len(few)


def rejected(orders: Orders) -> Order:
    order = orders.delivered()
    item = order.items.get(position=1)
    told = [{"item": item.pk, "comment": "A cord under the bed."}]
    return orders.do("reject_images", order, "customer", BEGINNING + 3 * HOUR, items=told)


def reworked(orders: Orders, order: Order) -> Order:
    at = BEGINNING + 4 * HOUR
    due = at + timedelta(days=1)
    orders.do("assess", order, "supervisor", at, decision="correction", message="We fix it.", due_at=due)
    orders.put_results(order)
    return orders.do("deliver", order, "artist", at + HOUR)
