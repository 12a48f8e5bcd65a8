"""Each figure, computed by hand on a few orders."""

from datetime import timedelta

import pytest

from proofroom.core.money import Money
from proofroom.orders.models import Deadline, Delivery
from proofroom.workflow import figures
from proofroom.workflow.figures import Share
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

AT = BEGINNING + timedelta(days=2)
pytestmark = pytest.mark.django_db


def test_orders_are_counted_by_state_and_discarded_drafts_are_left_out(orders: Orders) -> None:
    orders.draft(), orders.placed(), orders.placed(), orders.cancelled()
    orders.do("discard", orders.draft(), "customer", BEGINNING)
    counted = {state.value: count for state, count in figures.orders_by_state()}
    assert counted == {"draft": 1, "placed": 2, "in_production": 0, "delivered": 0, "reopened": 0, "completed": 0,
                       "cancelled": 1}  # fmt: skip


def test_a_delivery_is_on_time_by_the_promise_that_stood_when_it_was_made(orders: Orders) -> None:
    orders.delivered()
    orders.do("deliver", orders.in_production(), "artist", BEGINNING + 25 * HOUR)
    extended = orders.in_production()
    orders.do("request_extension", extended, "artist", BEGINNING + 2 * HOUR, due_at=AT, reason="Power cut")
    orders.do("answer_extension", extended, "customer", BEGINNING + 3 * HOUR, accept=True)
    orders.do("deliver", extended, "artist", BEGINNING + 26 * HOUR)
    assert figures.on_time(AT) == Share(2, 3)
    assert figures.on_time(AT + timedelta(days=60)) == Share(0, 0)


def test_a_later_promise_does_not_excuse_an_earlier_delivery(orders: Orders) -> None:
    late = orders.do("deliver", orders.in_production(), "artist", BEGINNING + 25 * HOUR)
    orders.do("comment_and_reopen", late, "customer", BEGINNING + 26 * HOUR, comment="Dark.")
    orders.do("assess", late, "supervisor", BEGINNING + 27 * HOUR, decision="correction", message="Yes.")
    assert Deadline.objects.filter(order=late, kind="delivery").count() == 2
    assert figures.on_time(AT) == Share(0, Delivery.objects.count())


def test_feedback_is_counted_and_is_no_correction(orders: Orders) -> None:
    order = orders.delivered()
    said = {"comment": "Lovely light.", "keyword": "feedback"}
    orders.do("comment_and_reopen", order, "customer", BEGINNING + 3 * HOUR, **said)
    assert figures.feedback_kept(AT) == 0
    orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, decision="feedback", message="Thank you.")
    assert figures.feedback_kept(AT) == 1
    assert figures.feedback_kept(AT + timedelta(days=400)) == 0


def test_load_counts_what_is_in_work_and_what_is_late(orders: Orders) -> None:
    orders.in_production(3), orders.reopened(2), orders.delivered(), orders.completed()
    busy, idle = figures.load(AT)
    assert (busy.artist, busy.orders, busy.pictures, busy.late) == (orders.cast.artist, 2, 5, 1)
    assert (idle.artist, idle.orders, idle.pictures, idle.late) == (orders.cast.artist2, 0, 0, 0)


def test_money_is_summed_by_month(orders: Orders) -> None:
    orders.placed(), orders.cancelled()
    orders.begin = BEGINNING - timedelta(days=40)
    orders.placed(5)
    march, january = figures.money_by_month(AT)
    assert (march.month.month, march.charged, march.refunded) == (3, Money(4_000), Money(2_000))
    assert (january.month.month, january.charged, january.refunded) == (1, Money(5_000), Money(0))
