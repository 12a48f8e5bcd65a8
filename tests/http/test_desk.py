"""The staff's desk: what waits for the studio."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.people.tokens import issue_token
from proofroom.workflow.models import Notice
from proofroom.workflow.talk import speak
from tests.cast import STAFF
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders

MINUTE = HOUR / 60


def returned(orders: Orders, minutes: float) -> Order:
    """An order that was sent back so many minutes ago."""
    orders.begin = clock.now() - 3 * HOUR - minutes * MINUTE
    return orders.reopened()


@pytest.mark.parametrize("part", ["customer", "artist"])
def test_only_staff_have_a_desk(signed_in: SignedIn, part: str) -> None:
    assert signed_in(part).get("/desk/").status_code == 404


@pytest.mark.parametrize("part", STAFF)
def test_a_clear_desk_says_so(signed_in: SignedIn, part: str) -> None:
    assert "The desk is clear" in signed_in(part).get("/desk/").content.decode()


def test_the_longest_waiting_return_stands_first_with_its_age_against_the_promise(
    signed_in: SignedIn, orders: Orders
) -> None:
    numbers = [returned(orders, minutes).returns.get().number for minutes in (12.5, 45.5, 1.5)]
    page = signed_in("coordinator").get("/desk/").content.decode()
    assert re.findall(r'class="edge">(RT[-\d]+)', page) == [numbers[1], numbers[0], numbers[2]]
    for words in (
        "Waiting 45 minutes, past the promised 20 minutes",
        "Waiting 12 minutes, within the promise",
        "Waiting 1 minute, just in",
    ):
        assert words in page


def test_a_dispute_waits_since_it_was_disputed_and_can_be_seen_alone(signed_in: SignedIn, orders: Orders) -> None:
    order = returned(orders, 90)
    orders.do("assess", order, "supervisor", clock.now() - 80 * MINUTE, decision="amendment", message="New.", price="6")
    orders.do("comment_and_reopen", order, "customer", clock.now() - 7.5 * MINUTE, comment="No, it was ordered.")
    fresh = returned(orders, 1)
    page = signed_in("manager").get("/desk/").content.decode()
    assert page.index("No, it was ordered.") < page.index(fresh.returns.get().number)
    page = signed_in("manager").get("/desk/?show=disputes").content.decode()
    assert "No, it was ordered." in page
    assert fresh.number not in page
    assert "Waiting 7 minutes, within the promise" in page
    assert f"/orders/{order.number}/actions/assess/" in page


@pytest.mark.parametrize(
    ("part", "actions"),
    [
        ("coordinator", {"answer_cancellation", "assign"}),
        ("supervisor", {"assess"}),
        ("manager", {"answer_cancellation"}),
        ("admin", {"assess", "answer_cancellation", "assign"}),
    ],
)
def test_links_lead_where_the_table_lets_this_person_act(
    signed_in: SignedIn, orders: Orders, part: str, actions: set[str]
) -> None:
    returned(orders, 2)
    asked, _free = orders.in_production(), orders.placed()
    orders.do("request_cancellation", asked, "customer", clock.now(), reason="Sold")
    page = signed_in(part).get("/desk/").content.decode()
    assert set(re.findall(r"/orders/[-\w]+/actions/(\w+)/", page)) == actions


def test_late_orders_are_named(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - 30 * HOUR
    order = orders.in_production()
    page = signed_in("coordinator").get("/desk/?show=late").content.decode()
    assert page.index('id="row-late-') < page.index("Arne Artist has the job.")
    assert "past its delivery time" in page
    assert f"/orders/{order.number}/actions/reassign/" in page


def test_reading_a_return_tells_the_customer_and_owns_it(signed_in: SignedIn, orders: Orders) -> None:
    subject = returned(orders, 2).returns.get()
    address = f"/returns/{subject.number}/actions/read/"
    answers = [signed_in("coordinator").post(address, {"once": "same"}) for _ in range(2)]
    assert [each.headers["Location"] for each in answers] == [f"/returns/{subject.number}/"] * 2
    subject.refresh_from_db()
    assert (subject.state, subject.owner) == ("read", orders.cast.coordinator)
    told = Notice.objects.filter(event="return_read").values_list("person__email", flat=True)
    assert sorted(told) == ["colleague@example.com", "customer@example.com"]
    assert subject.order.activity.filter(action="return_read").count() == 1


def test_a_return_can_be_taken_over(signed_in: SignedIn, orders: Orders) -> None:
    subject = returned(orders, 2).returns.get()
    signed_in("coordinator").post(f"/returns/{subject.number}/actions/read/")
    signed_in("supervisor").post(f"/returns/{subject.number}/actions/take/")
    subject.refresh_from_db()
    assert subject.owner == orders.cast.supervisor


@pytest.mark.parametrize("part", ["customer", "colleague", "artist", "coordinator"])
def test_who_takes_a_return_over_is_read_by_the_staff_alone(signed_in: SignedIn, orders: Orders, part: str) -> None:
    subject = returned(orders, 2).returns.get()
    signed_in("supervisor").post(f"/returns/{subject.number}/actions/take/")
    reader, number = signed_in(part), subject.order.number
    page = reader.get(f"/orders/{number}/").content.decode()
    token = issue_token(orders.cast.named(part), "test", clock.now())
    lines = Client().get(f"/api/v1/orders/{number}/activity", headers={"Authorization": f"Bearer {token}"})
    assert (f"Sune Supervisor took {subject.number} over." in page) is (part in STAFF)
    assert ("return_taken" in lines.content.decode()) is (part in STAFF)


def test_only_the_return_whose_turn_it_is_can_be_assessed_from_the_desk(signed_in: SignedIn, orders: Orders) -> None:
    order = returned(orders, 9)
    orders.do("comment_and_reopen", order, "customer", clock.now(), comment="Lovely light.", keyword="feedback")
    work, feedback = order.returns.order_by("id")
    page = signed_in("supervisor").get("/desk/").content.decode()
    assert page.count(f"/orders/{order.number}/actions/assess/") == 1
    assert f'Assess<span class="visually-hidden"> {work.number}' in page
    assert f"{work.number} comes first." in page
    given = {"decision": "amendment", "message": "New.", "price": "6"}
    orders.do("assess", order, "supervisor", clock.now(), **given)
    page = signed_in("supervisor").get("/desk/").content.decode()
    assert feedback.number in page
    assert f"/orders/{order.number}/actions/assess/" not in page
    assert f"{work.number} comes first." in page


def test_what_was_read_already_is_refused_in_a_sentence(signed_in: SignedIn, orders: Orders) -> None:
    subject = returned(orders, 2).returns.get()
    signed_in("coordinator").post(f"/returns/{subject.number}/actions/read/")
    answer = signed_in("supervisor").post(f"/returns/{subject.number}/actions/read/")
    assert (answer.status_code, "It was read already" in answer.content.decode()) == (409, True)


@pytest.mark.parametrize(("part", "code"), [("customer", 409), ("artist", 409), ("rival", 404)])
@pytest.mark.parametrize("action", ["read", "take", "hand_over"])
def test_nobody_but_staff_reads_or_takes(
    signed_in: SignedIn, orders: Orders, part: str, code: int, action: str
) -> None:
    subject = returned(orders, 2).returns.get()
    to = {"to": str(orders.cast.supervisor.pk)}
    assert signed_in(part).post(f"/returns/{subject.number}/actions/{action}/", to).status_code == code
    subject.refresh_from_db()
    assert (subject.state, subject.owner) == ("received", None)


def test_only_reading_and_taking_are_done_to_the_return_itself(signed_in: SignedIn, orders: Orders) -> None:
    subject = returned(orders, 2).returns.get()
    assert signed_in("admin").post(f"/returns/{subject.number}/actions/close/").status_code == 404


def test_more_of_everything_costs_no_more_queries(signed_in: SignedIn, orders: Orders) -> None:
    client, asked = signed_in("admin"), []
    client.get("/desk/")  # reply times are counted once in a while
    for _ in range(2):
        returned(orders, 9)
        orders.do("request_cancellation", orders.in_production(), "customer", clock.now(), reason="Sold")
        speak(orders.placed(), orders.cast.customer, "Is it coming?", clock.now())
        with CaptureQueriesContext(connection) as queries:
            client.get("/desk/")
        asked.append(len(queries))
    assert asked[0] == asked[1]
