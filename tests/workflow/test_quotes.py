"""The quote of an amendment: its price, its end, and what is refused (Row B8)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from proofroom.core.errors import Invalid, Refused
from proofroom.orders.models import Order
from proofroom.payments.models import Charge
from proofroom.returns.models import Quote, Return, ReturnEntry
from proofroom.workflow.models import Notice
from proofroom.workflow.sweep import run_due
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db
ASSESSED = BEGINNING + 4 * HOUR
WEEK = timedelta(days=7)
SKY = "Please add a blue sky in the windows."


def asked(orders: Orders, comment: str = "A swimming pool, please.") -> Order:
    return orders.do("comment_and_reopen", orders.delivered(), "customer", BEGINNING + 3 * HOUR, comment=comment)


def quoted(orders: Orders, order: Order, at: datetime = ASSESSED, **given: object) -> Order:
    said = {"decision": "amendment", "message": "With pleasure.", **given}
    return orders.do("assess", order, "supervisor", at, **said)


def refused(orders: Orders, order: Order, code: str, **given: Any) -> str:
    """The sentence with which the quote is refused; nothing was changed."""
    before = (order.state, ReturnEntry.objects.count(), Notice.objects.count())
    with pytest.raises(Refused) as refusal:
        quoted(orders, order, **given)
    order.refresh_from_db()
    assert (order.state, ReturnEntry.objects.count(), Notice.objects.count()) == before
    assert (refusal.value.code, Quote.objects.count()) == (code, 0)
    return " ".join([refusal.value.message, *getattr(refusal.value, "fields", {}).values()])


def test_without_a_price_the_price_lists_own_is_quoted(orders: Orders) -> None:
    quoted(orders, asked(orders, SKY))
    quote = Quote.objects.get()
    assert (quote.minor, quote.listed, quote.reason) == (600, 600, "")


def test_another_price_than_the_price_lists_needs_a_reason(orders: Orders) -> None:
    order = asked(orders, SKY)
    assert "€6.00" in refused(orders, order, "no_reason", price="5.00")
    quoted(orders, order, price="5.00", reason="One window has no sky.")
    quote = Quote.objects.get()
    assert (quote.minor, quote.listed, quote.reason) == (500, 600, "One window has no sky.")


def test_where_the_price_list_has_none_the_price_is_said(orders: Orders) -> None:
    order = asked(orders)
    assert "Say what the amendment costs" in refused(orders, order, "no_price")
    quoted(orders, order, price="0.00")
    assert Quote.objects.get().minor == 0


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"price": "-1.00"}, "invalid"),
        ({"price": "6.00", "currency": "SEK"}, "other_currency"),
        ({"price": "6.00 SEK"}, "invalid"),
        ({"price": "1" * 40}, "invalid"),
        ({"price": "6.001"}, "invalid"),
        ({"price": "NaN"}, "invalid"),
        ({"price": "6.00", "due_at": ASSESSED - HOUR}, "due_in_the_past"),
        ({"price": "6.00", "reason": "x" * 501}, "invalid"),
    ],
)
def test_a_price_or_time_that_cannot_be_is_refused(orders: Orders, given: dict[str, object], code: str) -> None:
    assert len(refused(orders, asked(orders), code, **given)) > len("Some of it.")


def test_nothing_is_charged_before_the_approval_and_once_by_it(orders: Orders) -> None:
    order = quoted(orders, asked(orders), price="6.00")
    amendments = Charge.objects.filter(kind=Charge.Kind.AMENDMENT)
    assert (order.state, amendments.count()) == ("reopened", 0)
    order = orders.do("approve_quote", order, "customer", ASSESSED + HOUR, quote=Quote.objects.get().pk)
    assert (order.state, amendments.get().minor) == ("in_production", 600)
    with pytest.raises(Refused, match="No quote is waiting"):
        orders.do("approve_quote", order, "colleague", ASSESSED + HOUR)
    assert amendments.count() == 1


def test_a_day_before_its_end_the_customers_are_reminded_once(orders: Orders) -> None:
    quoted(orders, asked(orders), price="6.00")
    day_before = ASSESSED + WEEK - timedelta(days=1)
    run_due(day_before - HOUR)
    assert not Notice.objects.filter(event="quote_reminder").exists()
    run_due(day_before)
    run_due(day_before)
    reminded = set(Notice.objects.filter(event="quote_reminder").values_list("person__email", flat=True))
    assert reminded == {"customer@example.com", "colleague@example.com"}


def test_an_answered_quote_is_not_reminded_of(orders: Orders) -> None:
    order = quoted(orders, asked(orders), price="6.00")
    orders.do("decline_quote", order, "customer", ASSESSED + HOUR)
    run_due(ASSESSED + WEEK)
    assert not Notice.objects.filter(event="quote_reminder").exists()
    assert Return.objects.get().outcome == "quote_declined"


def test_expired_it_cannot_be_approved_and_the_order_is_ready_again(orders: Orders) -> None:
    order = quoted(orders, asked(orders), price="6.00")
    with pytest.raises(Refused, match="has expired"):
        orders.do("approve_quote", order, "customer", ASSESSED + WEEK + HOUR)
    run_due(ASSESSED + WEEK)
    order.refresh_from_db()
    assert (order.state, Return.objects.get().outcome) == ("delivered", "quote_expired")
    assert order.deadlines.filter(kind="completion", fired_at=None, cleared_at=None).exists()
    with pytest.raises(Refused, match="No quote is waiting"):
        orders.do("approve_quote", order, "customer", ASSESSED + WEEK + HOUR)
    assert not Charge.objects.filter(kind=Charge.Kind.AMENDMENT).exists()


def test_feedback_does_not_stop_the_quote_from_expiring(orders: Orders) -> None:
    order = quoted(orders, asked(orders), price="6.00")
    given = {"comment": "Lovely otherwise!", "keyword": "feedback"}
    orders.do("comment_and_reopen", order, "customer", ASSESSED + HOUR, **given)
    run_due(ASSESSED + WEEK)
    assert Quote.objects.get().state == "declined"


def test_a_quote_that_was_replaced_is_not_approved_in_place_of_the_new_one(orders: Orders) -> None:
    order = quoted(orders, asked(orders), price="6.00")
    seen = Quote.objects.get().pk
    order = orders.do("disagree", order, "customer", ASSESSED + HOUR, comment="Too dear.")
    order = quoted(orders, order, ASSESSED + 2 * HOUR, price="60.00")
    with pytest.raises(Refused, match="is quoted now"):
        orders.do("approve_quote", order, "colleague", ASSESSED + 3 * HOUR, quote=seen)
    assert not Charge.objects.filter(kind=Charge.Kind.AMENDMENT).exists()


def test_text_that_is_no_price_is_refused_in_its_field(orders: Orders) -> None:
    with pytest.raises(Invalid) as wrong:
        quoted(orders, asked(orders), price="six")
    assert set(wrong.value.fields) == {"price"}
