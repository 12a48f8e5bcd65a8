"""Part correction, part amendment: each picture goes its own way, and the quote holds up nothing but its own part."""

from datetime import timedelta
from typing import Any

import pytest

from proofroom.core.errors import Refused
from proofroom.orders.commands.producing import put_result
from proofroom.orders.models import Deadline, Order
from proofroom.payments.models import Charge
from proofroom.returns.corrections import rate_of
from proofroom.returns.models import Quote, RejectedItem, Return, ReturnEntry
from proofroom.workflow.sweep import run_due
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders, picture

pytestmark = pytest.mark.django_db
SAID = {"decision": "split", "message": "The first is ours. The second is new.", "price": "6.00"}
WEEK = timedelta(days=7)


def rejected(orders: Orders) -> Order:
    """Both pictures came back."""
    order = orders.delivered()
    items = [{"item": pk, "comment": "Not right."} for pk in order.items.values_list("pk", flat=True)]
    return orders.do("reject_images", order, "customer", BEGINNING + 3 * HOUR, items=items)


def parts(order: Order, *decisions: str) -> list[dict[str, Any]]:
    items = order.items.values_list("pk", flat=True)
    return [{"item": item, "decision": decision} for item, decision in zip(items, decisions, strict=False)]


def split(orders: Orders, order: Order, **other: object) -> Order:
    """The first is corrected, the second amended."""
    given = {**SAID, "pictures": parts(order, "correction", "amendment"), **other}
    return orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, **given)


def corrected(orders: Orders, order: Order) -> Order:
    first = order.items.get(position=1)
    put_result(order, picture(first.name), orders.cast.artist, BEGINNING + 5 * HOUR, first)
    return orders.do("deliver", order, "artist", BEGINNING + 6 * HOUR)


def running(order: Order) -> set[str]:
    return set(order.deadlines.filter(fired_at=None, cleared_at=None).values_list("kind", flat=True))


def came_back(order: Order) -> dict[int, bool]:
    rows = RejectedItem.objects.filter(of__order=order).values_list("item__position", "adjusted")
    return {position: adjusted is not None for position, adjusted in rows}


def test_the_correction_starts_at_once_and_the_amendment_waits_for_its_quote(orders: Orders) -> None:
    order = split(orders, rejected(orders))
    assert order.state == "in_production"
    assert list(order.items.values_list("position", "settled")) == [(1, False), (2, True)]
    assert Quote.objects.get().minor == 600
    assert not Charge.objects.filter(kind=Charge.Kind.AMENDMENT).exists()
    assert running(order) == {"delivery", "quote_reminder", "quote_expiry"}


def test_approved_while_the_correction_is_made_both_come_together(orders: Orders) -> None:
    order = split(orders, rejected(orders), due_at=BEGINNING + 8 * HOUR)
    order = orders.do("approve_quote", order, "customer", BEGINNING + 7 * HOUR)
    assert (order.state, order.due_at) == ("in_production", BEGINNING + 19 * HOUR)
    assert list(order.items.values_list("settled", flat=True)) == [False, False]
    assert Charge.objects.get(kind=Charge.Kind.AMENDMENT).minor == 600
    assert running(order) == {"delivery"}
    orders.put_results(order)
    order = orders.do("deliver", order, "artist", BEGINNING + 9 * HOUR)
    assert came_back(order) == {1: True, 2: True}


def test_declined_the_correction_goes_on_alone(orders: Orders) -> None:
    order = split(orders, rejected(orders))
    order = orders.do("decline_quote", order, "customer", BEGINNING + 5 * HOUR, message="Too dear.")
    assert (order.state, order.returns.get().state) == ("in_production", "in_work")
    assert running(order) == {"delivery"}
    order = corrected(orders, order)
    assert (order.state, came_back(order)) == ("delivered", {1: True, 2: False})
    assert "completion" in running(order)
    order = orders.do("accept", order, "customer", BEGINNING + 7 * HOUR)
    assert order.returns.get().outcome == "reworked"


def test_the_corrected_part_is_delivered_without_waiting_for_the_answer(orders: Orders) -> None:
    order = corrected(orders, split(orders, rejected(orders)))
    assert order.state == "delivered"
    assert running(order) == {"quote_reminder", "quote_expiry"}
    with pytest.raises(Refused, match="Approve or decline it first"):
        orders.do("accept", order, "customer", BEGINNING + 7 * HOUR)


