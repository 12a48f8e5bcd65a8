"""Two at the same time: real connections, one winner, and nothing done twice."""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connections

from proofroom.core.errors import Refused
from proofroom.orders.models import Activity, Order
from proofroom.payments.commands import refundable
from proofroom.payments.models import Payout, Refund
from proofroom.returns.models import Return
from proofroom.workflow.once import Answer, once
from proofroom.workflow.sweep import run_due
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> Counter[str]:
    """Runs all acts together, each on a connection of its own; counts how each ended: ``done`` or a refusal's code."""
    barrier, ends = threading.Barrier(len(acts)), Counter[str]()

    def run(act: Callable[[], object]) -> None:
        barrier.wait()
        try:
            act()
            ends["done"] += 1
        except Refused as refused:
            ends[refused.code] += 1
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def test_an_order_is_claimed_by_one_artist(orders: Orders) -> None:
    order = orders.placed()
    claims = [lambda part=part: claim(orders, order, part) for part in ("artist", "artist2") * 3]
    ends = at_once(*claims)
    assert ends["done"] == 1
    assert Activity.objects.filter(order=order, action="claim").count() == 1


def claim(orders: Orders, order: Order, part: str) -> None:
    """A claim; for the loser the order has left the board, so it does not exist any more."""
    from proofroom.core.errors import NotVisible

    try:
        orders.do("claim", order, part, BEGINNING + HOUR)
    except NotVisible:
        raise Refused("gone", "Somebody else has it.") from None


def test_two_supervisors_decide_a_return_once(orders: Orders) -> None:
    """Two hundred times on PostgreSQL: ``python -m bench.assessing``."""
    for _ in range(3):
        order = orders.reopened(pictures=1)
        ends = at_once(assess(orders, order, "supervisor", "correction"), assess(orders, order, "admin", "declined"))
        subject = order.returns.get()
        assert ends["done"] == 1
        assert subject.history.filter(action__in=("correct", "refuse")).count() == 1
        assert subject.state == {"correction": "in_work", "declined": "closed"}[subject.decision]


def assess(orders: Orders, order: Order, part: str, decision: str) -> Callable[[], object]:
    return lambda: orders.do("assess", order, part, BEGINNING + 4 * HOUR, decision=decision, message="So.")


def test_accepting_and_rejecting_at_once_has_one_winner(orders: Orders) -> None:
    order = orders.delivered()
    ends = at_once(
        lambda: orders.do("accept", order, "customer", BEGINNING + 3 * HOUR),
        lambda: orders.do("comment_and_reopen", order, "colleague", BEGINNING + 3 * HOUR, comment="Too dark."),
    )
    order.refresh_from_db()
    # Rejected after acceptance it becomes a wish at the artist's discretion; then both are done, in that order.
    assert order.state in {"completed", "reopened"}
    assert Return.objects.filter(order=order).count() == (1 if order.state == "reopened" else ends["done"] - 1)


def test_accepting_races_the_72_hours_and_the_artist_is_paid_once(orders: Orders) -> None:
    order = orders.delivered()
    over = BEGINNING + 2 * HOUR + timedelta(hours=72)
    at_once(lambda: orders.do("accept", order, "customer", over), lambda: run_due(over), lambda: run_due(over))
    order.refresh_from_db()
    assert order.state == "completed"
    assert Payout.objects.filter(order=order).count() == 1
    assert Activity.objects.filter(order=order, target="completed", source="delivered").count() == 1


def test_withdrawing_twice_refunds_once(orders: Orders) -> None:
    order = orders.placed()
    ends = at_once(*[lambda: orders.do("withdraw", order, "customer", BEGINNING + HOUR)] * 4)
    assert ends == {"done": 1, "wrong_state": 3}
    assert Refund.objects.filter(order=order).count() == 1
    assert refundable(order) == 0


def test_the_same_key_sent_at_once_writes_once(orders: Orders) -> None:
    order = orders.placed()
    written: list[int] = []

    def write() -> Answer:
        written.append(1)
        order.messages.create(author=orders.cast.customer, body="Hello", at=BEGINNING)
        return Answer(201, "said")

    ends = at_once(*[lambda: once(orders.cast.customer, "key", {"say": "Hello"}, BEGINNING, write)] * 4)
    assert (ends["done"], order.messages.count()) == (4, 1)
