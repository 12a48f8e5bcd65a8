"""The home page: what needs this person now, first thing first."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from proofroom.core import clock
from proofroom.orders.commands.talking import say
from tests.cast import Cast
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders


@pytest.fixture(autouse=True)
def just_now(orders: Orders) -> None:
    """Orders begin five hours ago, so that their clocks run while the page is read."""
    orders.begin = clock.now() - 5 * HOUR


def needs_of(client: Client) -> list[str]:
    """The sentences of the page, in its order."""
    found = re.findall(r'<h2 id="first-thing"[^>]*>(.*?)<|need-sentence[^>]*>(.*?)<', client.get("/").content.decode())
    return [first or then for first, then in found]


def test_whoever_is_not_signed_in_is_led_to_sign_in(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/accounts/login/?next=/"


@pytest.mark.parametrize("part", ["customer", "artist", "coordinator", "supervisor", "manager", "admin"])
def test_when_nothing_waits_it_says_so_and_shows_a_way_on(signed_in: SignedIn, part: str) -> None:
    page = signed_in(part).get("/").content.decode()
    assert "Nothing waits for you" in page
    assert "needs-you" not in page


def test_a_customer_judges_what_ends_first_before_answering_and_finishing_drafts(
    signed_in: SignedIn, orders: Orders
) -> None:
    draft, quoted = orders.draft(), orders.reopened()
    orders.do("assess", quoted, "supervisor", clock.now(), decision="amendment", message="New.", price="6.00")
    asked = orders.in_production()
    orders.do(
        "request_extension", asked, "artist", clock.now(), due_at=clock.now() + timedelta(days=3), reason="Power cut"
    )
    late, ready = orders.delivered(1), orders.delivered(3)
    late.deadlines.filter(kind="completion").update(due_at=clock.now() + 2 * HOUR)
    assert needs_of(signed_in("customer")) == [
        f"1 picture of {late.number} is ready",
        f"Arne Artist asks for more time for {asked.number}",
        f"3 pictures of {ready.number} are ready",
        f"A quote of €6.00 for {quoted.number} waits for your answer",
        f"Your draft {draft.number} is not placed yet",
    ]


def test_a_customer_sees_what_is_in_work_and_unread(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    order = orders.in_production()
    say(order, cast.artist, "Shall the lamp stay on?", clock.now())
    page = signed_in("customer").get("/").content.decode()
    assert f"1 new message about {order.number}" in page
    assert f'href="/orders/{order.number}/#messages"' in page
    assert "Arne Artist works on it." in page


def test_a_rival_sees_nothing_of_another_account(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    numbers = [orders.delivered().number, orders.draft().number, orders.in_production().number]
    page = signed_in("rival").get("/").content.decode()
    assert not any(number in page for number in numbers)


def test_an_artist_delivers_what_is_late_before_what_came_back_and_what_is_free(
    signed_in: SignedIn, orders: Orders
) -> None:
    free = orders.placed()
    returned = orders.reopened()
    orders.do("assess", returned, "supervisor", clock.now(), decision="correction", message="Free of charge.")
    late = orders.in_production()
    type(late).objects.filter(pk=late.pk).update(due_at=clock.now() - HOUR)
    assert needs_of(signed_in("artist")) == [
        f"Deliver 2 pictures of {late.number}: it is late",
        f"{returned.number} came back from the customer",
        "1 job is free to claim",
    ]
    assert free.number not in signed_in("artist").get("/").content.decode()


def test_an_artist_learns_what_became_of_their_wish_and_who_asks_for_a_revision(
    signed_in: SignedIn, orders: Orders
) -> None:
    wished, completed = orders.in_production(), orders.completed()
    until = clock.now() + timedelta(days=3)
    orders.do("request_extension", wished, "artist", clock.now(), due_at=until, reason="Power cut")
    orders.do("answer_extension", wished, "customer", clock.now(), accept=True)
    orders.do("comment_and_reopen", completed, "customer", clock.now(), comment="A blue sofa?")
    said = needs_of(signed_in("artist"))
    assert f"You have more time for {wished.number}" in said
    assert f"A revision of the completed order {completed.number} is asked for" in said


@pytest.mark.parametrize(
    ("part", "sees"),
    [
        ("coordinator", {"return", "cancel", "late", "free"}),
        ("supervisor", {"return"}),
        ("manager", {"cancel", "late"}),
        ("admin", {"return", "cancel", "late", "free"}),
    ],
)
def test_staff_see_what_the_table_lets_them_do(signed_in: SignedIn, orders: Orders, part: str, sees: set[str]) -> None:
    returned, cancelled, late, free = orders.reopened(), orders.in_production(), orders.in_production(), orders.placed()
    orders.do("request_cancellation", cancelled, "customer", clock.now(), reason="Sold")
    type(late).objects.filter(pk=late.pk).update(due_at=clock.now() - HOUR)
    said = " ".join(needs_of(signed_in(part)))
    told = {
        "return": f"return {returned.returns.get().number}",
        "cancel": f"asks to cancel {cancelled.number}",
        "late": f"{late.number} of Bright Homes is late",
        "free": f"Nobody has taken {free.number}",
    }
    assert {name for name, words in told.items() if words in said} == sees


def test_of_each_kind_five_are_shown_to_a_customer_and_a_link_leads_to_all(
    signed_in: SignedIn, orders: Orders, cast: Cast
) -> None:
    client, until = signed_in("customer"), clock.now() + timedelta(days=3)
    rests = {
        "More drafts are not placed yet": "/orders/?state=draft",
        "More artists ask for more time": "/orders/?state=in_production",
        "More quotes wait for your answer": "/returns/",
        "More of your orders have new messages": "/orders/",
    }

    def one_more_of_each() -> None:
        orders.draft(1)
        asked = orders.in_production(1)
        orders.do("request_extension", asked, "artist", clock.now(), due_at=until, reason="Power cut")
        say(asked, cast.artist, "May it take longer?", clock.now())
        quoted = orders.reopened(1)
        orders.do("assess", quoted, "supervisor", clock.now(), decision="amendment", message="New.", price="6.00")

    for _ in range(5):
        one_more_of_each()
    assert not set(rests) & set(needs_of(client))
    one_more_of_each()
    said, page = needs_of(client), client.get("/").content.decode()
    for sentence, url in rests.items():
        assert said.count(sentence) == 1
        assert f'href="{url}"' in page.split(sentence)[1].split("</li>")[0]


@pytest.mark.parametrize(
    ("part", "rests"),
    [
        ("artist", {"More of your jobs are in production"}),
        ("coordinator", {"More customers ask to cancel", "More orders are late", "More orders have no artist yet"}),
    ],
)
def test_what_is_more_than_five_has_its_link_for_artists_and_staff_too(
    signed_in: SignedIn, orders: Orders, part: str, rests: set[str]
) -> None:
    for _ in range(6):
        orders.placed(1)
        order = orders.in_production(1)
        orders.do("request_cancellation", order, "customer", clock.now(), reason="Sold")
        type(order).objects.filter(pk=order.pk).update(due_at=clock.now() - HOUR)
    assert {said for said in needs_of(signed_in(part)) if said.startswith("More")} == rests


@pytest.mark.parametrize("part", ["customer", "artist", "admin"])
def test_more_orders_cost_no_more_queries(signed_in: SignedIn, orders: Orders, part: str) -> None:
    client = signed_in(part)

    def everything() -> int:
        orders.draft(), orders.placed(), orders.in_production(), orders.delivered(), orders.reopened()
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        return len(asked)

    assert everything() == everything()
