"""Disagreeing with an assessment: the same thread goes on, and the account manager joins (Row B14)."""

import pytest

from proofroom.core.errors import Refused
from proofroom.orders.models import Order
from proofroom.returns.models import Quote, Return
from proofroom.returns.sentences import sentence_for
from proofroom.workflow.models import Notice
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db


def assessed(orders: Orders, decision: str, **given: object) -> Order:
    order = orders.delivered()
    item = order.items.get(position=1)
    wish = [{"item": item.pk, "comment": "Too dark."}]
    order = orders.do("reject_images", order, "customer", BEGINNING + 3 * HOUR, items=wish)
    said = {"decision": decision, "message": "It is as it was ordered.", **given}
    return orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, **said)


def disagreed(orders: Orders, order: Order, at: int = 5) -> Order:
    return orders.do("disagree", order, "customer", BEGINNING + at * HOUR, comment="It was not ordered like that.")


def history(given: Return) -> list[str]:
    return [sentence_for(each) for each in given.history.select_related("actor")]


@pytest.mark.parametrize("decision", ["declined", "feedback"])
def test_what_was_turned_down_goes_on_in_its_thread(orders: Orders, decision: str) -> None:
    order = disagreed(orders, assessed(orders, decision))
    given = Return.objects.get()
    assert (order.state, given.state, given.closed_at, given.outcome) == ("reopened", "disputed", None, "")
    assert not order.deadlines.filter(kind="completion", fired_at=None, cleared_at=None).exists()


def test_the_account_manager_joins_by_name_once_and_hears_of_it_by_mail(orders: Orders) -> None:
    order = disagreed(orders, assessed(orders, "declined"))
    assert history(Return.objects.get())[-1] == "Mona Manager, the account manager, joined."
    assert Notice.objects.get(event="disputed").person == orders.cast.manager
    given = {"decision": "amendment", "message": "Then it is new.", "price": "3.00"}
    order = orders.do("assess", order, "supervisor", BEGINNING + 6 * HOUR, **given)
    disagreed(orders, order, 7)
    assert sum("joined" in line for line in history(Return.objects.get())) == 1
    assert Notice.objects.filter(event="disputed").count() == 2


def test_the_decisions_of_supervisor_and_manager_both_stay_in_the_history(orders: Orders) -> None:
    order = disagreed(orders, assessed(orders, "declined"))
    given = {"decision": "correction", "message": "The customer is right."}
    order = orders.do("assess", order, "manager", BEGINNING + 6 * HOUR, **given)
    assert order.state == "in_production"
    lines = history(Return.objects.get())
    assert "Sune Supervisor declined it: the work stays as it is. The return is closed." in lines
    assert "Mona Manager assessed it as a correction. The rework is free." in lines
    assert not order.items.get(position=1).settled


def test_a_quote_can_be_disputed_and_is_withdrawn(orders: Orders) -> None:
    order = disagreed(orders, assessed(orders, "amendment", price="3.00"))
    assert (order.state, Quote.objects.get().state) == ("reopened", "withdrawn")
    assert not order.deadlines.filter(kind__startswith="quote", fired_at=None, cleared_at=None).exists()


def test_the_account_manager_has_the_last_word(orders: Orders) -> None:
    order = disagreed(orders, assessed(orders, "declined"))
    order = orders.do("assess", order, "manager", BEGINNING + 6 * HOUR, decision="declined", message="It stays.")
    with pytest.raises(Refused, match="account manager has decided"):
        disagreed(orders, order, 7)
    assert Return.objects.get().state == "closed"


def test_what_the_customer_called_feedback_is_no_dispute(orders: Orders) -> None:
    order = orders.delivered()
    wish = {"comment": "Lovely.", "keyword": "feedback"}
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 3 * HOUR, **wish)
    order = orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, decision="feedback", message="Thank you!")
    with pytest.raises(Refused, match="no assessment to disagree with"):
        disagreed(orders, order)


def test_a_later_return_is_not_reopened_through_an_older_one(orders: Orders) -> None:
    order = assessed(orders, "declined")
    order = orders.do("comment_and_reopen", order, "customer", BEGINNING + 5 * HOUR, comment="Something else.")
    with pytest.raises(Refused, match="no assessment to disagree with"):
        disagreed(orders, order, 6)


def test_an_accepted_order_is_past_disputes(orders: Orders) -> None:
    order = assessed(orders, "declined")
    order = orders.do("accept", order, "customer", BEGINNING + 5 * HOUR)
    with pytest.raises(Refused) as refusal:
        disagreed(orders, order, 6)
    assert refusal.value.code == "wrong_state"
