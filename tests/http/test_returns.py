"""The list of returns and the page of one."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.returns.models import Return
from proofroom.review.commands.drawing import Drawn, draw
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders


@pytest.fixture(autouse=True)
def just_now(orders: Orders) -> None:
    """Orders begin a few hours ago, so that quotes have not expired."""
    orders.begin = clock.now() - 5 * HOUR


def rejected(orders: Orders, pictures: int = 2) -> Order:
    """A delivered order of which every picture was sent back."""
    order = orders.delivered(pictures)
    wrong = [{"item": item.pk, "comment": f"{item.name} is dark."} for item in order.items.all()]
    return orders.do("reject_images", order, "customer", orders.begin + 3 * HOUR, items=wrong)


def address_of(order: Order) -> str:
    return f"/returns/{order.returns.get().number}/"


@pytest.mark.parametrize("part", ["customer", "colleague", "artist", "coordinator", "manager"])
def test_whoever_sees_the_order_sees_its_returns(signed_in: SignedIn, orders: Orders, part: str) -> None:
    address, client = address_of(orders.reopened()), signed_in(part)
    assert client.get(address).status_code == 200
    assert address in client.get("/returns/").content.decode()


@pytest.mark.parametrize("part", ["rival", "artist2"])
def test_nobody_else_learns_of_them(signed_in: SignedIn, orders: Orders, part: str) -> None:
    address, client = address_of(orders.reopened()), signed_in(part)
    assert client.get(address).status_code == 404
    assert address not in client.get("/returns/").content.decode()


def test_closed_returns_are_listed_when_all_are_asked_for(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.reopened()
    orders.do("assess", order, "supervisor", clock.now(), decision="declined", message="As ordered.")
    client = signed_in("customer")
    assert "No return is open" in client.get("/returns/").content.decode()
    assert address_of(order) in client.get("/returns/?show=all").content.decode()


def test_the_list_comes_in_portions(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.reopened()
    first = order.returns.get()
    more = [Return(number=f"RT-2026-1{n:05d}", order=order, opened_by=first.opened_by,
                   opened_at=first.opened_at, asked_at=first.opened_at,
                   keyword="feedback", comment="Nice.", state="received") for n in range(30)]  # fmt: skip
    Return.objects.bulk_create(more)
    client = signed_in("customer")
    newest = client.get("/returns/").content.decode()
    oldest = more[5].pk
    assert f'href="?before={oldest}"' in newest
    assert first.number not in newest
    assert first.number in client.get(f"/returns/?before={oldest}").content.decode()


def test_the_page_shows_what_was_asked_and_what_came_back(signed_in: SignedIn, orders: Orders) -> None:
    order = rejected(orders)
    orders.do("assess", order, "supervisor", clock.now(), decision="correction", message="You are right.")
    client = signed_in("customer")
    before = client.get(address_of(order)).content.decode()
    for words in (
        "room-1.jpg is dark.",
        "You are right.",
        "Correction",
        "Cleo Customer opened the return.",
        "Version 1",
    ):
        assert words in before
    assert "Version 2" not in before
    orders.put_results(order)
    orders.do("deliver", order, "artist", clock.now())
    after = client.get(address_of(order)).content.decode()
    assert "Version 2" in after
    assert "Arne Artist delivered the rework." in after


@pytest.mark.parametrize("reader", ["artist", "customer"])
def test_it_opens_with_the_marks_over_the_picture_and_what_each_asks(
    signed_in: SignedIn, orders: Orders, reader: str
) -> None:
    order = orders.delivered(1)
    item, customer = order.items.get(), orders.cast.actor("customer")
    draw(
        item,
        customer,
        Drawn("ellipse", {"x": 10, "y": 10, "width": 20, "height": 20}, "A cord <b>here</b>."),
        orders.begin,
    )
    orders.do("reject_images", order, "customer", orders.begin + 3 * HOUR, items=[{"item": item.pk}])
    for address in (address_of(order), "/rejected/"):
        page = signed_in(reader).get(address).content.decode()
        (drawing,) = re.findall(r'class="frame-marks" src="([^"]+)"', page)
        over = signed_in(reader).get(drawing).content.decode()
        assert "<ellipse" in over
        assert "cord" not in over
        assert "A cord &lt;b&gt;here&lt;/b&gt;." in page
        assert "To be done" in page


def test_links_are_text_links_that_lead_away_alone_and_never_scripts(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.delivered()
    links = ["https://example.com/look?a=1&b=2"]
    order = orders.do(
        "comment_and_reopen",
        order,
        "customer",
        clock.now(),
        comment="Like this.",
        links=links,
        references=["Style: Bright"],
    )
    Return.objects.filter(order=order).update(links=[*links, "javascript:alert(1)"])
    page = signed_in("coordinator").get(address_of(order)).content.decode()
    link = '<a href="https://example.com/look?a=1&amp;b=2" rel="noopener noreferrer nofollow">'
    assert link in " ".join(page.split())
    assert "javascript:" not in page


def test_a_comment_with_markup_is_shown_as_text(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.do(
        "comment_and_reopen", orders.delivered(), "customer", clock.now(), comment="<script>alert(1)</script>"
    )
    page = signed_in("supervisor").get(address_of(order)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    ("part", "actions"),
    [
        ("customer", {"approve_quote", "decline_quote"}),
        ("artist", set()),
        ("coordinator", {"take"}),
        ("supervisor", set()),
    ],
)
def test_a_quote_is_answered_by_the_customer_alone(
    signed_in: SignedIn, orders: Orders, part: str, actions: set[str]
) -> None:
    order = orders.reopened()
    orders.do("assess", order, "supervisor", clock.now(), decision="amendment", message="Blue sky.", price="6.00")
    page = signed_in(part).get(address_of(order)).content.decode()
    assert ("€6.00" in page) == (part != "artist")
    assert {each for each in ("approve_quote", "decline_quote", "assess", "take") if f"/{each}/" in page} == actions


@pytest.mark.parametrize(
    ("part", "actions"),
    [("customer", set()), ("coordinator", {"read", "take"}), ("supervisor", {"read", "take", "assess"})],
)
def test_staff_read_take_and_assess(signed_in: SignedIn, orders: Orders, part: str, actions: set[str]) -> None:
    page = signed_in(part).get(address_of(orders.reopened())).content.decode()
    assert {each for each in ("read", "take", "assess") if f"actions/{each}/" in page} == actions


def test_feedback_does_not_offer_what_is_about_another_return(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.delivered()
    orders.do("comment_and_reopen", order, "customer", clock.now(), comment="Lovely.", keyword="feedback")
    orders.do("comment_and_reopen", order, "customer", clock.now(), comment="Too dark.")
    feedback, work = order.returns.order_by("id")
    client = signed_in("supervisor")
    assert "actions/assess/" not in client.get(f"/returns/{feedback.number}/").content.decode()
    assert "actions/assess/" in client.get(f"/returns/{work.number}/").content.decode()


def test_more_pictures_and_returns_cost_no_more_queries(signed_in: SignedIn, orders: Orders) -> None:
    client, asked = signed_in("admin"), []
    for pictures in (2, 4):
        address = address_of(rejected(orders, pictures))
        with CaptureQueriesContext(connection) as queries:
            client.get(address), client.get("/returns/")
        asked.append(len(queries))
    assert asked[0] == asked[1]
