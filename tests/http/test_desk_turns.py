"""Handing a return over, going on to the next one, and how soon the studio answers."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.returns.models import Return
from proofroom.workflow.desk import act_on_return
from proofroom.workflow.models import Notice
from proofroom.workflow.replies import reply_time, usual_minutes
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """Reply times are counted anew after some minutes; each test begins with none."""
    cache.clear()


def returned(orders: Orders, minutes: float) -> Return:
    """A return that came in so many minutes ago."""
    orders.begin = clock.now() - 3 * HOUR - minutes * MINUTE
    return orders.reopened().returns.get()


def read_after(orders: Orders, minutes: int) -> None:
    """A return that was read so long after it came in."""
    subject = returned(orders, 60)
    act_on_return("read", subject, orders.cast.actor("coordinator"), subject.opened_at + minutes * MINUTE)


def test_a_return_is_handed_over_to_a_colleague_who_is_told(signed_in: SignedIn, orders: Orders) -> None:
    subject, to = returned(orders, 2), orders.cast.supervisor
    client = signed_in("coordinator")
    assert f'<option value="{to.pk}">Sune Supervisor, ' in client.get("/desk/").content.decode()
    client.post(f"/returns/{subject.number}/actions/hand_over/", {"to": str(to.pk)})
    subject.refresh_from_db()
    assert (subject.owner, subject.state) == (to, "received"), "handing over is not reading"
    assert Notice.objects.filter(event="return_handed_over").get().person == to
    assert "You have it" in signed_in("supervisor").get("/desk/").content.decode()
    assert "Sune Supervisor has it" in client.get("/desk/").content.decode()


@pytest.mark.parametrize("to", ["", "0", "99999999999999999999", "artist", "coordinator"])
def test_it_is_handed_over_to_nobody_else(signed_in: SignedIn, orders: Orders, to: str) -> None:
    subject = returned(orders, 2)
    client = signed_in("coordinator")
    client.post(f"/returns/{subject.number}/actions/take/")
    named = str(orders.cast.named(to).pk) if to.isalpha() else to
    assert client.post(f"/returns/{subject.number}/actions/hand_over/", {"to": named}).status_code in {409, 422}
    subject.refresh_from_db()
    assert subject.owner == orders.cast.coordinator


def test_the_next_one_is_what_is_due_next_and_nobody_else_has(signed_in: SignedIn, orders: Orders) -> None:
    first, taken, last = (returned(orders, minutes) for minutes in (9, 6, 3))
    signed_in("supervisor").post(f"/returns/{taken.number}/actions/take/")
    client = signed_in("coordinator")
    assert client.get("/desk/next/").headers["Location"] == f"/returns/{first.number}/"
    following = f"/desk/next/?after=return-{first.number}"
    assert f'href="{following}"' in client.get(f"/returns/{first.number}/").content.decode()
    assert client.get(following).headers["Location"] == f"/returns/{last.number}/"
    assert client.get(f"/desk/next/?after=return-{last.number}").headers["Location"] == f"/returns/{first.number}/"


def test_when_nothing_else_waits_one_is_led_to_the_desk_and_told(signed_in: SignedIn, orders: Orders) -> None:
    only = returned(orders, 9)
    page = signed_in("coordinator").get(f"/desk/next/?after=return-{only.number}", follow=True).content.decode()
    assert "Nothing else waits for you." in page
    assert only.number in page


def test_median_and_90th_percentile_stand_on_the_desk(signed_in: SignedIn, orders: Orders) -> None:
    assert "no reply yet" in signed_in("admin").get("/desk/").content.decode()
    cache.clear()
    for minutes in range(1, 11):
        read_after(orders, minutes)
    page = signed_in("coordinator").get("/desk/").content.decode()
    assert page.count("median 5 minutes, 90th percentile 9 minutes, 10 replies") == 2, "24 hours and 30 days"


def test_a_reply_of_yesterday_counts_for_the_month_alone(orders: Orders) -> None:
    orders.begin = clock.now() - 40 * HOUR
    subject = orders.reopened().returns.get()
    act_on_return("read", subject, orders.cast.actor("coordinator"), subject.opened_at + 4 * MINUTE)
    now = clock.now()
    assert reply_time(now, timedelta(days=1)).count == 0
    assert reply_time(now, timedelta(days=30)).median == 4 * MINUTE


def test_customers_read_how_soon_the_studio_usually_answers(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.delivered(), signed_in("customer")
    address = f"/orders/{order.number}/actions/comment_and_reopen/"
    assert "A coordinator replies within 5 to 20 minutes." in customer.get(address).content.decode()
    for minutes in (2, 3, 4, 5, 11):
        read_after(orders, minutes)
    cache.clear()
    assert usual_minutes(clock.now()) == 11
    assert "The studio usually answers within 11 minutes." in customer.get(address).content.decode()


def test_whoever_waits_for_a_first_word_reads_it_on_the_return(signed_in: SignedIn, orders: Orders) -> None:
    subject, customer = returned(orders, 2), signed_in("customer")
    assert "within 5 to 20 minutes" in customer.get(f"/returns/{subject.number}/").content.decode()
    signed_in("coordinator").post(f"/returns/{subject.number}/actions/read/")
    assert "within 5 to 20 minutes" not in customer.get(f"/returns/{subject.number}/").content.decode()


def test_an_answered_quote_comes_back_to_the_desk_until_it_is_read(signed_in: SignedIn, orders: Orders) -> None:
    order: Order = returned(orders, 9).order
    orders.do("assess", order, "supervisor", clock.now(), decision="amendment", message="New.", price="6")
    client = signed_in("coordinator")
    assert order.number not in client.get("/desk/").content.decode()
    orders.do("approve_quote", order, "customer", clock.now())
    page = client.get("/desk/?show=quotes").content.decode()
    assert "Bright Homes approved the quote" in page
    client.post(f"/returns/{order.returns.get().number}/actions/read/")
    assert "approved the quote" not in client.get("/desk/").content.decode()
