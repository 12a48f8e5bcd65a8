"""What happens when an order goes round more than once: money, times and grounds stay right."""

from datetime import timedelta

import pytest
from django.db.models import Sum

from proofroom.core.errors import Refused
from proofroom.orders.commands.producing import put_result
from proofroom.orders.commands.talking import say
from proofroom.orders.lifecycle.guards import is_late_or_unresponsive
from proofroom.orders.models import Order
from proofroom.payments.models import Payout
from proofroom.returns.models import RejectedItem
from proofroom.workflow.facts import facts_of
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders, picture

pytestmark = pytest.mark.django_db
OVER = BEGINNING + 2 * HOUR + timedelta(hours=72)


def rejected(orders: Orders, order: Order, at: int, words: str) -> Order:
    item = order.items.get(position=1)
    return orders.do(
        "reject_images", order, "customer", BEGINNING + at * HOUR, items=[{"item": item.pk, "comment": words}]
    )


def corrected(orders: Orders, order: Order, at: int) -> Order:
    given = {"decision": "correction", "message": "Sorry."}
    order = orders.do("assess", order, "supervisor", BEGINNING + at * HOUR, **given)
    orders.put_results(order)
    return orders.do("deliver", order, "artist", BEGINNING + (at + 1) * HOUR)


def test_a_refund_after_the_payout_takes_the_artists_share_of_it_back(orders: Orders) -> None:
    order = orders.do("complete_automatically", orders.delivered(), "system", OVER)
    order = orders.do("comment_and_reopen", order, "customer", OVER + HOUR, comment="One more thing.")
    order = orders.do("agree_to_revise", order, "supervisor", OVER + 2 * HOUR)
    orders.do("cancel", order, "coordinator", OVER + 3 * HOUR, reason="It cannot be fixed.")
    assert list(Payout.objects.order_by("pk").values_list("minor", flat=True)) == [1_400, -1_400]
    assert Payout.objects.aggregate(sum=Sum("minor"))["sum"] == 0


def test_each_round_keeps_what_was_asked_and_what_came_back(orders: Orders) -> None:
    order = corrected(orders, rejected(orders, orders.delivered(), 3, "Too dark."), 4)
    rejected(orders, order, 6, "Now too bright.")
    kept = [
        (each.comment, each.version.number, each.adjusted and each.adjusted.number)
        for each in RejectedItem.objects.order_by("pk")
    ]
    assert kept == [("Too dark.", 1, 2), ("Now too bright.", 2, None)]


def test_a_correction_has_failed_only_when_its_own_delivery_is_rejected(orders: Orders) -> None:
    order = orders.reopened()
    given = {"decision": "amendment", "message": "6.00 for a sky.", "price": "6.00"}
    order = orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, **given)
    order = orders.do("approve_quote", order, "customer", BEGINNING + 5 * HOUR)
    first = order.items.get(position=1)
    put_result(order, picture(first.name), orders.cast.artist, BEGINNING + 5 * HOUR, first)
    order = orders.do("deliver", order, "artist", BEGINNING + 6 * HOUR)
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 7 * HOUR, comment="Not this sky.")
    order = orders.do("assess", order, "supervisor", BEGINNING + 8 * HOUR, decision="correction", message="Sorry.")
    assert not facts_of(order, orders.cast.actor("coordinator")).correction_failed


def test_a_failed_correction_is_a_ground_for_a_refund(orders: Orders) -> None:
    order = corrected(orders, rejected(orders, orders.delivered(), 3, "Too dark."), 4)
    with pytest.raises(Refused, match="possible when"):
        orders.do("refund", order, "manager", BEGINNING + 6 * HOUR, amount="5.00", reason="Still dark")
    order = rejected(orders, order, 6, "Still dark.")
    order = orders.do("refund", order, "manager", BEGINNING + 7 * HOUR, amount="5.00", reason="Still dark")
    assert order.refunds.get().minor == 500


def test_an_artist_is_not_unresponsive_to_what_was_said_before_they_had_the_job(orders: Orders) -> None:
    order = orders.placed()
    say(order, orders.cast.customer, "Please hurry.", BEGINNING)
    order = orders.do("claim", order, "artist", BEGINNING + 23 * HOUR)
    Order.objects.filter(pk=order.pk).update(due_at=BEGINNING + 90 * HOUR)
    order.refresh_from_db()
    facts = facts_of(order, orders.cast.actor("customer"))
    assert not is_late_or_unresponsive(facts, BEGINNING + 25 * HOUR)
    assert is_late_or_unresponsive(facts, BEGINNING + 47 * HOUR)


def test_a_delivery_time_agreed_before_delivery_moves_the_order(orders: Orders) -> None:
    order = orders.in_production()
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 2 * HOUR, comment="And a blue sky, please.")
    due_at = BEGINNING + 40 * HOUR
    given = {"decision": "amendment", "message": "With pleasure.", "price": "6.00", "reason": "Late.", "due_at": due_at}
    order = orders.do("assess", order, "supervisor", BEGINNING + 3 * HOUR, **given)
    assert order.due_at == BEGINNING + 24 * HOUR
    order = orders.do("approve_quote", order, "customer", BEGINNING + 4 * HOUR)
    assert order.due_at == due_at


def test_feedback_on_a_cancelled_order_can_be_answered(orders: Orders) -> None:
    order = orders.placed()
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING, comment="Nice site!", keyword="feedback")
    order = orders.do("withdraw", order, "customer", BEGINNING + HOUR)
    order = orders.do("assess", order, "supervisor", BEGINNING + 2 * HOUR, decision="feedback", message="Thank you!")
    assert (order.state, order.returns.get().state) == ("cancelled", "closed")
