"""Every line of an order's history reads as a sentence."""

from collections.abc import Callable
from datetime import UTC

import pytest
from django.test import Client

from proofroom.orders.lifecycle.states import Action, State
from proofroom.orders.models import Activity, Order
from proofroom.orders.sentences import SENTENCES, sentence_for
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import HOUR, Orders

BY_ITSELF = {
    "overdue",
    "deadline_passed",
    "return_read",
    "return_taken",
    "return_said",
    "return_handed_over",
    "message_noted",
}


def test_no_action_lacks_a_sentence() -> None:
    assert set(SENTENCES) == {*Action, *BY_ITSELF}


@pytest.mark.parametrize("state", [state.value for state in State if state is not State.DRAFT])
def test_what_really_happened_leaves_no_gap_in_its_sentence(order_in: Callable[[str], Order], state: str) -> None:
    for line in order_in(state).activity.select_related("actor"):
        sentence = sentence_for(line, UTC)
        assert sentence.endswith(".")
        for gap in ("  ", " .", ", .", " ,", "{", "None"):
            assert gap not in sentence, sentence


def test_the_reader_is_you_and_others_have_names(orders: Orders, cast: Cast) -> None:
    placed = orders.placed(pictures=3).activity.select_related("actor").get(action="place")
    said = "placed the order: 3 pictures for €30.00, due 3 March 2026, 09:00 UTC."
    assert sentence_for(placed, UTC, cast.customer.pk) == f"You {said}"
    assert sentence_for(placed, UTC, cast.artist.pk) == f"Cleo Customer {said}"


AMOUNTS = {"price": "€6", "refunded": "€6", "return": "RT-1", "decision": "amendment", "pictures": 3}


@pytest.mark.parametrize(
    ("action", "priced", "unpriced"),
    [
        ("place", "placed the order: 3 pictures for €6.", "placed the order: 3 pictures."),
        ("assess", "decided on RT-1: an amendment, quoted at €6.", "decided on RT-1: an amendment, quoted."),
        ("approve_quote", "approved the quote of €6 for RT-1.", "approved the quote for RT-1."),
        ("refund", "refunded €6.", "refunded a part of the price."),
        ("cancel", "cancelled the order. €6 was refunded.", "cancelled the order. What was paid was refunded."),
    ],
)
def test_who_may_not_know_an_amount_reads_what_happened_without_it(
    cast: Cast, action: str, priced: str, unpriced: str
) -> None:
    line = Activity(action=action, actor=cast.customer, data=AMOUNTS)
    assert sentence_for(line) == f"Cleo Customer {priced}"
    assert sentence_for(line, priced=False) == f"Cleo Customer {unpriced}"


def test_what_happens_by_itself_says_so(orders: Orders) -> None:
    order = orders.delivered()
    orders.do("complete_automatically", order, "system", BEGINNING + 80 * HOUR)
    line = Activity.objects.select_related("actor").get(order=order, action="complete_automatically")
    assert sentence_for(line) == "The order was completed by itself, 72 hours after its delivery."


def test_the_page_shows_the_sentences_and_what_was_written(signed_in: Callable[[str], Client], orders: Orders) -> None:
    order = orders.reopened()
    page = signed_in("customer").get(f"/orders/{order.number}/").content.decode()
    assert "You commented and reopened the order, RT-2026-000001." in page
    assert "Too dark." in page
    assert "Arne Artist delivered 2 files, round 1." in page