def test_approved_after_that_delivery_the_amended_part_is_reworked(orders: Orders) -> None:
    order = corrected(orders, split(orders, rejected(orders)))
    order = orders.do("approve_quote", order, "customer", BEGINNING + 7 * HOUR)
    assert (order.state, order.returns.get().state) == ("in_production", "in_work")
    assert list(order.items.values_list("settled", flat=True)) == [True, False]
    orders.put_results(order)
    order = orders.do("deliver", order, "artist", BEGINNING + 8 * HOUR)
    assert came_back(order) == {1: True, 2: True}


def test_expired_after_that_delivery_the_72_hours_begin(orders: Orders) -> None:
    order = corrected(orders, split(orders, rejected(orders)))
    over = BEGINNING + 4 * HOUR + WEEK
    run_due(over)
    order.refresh_from_db()
    assert (order.state, order.returns.get().state) == ("delivered", "answered")
    completes = order.deadlines.get(kind=Deadline.Kind.COMPLETION, fired_at=None, cleared_at=None)
    assert completes.due_at == over + timedelta(hours=72)
    run_due(completes.due_at)
    order.refresh_from_db()
    assert order.state == "completed"


def test_rejected_again_with_the_quote_open_the_quote_is_withdrawn_and_all_is_assessed_again(orders: Orders) -> None:
    order = corrected(orders, split(orders, rejected(orders)))
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 7 * HOUR, comment="Neither is right.")
    assert Quote.objects.get().state == "withdrawn"
    assert running(order) == set()
    order = orders.do("assess", order, "supervisor", BEGINNING + 8 * HOUR, decision="correction", message="Sorry.")
    assert list(order.items.values_list("settled", flat=True)) == [True, False]


def test_the_corrected_picture_alone_counts_in_the_correction_rate(orders: Orders) -> None:
    split(orders, rejected(orders))
    assert rate_of(Order.objects.all(), BEGINNING + 9 * HOUR).corrected == 1


def refused(orders: Orders, order: Order, code: str, **given: object) -> str:
    """The sentence; nothing was changed."""
    before = (order.state, order.returns.get().state, ReturnEntry.objects.count(), RejectedItem.objects.count())
    with pytest.raises(Refused) as refusal:
        orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, **{**SAID, **given})
    assert refusal.value.code == code
    order.refresh_from_db()
    after = (order.state, order.returns.get().state, ReturnEntry.objects.count(), RejectedItem.objects.count())
    assert (after, Quote.objects.count()) == (before, 0)
    return refusal.value.message


def test_a_split_that_leaves_out_a_picture_is_refused_with_its_name(orders: Orders) -> None:
    order = rejected(orders)
    assert "room-2.jpg" in refused(orders, order, "picture_left_out", pictures=parts(order, "correction"))


def test_a_split_with_a_picture_of_another_order_is_refused(orders: Orders) -> None:
    other, order = orders.delivered(), rejected(orders)
    foreign = parts(other, "amendment")
    pictures = [*parts(order, "correction", "amendment"), *foreign]
    before = Return.objects.count()
    assert str(foreign[0]["item"]) in refused(orders, order, "unknown_item", pictures=pictures)
    assert Return.objects.count() == before


def test_a_split_that_is_none_is_refused(orders: Orders) -> None:
    order = rejected(orders)
    refused(orders, order, "one_part", pictures=parts(order, "amendment", "amendment"))
    twice = [*parts(order, "correction", "amendment"), *parts(order, "amendment")]
    refused(orders, order, "picture_twice", pictures=twice)
    whole = {"decision": "correction", "pictures": parts(order, "correction", "amendment")}
    refused(orders, order, "not_split", **whole)


def test_before_anything_was_delivered_nothing_can_be_split(orders: Orders) -> None:
    order = orders.in_production()
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 2 * HOUR, comment="Brighter, with a pool.")
    refused(orders, order, "wrong_choice", pictures=parts(order, "correction", "amendment"))


def test_a_comment_that_names_pictures_is_split_by_those_alone(orders: Orders) -> None:
    order = orders.delivered(3)
    given = {"comment": "These two.", "references": ["room-1.jpg", "room-3.jpg", "Style: Bright"]}
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 3 * HOUR, **given)
    first, _, third = order.items.values_list("pk", flat=True)
    pictures = [{"item": first, "decision": "amendment"}, {"item": third, "decision": "correction"}]
    order = orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, **{**SAID, "pictures": pictures})
    assert list(order.items.values_list("settled", flat=True)) == [True, True, False]
