"""How long an order still has, and what happens then (Row C1)."""

from datetime import timedelta

import pytest

from proofroom.orders.models import Order
from proofroom.orders.time_left import TimeLeft, time_left
from proofroom.workflow.sweep import run_due
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

DAY = timedelta(days=1)


def left(order: Order, after: timedelta) -> TimeLeft | None:
    return time_left(order, order.deadlines.all(), BEGINNING + after)


@pytest.mark.parametrize("state", ["draft", "completed", "cancelled"])
def test_where_nothing_is_awaited_no_clock_counts(orders: Orders, state: str) -> None:
    assert left(orders.in_state(state), 4 * HOUR) is None


@pytest.mark.parametrize("state", ["placed", "in_production"])
def test_before_delivery_the_promised_time_counts(orders: Orders, state: str) -> None:
    clock = left(orders.in_state(state), 4 * HOUR)
    assert clock is not None
    assert (clock.due_at, clock.seconds, clock.running) == (BEGINNING + DAY, 20 * 3600, True)


def test_late_is_nothing_left_and_a_way_out(orders: Orders) -> None:
    clock = left(orders.in_production(), 2 * DAY)
    assert clock is not None
    assert (clock.due_at, clock.seconds, clock.running) == (BEGINNING + DAY, 0, False)
    assert "refunded" in clock.next


def test_after_delivery_the_72_hours_count(orders: Orders) -> None:
    clock = left(orders.delivered(), 3 * HOUR)
    assert clock is not None
    assert (clock.due_at, clock.seconds) == (BEGINNING + 74 * HOUR, 71 * 3600)


def test_the_clock_stands_still_while_a_return_is_open(orders: Orders) -> None:
    order = orders.reopened()
    clock = left(order, 3 * HOUR)
    assert clock is not None
    assert (clock.due_at, clock.seconds, clock.running) == (None, 71 * 3600, False)
    assert left(order, 30 * HOUR) == clock


def test_a_clock_that_stopped_late_keeps_24_hours(orders: Orders) -> None:
    order = orders.do("comment_and_reopen", orders.delivered(), "customer", BEGINNING + 73 * HOUR, comment="Dark.")
    clock = left(order, 80 * HOUR)
    assert clock is not None
    assert clock.seconds == 24 * 3600


def seconds_before_and_after_resuming(orders: Orders, order: Order, after: timedelta) -> tuple[int, int]:
    """What the clock shows while it stands still, and what it goes on with when the return is closed."""
    stopped = left(order, after)
    resumed = orders.do("assess", order, "supervisor", BEGINNING + after, decision="declined", message="As ordered.")
    goes_on = left(resumed, after)
    assert stopped is not None
    assert goes_on is not None
    return stopped.seconds, goes_on.seconds


def test_what_the_stopped_clock_shows_is_what_it_goes_on_with(orders: Orders) -> None:
    assert seconds_before_and_after_resuming(orders, orders.reopened(), 9 * HOUR) == (71 * 3600, 71 * 3600)


def test_after_completion_by_itself_nothing_was_left_so_24_hours_are(orders: Orders) -> None:
    order = orders.delivered()
    run_due(BEGINNING + 74 * HOUR)
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 75 * HOUR, comment="One more thing.")
    order = orders.do("agree_to_revise", order, "supervisor", BEGINNING + 76 * HOUR)
    assert seconds_before_and_after_resuming(orders, order, 77 * HOUR) == (24 * 3600, 24 * 3600)
