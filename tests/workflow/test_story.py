"""The whole way of an order through ``perform``."""

from datetime import UTC, datetime, timedelta

import pytest

from proofroom.core.errors import Invalid, NotVisible, Refused
from proofroom.orders.models import Deadline
from proofroom.payments.commands import refundable
from proofroom.payments.models import Payout
from proofroom.returns.models import Quote, Return
from proofroom.workflow import sweep
from proofroom.workflow.models import Notice
from proofroom.workflow.sweep import run_due
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

DELIVERED_AT = BEGINNING + 2 * HOUR
DUE_AT = BEGINNING + timedelta(hours=24)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "state", ["draft", "placed", "in_production", "delivered", "reopened", "completed", "cancelled"]
)
def test_every_state_can_be_reached(orders: Orders, state: str) -> None:
    assert orders.in_state(state).state == state


def test_an_order_is_charged_when_it_is_placed_and_refunded_when_it_is_withdrawn(orders: Orders) -> None:
    order = orders.placed()
    assert (order.price_minor, refundable(order)) == (2_000, 2_000)
    orders.do("withdraw", order, "customer", BEGINNING + HOUR)
    assert refundable(order) == 0


def test_the_artist_is_paid_their_share_on_completion(orders: Orders) -> None:
    order = orders.completed()
    assert Payout.objects.get(order=order).minor == 1_400


def test_an_order_nobody_answers_is_completed_at_72_hours_however_late_the_clock_looks(orders: Orders) -> None:
    order = orders.delivered()
    run_due(DELIVERED_AT + timedelta(days=9))
    order.refresh_from_db()
    assert (order.state, order.completed_at) == ("completed", DELIVERED_AT + timedelta(hours=72))
    assert Notice.objects.filter(order=order, event="completion_reminder", person__name="Cleo Customer").count() == 2


def test_the_72_hours_stand_still_while_a_return_is_open_and_go_on_with_24_at_least(orders: Orders) -> None:
    order = orders.delivered()
    rejected_at = DELIVERED_AT + timedelta(hours=70)
    order = orders.do("comment_and_reopen", order, "customer", rejected_at, comment="Hm.")
    assert run_due(rejected_at + timedelta(days=30)) == 0
    declined_at = rejected_at + 2 * HOUR
    orders.do("assess", order, "supervisor", declined_at, decision="declined", message="As ordered.")
    running = Deadline.objects.get(order=order, kind="completion", fired_at=None, cleared_at=None)
    assert running.due_at == declined_at + timedelta(hours=24)


def test_a_correction_is_reworked_delivered_and_accepted(orders: Orders) -> None:
    order = orders.delivered()
    first = order.items.get(position=1)
    given = {"items": [{"item": first.pk, "comment": "The lamp is gone."}]}
    order = orders.do("reject_images", order, "customer", BEGINNING + 3 * HOUR, **given)
    due_at = BEGINNING + 9 * HOUR
    order = orders.do(
        "assess", order, "supervisor", BEGINNING + 4 * HOUR, decision="correction", message="Sorry.", due_at=due_at
    )
    assert (order.state, order.due_at) == ("in_production", due_at)
    orders.put_results(order)
    order = orders.do("deliver", order, "artist", BEGINNING + 5 * HOUR)
    answered = Return.objects.get(order=order)
    adjusted = answered.rejected.get().adjusted
    assert adjusted is not None
    assert (answered.state, adjusted.number) == ("answered", 2)
    order = orders.do("accept", order, "customer", BEGINNING + 6 * HOUR)
    assert (order.state, Return.objects.get(order=order).state) == ("completed", "closed")


def test_an_amendment_charges_nothing_until_its_quote_is_approved(orders: Orders) -> None:
    order = orders.reopened()
    given = {"decision": "amendment", "message": "Blue sky: 6.00.", "price": "6.00"}
    order = orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, **given)
    assert (order.state, refundable(order)) == ("reopened", 2_000)
    order = orders.do("approve_quote", order, "customer", BEGINNING + 5 * HOUR)
    assert (order.state, refundable(order)) == ("in_production", 2_600)


def test_an_expired_quote_is_declined_by_itself(orders: Orders) -> None:
    order = orders.reopened()
    given = {"decision": "amendment", "message": "Blue sky: 6.00.", "price": "6.00"}
    orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, **given)
    run_due(BEGINNING + timedelta(days=7, hours=5))
    order.refresh_from_db()
    assert (order.state, Quote.objects.get().state) == ("delivered", "declined")


def test_after_acceptance_nobody_can_refund(orders: Orders) -> None:
    order = orders.completed()
    with pytest.raises(Refused, match="final"):
        orders.do("refund", order, "admin", BEGINNING + 4 * HOUR, amount="1.00", reason="Kindness")


