"""One sentence for each guard: what it refuses, and what it lets pass."""

from datetime import timedelta
from functools import partial

from proofroom.orders.lifecycle import guards as g
from proofroom.orders.lifecycle.engine import Guard
from proofroom.orders.lifecycle.facts import Facts
from proofroom.orders.lifecycle.states import Role, State
from tests.lifecycle.situations import NOW, TOMORROW, YESTERDAY

SECOND = timedelta(seconds=1)

draft = partial(Facts, State.DRAFT, Role.CUSTOMER)
placed = partial(Facts, State.PLACED, Role.CUSTOMER)
in_production = partial(Facts, State.IN_PRODUCTION, Role.CUSTOMER)
delivered = partial(Facts, State.DELIVERED, Role.CUSTOMER)
reopened = partial(Facts, State.REOPENED, Role.CUSTOMER)
completed = partial(Facts, State.COMPLETED, Role.CUSTOMER)


def answer(guard: Guard, facts: Facts) -> str | None:
    """The guard's code for these facts, or None when it lets them pass."""
    reason = guard(facts, NOW)
    return reason.code if reason else None


def sentence(guard: Guard, facts: Facts) -> str:
    reason = guard(facts, NOW)
    assert reason
    return reason.sentence


def test_an_order_without_originals_cannot_be_placed() -> None:
    assert answer(g.has_items, draft()) == "no_items"
    assert answer(g.has_items, draft(items=1)) is None


def test_an_order_that_is_not_specified_cannot_be_placed_and_hears_what_is_missing() -> None:
    assert answer(g.is_specified, draft(missing_choices=("Style",))) == "not_specified"
    assert "Style, Brightness" in sentence(g.is_specified, draft(missing_choices=("Style", "Brightness")))
    assert answer(g.is_specified, draft()) is None


def test_an_original_that_cannot_be_opened_is_named() -> None:
    assert answer(g.originals_are_readable, draft(broken=("bedroom.jpg",))) == "broken_original"
    one, two = draft(broken=("bed.jpg",)), draft(broken=("bed.jpg", "sofa.jpg"))
    assert sentence(g.originals_are_readable, one) == "bed.jpg cannot be opened. Remove it or upload it again."
    assert sentence(g.originals_are_readable, two).endswith("Remove them or upload them again.")
    assert answer(g.originals_are_readable, draft()) is None


def test_what_is_no_original_is_named_and_has_to_go() -> None:
    assert answer(g.originals_are_readable, draft(items=1, no_originals=("setup.exe",))) == "no_original"
    assert "setup.exe is no original" in sentence(g.originals_are_readable, draft(no_originals=("setup.exe",)))


def test_an_artist_does_nothing_to_the_job_of_another() -> None:
    assert answer(g.is_assigned_to_me, in_production()) == "not_your_job"
    assert answer(g.is_assigned_to_me, in_production(assigned_to_me=True)) is None


def test_a_missing_result_is_named() -> None:
    assert answer(g.every_item_has_a_result, in_production(unfinished=("kitchen.jpg",))) == "results_missing"
    assert "kitchen.jpg" in sentence(g.every_item_has_a_result, in_production(unfinished=("kitchen.jpg",)))
    assert answer(g.every_item_has_a_result, in_production(staged=1)) is None


def test_an_empty_delivery_cannot_exist_even_when_all_pictures_are_settled() -> None:
    assert answer(g.every_item_has_a_result, in_production(items=2, staged=0)) == "results_missing"


def test_nothing_is_delivered_past_a_wish_that_is_not_decided_yet() -> None:
    assert answer(g.no_return_is_undecided, in_production(work_return_undecided=True)) == "return_undecided"
    assert answer(g.no_return_is_undecided, in_production(work_return_open=True)) is None


def test_of_many_missing_results_three_are_named_and_the_others_counted() -> None:
    many = ("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg")
    assert "1.jpg, 2.jpg, 3.jpg and 2 more" in sentence(g.every_item_has_a_result, in_production(unfinished=many))


def test_a_result_still_being_checked_cannot_be_delivered() -> None:
    assert answer(g.results_are_checked, in_production(unchecked=("bedroom.jpg",))) == "results_unchecked"
    assert answer(g.results_are_checked, in_production()) is None


def test_a_broken_result_is_told_before_one_still_being_checked() -> None:
    assert answer(g.results_are_checked, in_production(unchecked=("a.jpg",), broken=("b.jpg",))) == "broken_result"


def test_one_result_is_checked_and_several_are() -> None:
    one, two = in_production(unchecked=("a.jpg",)), in_production(unchecked=("a.jpg", "b.jpg"))
    assert sentence(g.results_are_checked, one).startswith("a.jpg is still being checked.")
    assert sentence(g.results_are_checked, two).startswith("a.jpg, b.jpg are still being checked.")
    one, two = in_production(broken=("a.jpg",)), in_production(broken=("a.jpg", "b.jpg"))
    assert sentence(g.results_are_checked, one).endswith("Upload that result again.")
    assert sentence(g.results_are_checked, two).endswith("Upload those results again.")


def test_a_second_extension_waits_for_the_answer_to_the_first() -> None:
    assert answer(g.no_extension_is_open, in_production(extension_open=True)) == "extension_open"
    assert answer(g.no_extension_is_open, in_production()) is None


def test_an_extension_nobody_asked_for_cannot_be_answered() -> None:
    assert answer(g.extension_is_open, in_production()) == "no_extension"
    assert answer(g.extension_is_open, in_production(extension_open=True)) is None


