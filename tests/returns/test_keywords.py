"""Correction, Amendment and Feedback are recognised where they head a comment (Row B6)."""

import pytest

from proofroom.returns.keywords import keyword_in
from proofroom.returns.models import Return
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders


@pytest.mark.parametrize(
    ("comment", "keyword"),
    [
        ("Feedback: a lovely light", "feedback"),
        ("CORRECTION - the lamp is dark", "correction"),
        ("  amendment\nPlease add a sky", "amendment"),
        ("[Feedback] a lovely light", "feedback"),
        ("Correction", "correction"),
        ("The correction of yesterday was fine", None),
        ("Feedback is welcome here", None),
        ("Corrections: none", None),
        ("Too dark", None),
    ],
)
def test_it_heads_the_comment(comment: str, keyword: str | None) -> None:
    assert keyword_in(comment) == keyword


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("comment", "picked", "keyword", "state"),
    [
        ("Feedback: a lovely light.", None, "feedback", "delivered"),
        ("Correction: too dark.", None, "correction", "reopened"),
        ("Feedback: too dark.", "correction", "correction", "reopened"),
    ],
)
def test_it_counts_like_the_button_unless_one_was_pressed(
    orders: Orders, comment: str, picked: str | None, keyword: str, state: str
) -> None:
    order = orders.delivered()
    orders.do("comment_and_reopen", order, "customer", BEGINNING + 3 * HOUR, comment=comment, keyword=picked)
    order.refresh_from_db()
    assert (Return.objects.get().keyword, order.state) == (keyword, state)