def test_a_refusal_changes_nothing(orders: Orders) -> None:
    order = orders.in_production(results=False)
    before = (order.state, order.activity.count(), Notice.objects.count())
    with pytest.raises(Refused, match=r"room-1\.jpg"):
        orders.do("deliver", order, "artist", BEGINNING + 2 * HOUR)
    order.refresh_from_db()
    assert (order.state, order.activity.count(), Notice.objects.count()) == before


def test_a_rival_does_not_learn_that_the_order_exists(orders: Orders) -> None:
    with pytest.raises(NotVisible):
        orders.do("accept", orders.delivered(), "rival", BEGINNING + 3 * HOUR)


def test_more_time_is_asked_for_and_given(orders: Orders) -> None:
    order = orders.in_production()
    wish = {"due_at": DUE_AT + 5 * HOUR, "reason": "Power cut"}
    order = orders.do("request_extension", order, "artist", BEGINNING + 2 * HOUR, **wish)
    order = orders.do("answer_extension", order, "customer", BEGINNING + 3 * HOUR, accept=True)
    assert order.due_at == wish["due_at"]


def test_more_time_that_nobody_answers_is_declined_at_the_old_deadline(orders: Orders) -> None:
    order = orders.in_production()
    orders.do("request_extension", order, "artist", BEGINNING + 2 * HOUR, due_at=DUE_AT + HOUR, reason="Power cut")
    run_due(DUE_AT + timedelta(days=1))
    order.refresh_from_db()
    assert (order.due_at, order.extensions.get().state) == (DUE_AT, "declined")


@pytest.mark.parametrize(
    ("asked", "wished", "answered"),
    [
        (timedelta(minutes=-5), timedelta(hours=48), timedelta(hours=11)),
        (timedelta(hours=2), timedelta(hours=48), timedelta(hours=13)),
        (timedelta(hours=2), timedelta(hours=5), timedelta(hours=4)),
    ],
)
def test_more_time_that_is_asked_for_late_can_still_be_given(
    orders: Orders, asked: timedelta, wished: timedelta, answered: timedelta
) -> None:
    order = orders.in_production()
    wish = {"due_at": DUE_AT + wished, "reason": "Power cut"}
    orders.do("request_extension", order, "artist", DUE_AT + asked, **wish)
    run_due(DUE_AT + answered)
    order = orders.do("answer_extension", order, "customer", DUE_AT + answered, accept=True)
    assert order.due_at == wish["due_at"]


def test_what_was_wished_for_is_not_answered_after_its_time(orders: Orders) -> None:
    order = orders.in_production()
    wish = {"due_at": DUE_AT + 3 * HOUR, "reason": "Power cut"}
    orders.do("request_extension", order, "artist", DUE_AT + 2 * HOUR, **wish)
    run_due(DUE_AT + 3 * HOUR)
    assert order.extensions.get().state == "declined"


def test_feedback_beside_an_open_quote_waits_and_the_quote_decides_where_the_order_goes(orders: Orders) -> None:
    order, at = orders.reopened(), BEGINNING + 4 * HOUR
    orders.do("assess", order, "supervisor", at, decision="amendment", message="That is new.", price="6.00")
    orders.do("comment_and_reopen", order, "customer", at, comment="Lovely light.", keyword="feedback")
    with pytest.raises(Refused) as refused:
        orders.do("assess", order, "supervisor", at + HOUR, decision="feedback", message="Thank you.")
    assert refused.value.code == "nothing_to_assess"
    orders.do("decline_quote", order, "customer", at + 2 * HOUR)
    order = orders.do("assess", order, "supervisor", at + 3 * HOUR, decision="feedback", message="Thank you.")
    assert (order.state, set(order.returns.values_list("state", flat=True))) == ("delivered", {"closed"})


def test_a_deadline_that_fails_holds_up_no_other_and_stays_due(
    orders: Orders, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    late, quiet = orders.in_production(), orders.delivered()
    monkeypatch.setitem(sweep.FIRES, Deadline.Kind.DELIVERY, lambda *_: 1 // 0)
    run_due(DELIVERED_AT + timedelta(days=9))
    quiet.refresh_from_db()
    assert quiet.state == "completed"
    assert late.deadlines.filter(kind="delivery", fired_at=None).exists()
    assert "could not be fired" in caplog.text


def test_a_time_at_the_end_of_the_calendar_is_refused(orders: Orders) -> None:
    far = {"due_at": datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "reason": "A long holiday."}
    with pytest.raises(Invalid) as refused:
        orders.do("request_extension", orders.in_production(), "artist", BEGINNING + 2 * HOUR, **far)
    assert set(refused.value.fields) == {"due_at"}
