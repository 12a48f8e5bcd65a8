"""Named predicates: ``(facts, at)`` to None, or to the reason why not, in words for the screen."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proofroom.orders.lifecycle.facts import Facts
from proofroom.orders.lifecycle.states import State

UNRESPONSIVE_AFTER = timedelta(hours=24)
REVIEW_CAN_BE_EDITED_FOR = timedelta(days=14)
NAMED_AT_MOST = 3


@dataclass(frozen=True)
class Reason:
    """Why an action is not possible now: a stable code and a sentence."""

    code: str
    sentence: str


def has_items(facts: Facts, _at: datetime) -> Reason | None:
    if facts.items or facts.no_originals:
        return None
    return Reason("no_items", "Add at least one original before you place the order.")


def is_specified(facts: Facts, _at: datetime) -> Reason | None:
    if not facts.missing_choices:
        return None
    return Reason("not_specified", f"Choose {_listed(facts.missing_choices)} before you place the order.")


def originals_are_readable(facts: Facts, _at: datetime) -> Reason | None:
    if facts.no_originals:
        return Reason("no_original", _no_originals(facts.no_originals))
    if not facts.broken:
        return None
    them = "it" if len(facts.broken) == 1 else "them"
    return Reason("broken_original", f"{_listed(facts.broken)} cannot be opened. Remove {them} or upload {them} again.")


def is_assigned_to_me(facts: Facts, _at: datetime) -> Reason | None:
    if facts.assigned_to_me:
        return None
    return Reason("not_your_job", "Only the artist who has this job can do that.")


def every_item_has_a_result(facts: Facts, _at: datetime) -> Reason | None:
    if facts.unfinished:
        return Reason("results_missing", f"A result is missing for {_listed(facts.unfinished)}.")
    if not facts.staged:
        return Reason("results_missing", "There is nothing new to deliver: upload at least one result.")
    return None


def no_return_is_undecided(facts: Facts, _at: datetime) -> Reason | None:
    """Delivered past it, what the customer asked for meanwhile would be forgotten."""
    if not facts.work_return_undecided:
        return None
    return Reason("return_undecided", "The customer asked for something that is not decided yet. It comes first.")


def results_are_checked(facts: Facts, _at: datetime) -> Reason | None:
    if facts.broken:
        those = "that result" if len(facts.broken) == 1 else "those results"
        return Reason("broken_result", f"{_listed(facts.broken)} cannot be opened. Upload {those} again.")
    if facts.unchecked:
        verb = "is" if len(facts.unchecked) == 1 else "are"
        sentence = f"{_listed(facts.unchecked)} {verb} still being checked. This takes a few seconds."
        return Reason("results_unchecked", sentence)
    return None


def no_extension_is_open(facts: Facts, _at: datetime) -> Reason | None:
    if not facts.extension_open:
        return None
    return Reason("extension_open", "The customer has not answered the last request yet.")


def extension_is_open(facts: Facts, _at: datetime) -> Reason | None:
    if facts.extension_open:
        return None
    return Reason("no_extension", "No extension is waiting for an answer.")


def no_cancellation_is_asked(facts: Facts, _at: datetime) -> Reason | None:
    if not facts.cancellation_asked:
        return None
    return Reason("cancellation_asked", "Cancellation was requested already; a coordinator is looking at it.")


def cancellation_is_asked(facts: Facts, _at: datetime) -> Reason | None:
    if facts.cancellation_asked:
        return None
    return Reason("no_cancellation_asked", "Nobody has asked to cancel this order.")


def no_return_is_open(facts: Facts, _at: datetime) -> Reason | None:
    if not facts.work_return_open:
        return None
    return Reason("return_open", "A return is open. It has to be closed first.")


def return_can_be_assessed(facts: Facts, _at: datetime) -> Reason | None:
    if facts.return_to_assess:
        return None
    return Reason("nothing_to_assess", "No return is waiting for an assessment.")


def return_asks_for_work(facts: Facts, _at: datetime) -> Reason | None:
    """Row B11: feedback starts no work and costs nothing, whatever the studio makes of it."""
    if not facts.feedback_to_assess:
        return None
    return Reason("only_feedback", "This return is feedback and asks for no work. Close it as feedback or decline it.")


def return_is_disputed(facts: Facts, _at: datetime) -> Reason | None:
    if facts.return_disputed:
        return None
    return Reason("not_disputed", "The account manager decides only what the customer disputes.")


def return_is_at_discretion(facts: Facts, _at: datetime) -> Reason | None:
    if facts.return_at_discretion:
        return None
    return Reason("nothing_asked", "Nobody has asked for a revision after completion.")


def quote_is_open(facts: Facts, _at: datetime) -> Reason | None:
    if facts.quote_open:
        return None
    return Reason("no_quote", "No quote is waiting for an answer.")


def quote_has_not_expired(facts: Facts, at: datetime) -> Reason | None:
    if facts.quote_expires_at is None or at <= facts.quote_expires_at:
        return None
    return Reason("quote_expired", "The quote has expired. Comment again and you will get a new one.")


def no_quote_is_open(facts: Facts, _at: datetime) -> Reason | None:
    if not facts.quote_open:
        return None
    return Reason("quote_open", "A quote waits for your answer. Approve or decline it first.")


def an_assessment_can_be_disputed(facts: Facts, _at: datetime) -> Reason | None:
    if facts.disputable:
        return None
    return Reason("nothing_to_dispute", "There is no assessment to disagree with. Comment on the order instead.")


def the_manager_has_not_decided(facts: Facts, _at: datetime) -> Reason | None:
    """Row B14: the account manager has the last word on what was turned down."""
    if not facts.manager_decided:
        return None
    return Reason("manager_decided", "Your account manager has decided this. Write to them by e-mail.")


def the_72_hours_are_over(facts: Facts, at: datetime) -> Reason | None:
    if facts.completes_at is not None and facts.completes_at <= at:
        return None
    return Reason("too_early", "The 72 hours are not over.")


def was_never_accepted(facts: Facts, _at: datetime) -> Reason | None:
    if not facts.accepted:
        return None
    return Reason("accepted", "The order was accepted. Acceptance is final: it cannot be refunded any more.")


def refund_has_a_ground(facts: Facts, at: datetime) -> Reason | None:
    """Row B9, Row C6: only where the studio failed its promise, or had its chance to fix."""
    grounds = (facts.state is State.PLACED, facts.correction_failed, is_late_or_unresponsive(facts, at))
    if any(grounds):
        return None
    return Reason(
        "no_ground",
        "A refund is possible when the work is late, the artist does not answer, the artist cancels, nobody has "
        "claimed the order, or a correction was tried and failed.",
    )


def something_is_left_to_refund(facts: Facts, _at: datetime) -> Reason | None:
    if facts.refundable > 0:
        return None
    return Reason("nothing_to_refund", "Nothing is left to refund.")


def review_is_still_open(facts: Facts, at: datetime) -> Reason | None:
    if facts.reviewed_at is None or at <= facts.reviewed_at + REVIEW_CAN_BE_EDITED_FOR:
        return None
    return Reason("review_closed", "A review can be changed for 14 days; these are over.")


def was_reviewed(facts: Facts, _at: datetime) -> Reason | None:
    if facts.reviewed_at is not None:
        return None
    return Reason("not_reviewed", "The customer has not written a review.")


def not_replied_yet(facts: Facts, _at: datetime) -> Reason | None:
    if not facts.replied:
        return None
    return Reason("replied", "You have replied to this review already.")


def is_late_or_unresponsive(facts: Facts, at: datetime) -> bool:
    """True when the work is overdue, or the artist has left the customer without an answer for 24 hours (Row C6).

    Only work in production can be late: once delivered in time it does not become late by being rejected.
    """
    if facts.state is not State.IN_PRODUCTION:
        return False
    since = facts.waiting_for_artist_since
    return (facts.due_at is not None and facts.due_at < at) or (since is not None and since + UNRESPONSIVE_AFTER <= at)


def _no_originals(names: tuple[str, ...]) -> str:
    what, them = ("is no original", "it") if len(names) == 1 else ("are no originals", "them")
    return f"{_listed(names)} {what} to work on. Remove {them} to place the order."


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:NAMED_AT_MOST])
    more = len(names) - NAMED_AT_MOST
    return f"{shown} and {more} more" if more > 0 else shown