def test_cancellation_is_asked_for_once() -> None:
    assert answer(g.no_cancellation_is_asked, in_production(cancellation_asked=True)) == "cancellation_asked"
    assert answer(g.no_cancellation_is_asked, in_production()) is None


def test_a_cancellation_nobody_asked_for_cannot_be_answered() -> None:
    assert answer(g.cancellation_is_asked, in_production()) == "no_cancellation_asked"
    assert answer(g.cancellation_is_asked, in_production(cancellation_asked=True)) is None


def test_an_open_return_has_to_be_closed_first() -> None:
    assert answer(g.no_return_is_open, delivered(work_return_open=True)) == "return_open"
    assert answer(g.no_return_is_open, delivered()) is None


def test_feedback_that_waits_to_be_read_keeps_no_order_open() -> None:
    assert answer(g.no_return_is_open, delivered(return_to_assess=True)) is None


def test_only_a_return_that_waits_can_be_assessed() -> None:
    assert answer(g.return_can_be_assessed, reopened()) == "nothing_to_assess"
    assert answer(g.return_can_be_assessed, reopened(return_to_assess=True)) is None


def test_the_account_manager_decides_only_what_is_disputed() -> None:
    assert answer(g.return_is_disputed, reopened(return_to_assess=True)) == "not_disputed"
    assert answer(g.return_is_disputed, reopened(return_disputed=True)) is None


def test_a_revision_nobody_asked_for_cannot_be_agreed_to() -> None:
    assert answer(g.return_is_at_discretion, completed(work_return_open=True)) == "nothing_asked"
    assert answer(g.return_is_at_discretion, completed(return_at_discretion=True)) is None


def test_without_a_quote_there_is_nothing_to_approve() -> None:
    assert answer(g.quote_is_open, reopened()) == "no_quote"
    assert answer(g.quote_is_open, reopened(quote_open=True)) is None


def test_a_quote_holds_up_to_its_last_moment_and_not_after() -> None:
    assert answer(g.quote_has_not_expired, reopened(quote_open=True, quote_expires_at=NOW)) is None
    assert answer(g.quote_has_not_expired, reopened(quote_open=True, quote_expires_at=NOW - SECOND)) == "quote_expired"


def test_the_72_hours_end_at_the_second_they_are_due() -> None:
    assert answer(g.the_72_hours_are_over, delivered(completes_at=NOW)) is None
    assert answer(g.the_72_hours_are_over, delivered(completes_at=NOW + SECOND)) == "too_early"


def test_a_clock_that_stands_still_never_ends() -> None:
    assert answer(g.the_72_hours_are_over, delivered(completes_at=None)) == "too_early"


def test_acceptance_is_final() -> None:
    assert answer(g.was_never_accepted, completed(accepted=True)) == "accepted"
    assert answer(g.was_never_accepted, completed()) is None


def test_a_refund_needs_one_of_the_named_grounds() -> None:
    assert answer(g.refund_has_a_ground, in_production(due_at=TOMORROW)) == "no_ground"
    assert answer(g.refund_has_a_ground, placed()) is None
    assert answer(g.refund_has_a_ground, delivered(correction_failed=True)) is None
    assert answer(g.refund_has_a_ground, in_production(due_at=YESTERDAY)) is None


def test_an_artist_is_unresponsive_after_24_hours_without_an_answer() -> None:
    assert answer(g.refund_has_a_ground, in_production(waiting_for_artist_since=YESTERDAY)) is None
    assert answer(g.refund_has_a_ground, in_production(waiting_for_artist_since=YESTERDAY + SECOND)) == "no_ground"


def test_work_due_this_very_moment_is_not_late() -> None:
    assert answer(g.refund_has_a_ground, in_production(due_at=NOW)) == "no_ground"
    assert answer(g.refund_has_a_ground, in_production(due_at=NOW - SECOND)) is None


def test_what_is_delivered_is_no_longer_late() -> None:
    assert answer(g.refund_has_a_ground, delivered(due_at=YESTERDAY, waiting_for_artist_since=YESTERDAY)) == "no_ground"


def test_never_more_is_refunded_than_is_left() -> None:
    assert answer(g.something_is_left_to_refund, in_production(refundable=0)) == "nothing_to_refund"
    assert answer(g.something_is_left_to_refund, in_production(refundable=1)) is None


def test_a_review_can_be_changed_for_14_days() -> None:
    fortnight = NOW - timedelta(days=14)
    assert answer(g.review_is_still_open, completed()) is None
    assert answer(g.review_is_still_open, completed(reviewed_at=fortnight)) is None
    assert answer(g.review_is_still_open, completed(reviewed_at=fortnight - SECOND)) == "review_closed"


def test_only_a_written_review_gets_a_reply() -> None:
    assert answer(g.was_reviewed, completed()) == "not_reviewed"
    assert answer(g.was_reviewed, completed(reviewed_at=YESTERDAY)) is None


def test_an_artist_replies_once() -> None:
    assert answer(g.not_replied_yet, completed(replied=True)) == "replied"
    assert answer(g.not_replied_yet, completed()) is None


def test_feedback_is_closed_and_never_starts_work() -> None:
    assert answer(g.return_asks_for_work, in_production(feedback_to_assess=True)) == "only_feedback"
    assert answer(g.return_asks_for_work, in_production(return_to_assess=True)) is None


def test_the_account_manager_has_the_last_word_on_what_was_turned_down() -> None:
    assert answer(g.the_manager_has_not_decided, delivered(manager_decided=True)) == "manager_decided"
    assert answer(g.the_manager_has_not_decided, delivered()) is None
