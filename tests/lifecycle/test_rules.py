"""Rules whose facts are in no situation of matrix.csv.

The answers come from the architecture. Unlike the matrix, the cases were chosen with the table in view: each stands
for a change to the table that the matrix alone did not notice.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from proofroom.orders.lifecycle.facts import Facts
from tests.lifecycle.situations import NOW, PICTURES, YESTERDAY, outcome, read_line, seen_by

LONG_AGO = NOW - timedelta(days=15)
ONE = PICTURES[:1]
ASSESSMENTS = ("correction", "amendment", "feedback", "declined")


def facts_for(column: str, situation: str, line: str) -> Facts:
    return seen_by(column, situation, read_line(line)[1])


def answer(line: str, facts: Facts) -> str:
    return outcome(read_line(line)[0], facts)


@pytest.mark.parametrize(
    ("situation", "line"),
    [
        ("in_production", "deliver"),
        ("in_production", "request_extension"),
        ("in_production", "cancel"),
        ("reopened", "cancel"),
        ("completed_discretion", "agree_to_revise"),
        ("completed_discretion", "decline_to_revise"),
        ("completed_reviewed", "reply_to_review"),
    ],
)
def test_another_artist_is_stopped_even_where_they_could_see_the_order(situation: str, line: str) -> None:
    assert answer(line, facts_for("artist2", situation, line)) == "not_your_job"


def test_a_draft_is_placed_only_when_it_is_specified_and_its_originals_open() -> None:
    draft = facts_for("customer", "draft", "place")
    assert answer("place", replace(draft, missing_choices=("Style",))) == "not_specified"
    assert answer("place", replace(draft, broken=ONE)) == "broken_original"


def test_a_delivery_waits_for_missing_results_first_then_for_broken_ones_then_for_the_check() -> None:
    job = facts_for("artist", "in_production", "deliver")
    assert answer("deliver", replace(job, unfinished=ONE, broken=ONE, unchecked=ONE)) == "results_missing"
    assert answer("deliver", replace(job, broken=ONE, unchecked=ONE)) == "broken_result"
    assert answer("deliver", replace(job, unchecked=ONE)) == "results_unchecked"


def test_a_delivery_waits_until_what_the_customer_asked_for_meanwhile_is_decided() -> None:
    job = facts_for("artist", "in_production_rework", "deliver")
    assert answer("deliver", replace(job, work_return_undecided=True)) == "return_undecided"


@pytest.mark.parametrize(("column", "line"), [("customer", "accept"), ("system", "complete_automatically")])
def test_nothing_is_completed_while_a_return_is_open(column: str, line: str) -> None:
    facts = replace(facts_for(column, "delivered_72_hours_over", line), work_return_open=True)
    assert answer(line, facts) == "return_open"


@pytest.mark.parametrize(
    ("column", "situation", "line"),
    [
        ("customer", "in_production", "request_cancellation"),
        ("customer", "in_production_late", "request_cancellation"),
        ("customer", "reopened", "request_cancellation"),
        ("coordinator", "in_production_cancellation_asked", "answer_cancellation:grant"),
        ("artist", "in_production", "cancel"),
        ("artist", "reopened", "cancel"),
        ("coordinator", "reopened", "cancel"),
        ("admin", "in_production_late", "refund"),
    ],
)
def test_what_would_refund_is_refused_after_acceptance(column: str, situation: str, line: str) -> None:
    assert answer(line, replace(facts_for(column, situation, line), accepted=True)) == "accepted"


@pytest.mark.parametrize("situation", ["in_production", "in_production_cancellation_asked"])
def test_an_unresponsive_artist_makes_cancellation_immediate(situation: str) -> None:
    facts = replace(facts_for("customer", situation, "request_cancellation"), waiting_for_artist_since=YESTERDAY)
    assert answer("request_cancellation", facts) == "cancelled"


@pytest.mark.parametrize(
    ("line", "after"), [("answer_cancellation:grant", "cancelled"), ("answer_cancellation:refuse", "reopened")]
)
def test_a_cancellation_asked_while_reopened_is_answered_there(line: str, after: str) -> None:
    facts = replace(facts_for("manager", "reopened", line), cancellation_asked=True)
    assert answer(line, facts) == after


@pytest.mark.parametrize("situation", ["placed", "in_production"])
@pytest.mark.parametrize("decision", ASSESSMENTS)
def test_an_update_before_delivery_is_assessed_without_moving_the_order(situation: str, decision: str) -> None:
    line = f"assess:{decision}"
    for column, disputed, after in (
        ("supervisor", False, situation),
        ("admin", True, situation),
        ("manager", False, "not_disputed"),
        ("manager", True, situation),
    ):
        received = replace(facts_for(column, situation, line), work_return_open=True, return_to_assess=True)
        assert answer(line, replace(received, return_disputed=disputed)) == after


@pytest.mark.parametrize("situation", ["delivered", "completed_accepted"])
@pytest.mark.parametrize("column", ["supervisor", "manager"])
def test_feedback_after_delivery_is_assessed_without_moving_the_order(situation: str, column: str) -> None:
    facts = facts_for(column, situation, "assess:feedback")
    received = replace(facts, return_to_assess=True, return_disputed=True)
    assert answer("assess:feedback", received) == facts.state


@pytest.mark.parametrize("situation", ["placed", "in_production"])
@pytest.mark.parametrize("line", ["approve_quote", "decline_quote"])
def test_a_quote_before_delivery_is_answered_without_moving_the_order(situation: str, line: str) -> None:
    assert answer(line, replace(facts_for("customer", situation, line), quote_open=True)) == situation


@pytest.mark.parametrize("situation", ["placed", "in_production", "reopened_quoted"])
def test_an_expired_quote_cannot_be_approved(situation: str) -> None:
    facts = replace(facts_for("customer", situation, "approve_quote"), quote_open=True, quote_expires_at=YESTERDAY)
    assert answer("approve_quote", facts) == "quote_expired"


def test_nothing_is_refunded_beyond_what_is_left() -> None:
    facts = replace(facts_for("coordinator", "in_production_late", "refund"), refundable=0)
    assert answer("refund", facts) == "nothing_to_refund"


def test_praise_is_final_in_the_end() -> None:
    written = replace(facts_for("customer", "completed_reviewed", "review"), reviewed_at=LONG_AGO)
    answered = replace(facts_for("artist", "completed_reviewed", "reply_to_review"), replied=True)
    assert answer("review", written) == "review_closed"
    assert answer("reply_to_review", answered) == "replied"


@pytest.mark.parametrize("situation", ["placed", "in_production"])
@pytest.mark.parametrize("decision", ["correction", "amendment"])
def test_feedback_becomes_neither_a_correction_nor_an_amendment(situation: str, decision: str) -> None:
    line = f"assess:{decision}"
    received = replace(facts_for("supervisor", situation, line), return_to_assess=True, feedback_to_assess=True)
    assert answer(line, received) == "only_feedback"
