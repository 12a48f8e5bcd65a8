"""What a line of activity says, in one full sentence: the same on pages and in the API (Row C1)."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import Any

from proofroom.core.moments import in_words
from proofroom.orders.lifecycle.states import Action, Role, State
from proofroom.orders.models import Activity

Facts = dict[str, Any]
AMOUNTS = frozenset({"price", "refunded"})
"""Where the data of a line keeps what the customer pays or gets back."""


def sentence_for(entry: Activity, zone: tzinfo = UTC, reader: int | None = None, *, priced: bool = True) -> str:
    """The sentence of one line, its times in ``zone``; ``reader`` is the person called "you". Reads ``entry.actor``.
    Not ``priced``, it names no amount: see ``orders.queries.reads_prices``.

    Raises KeyError for an action without a sentence; a test looks that none lacks one.
    """
    says, facts = SENTENCES[entry.action], _facts(entry, zone, reader, priced=priced)
    sentence = (says if isinstance(says, str) else says(facts)).format_map(facts)
    return sentence[0].upper() + sentence[1:]


def quote_of(entry: Activity) -> str:
    """What somebody wrote with it, in their own words; empty for nothing."""
    written = (entry.data.get(name) for name in ("comment", "reason", "message", "note"))
    return next((words for words in written if words), "")


class _Told(dict[str, Any]):
    """A name that the line does not know leaves nothing, so that old lines stay readable."""

    def __missing__(self, key: str) -> str:
        return ""


def _facts(entry: Activity, zone: tzinfo, reader: int | None, *, priced: bool) -> Facts:
    data = entry.data if priced else {name: told for name, told in entry.data.items() if name not in AMOUNTS}
    who = "you" if reader is not None and entry.actor_id == reader else str(entry.actor or "Proofroom")
    told = {"who": who, "by_itself": entry.role == Role.SYSTEM, "source": entry.source, "target": entry.target}
    if data.get("due_at"):
        told["moment"] = in_words(datetime.fromisoformat(data["due_at"]), zone)
        told["due"] = f", due {told['moment']}"
    for name, word in (("pictures", "picture"), ("files", "file")):
        if name in data:
            told[name] = f"{data[name]} {word}{'s' * (data[name] != 1)}"
    told |= {f"{word}_price": f" {word} {data['price']}" for word in ("for", "at", "of") if data.get("price")}
    if entry.data.get("refunded"):
        told["back"] = f" {data.get('refunded', 'What was paid')} was refunded."
    return _Told({**data, **told})


def _request_cancellation(facts: Facts) -> str:
    granted = facts["target"] == State.CANCELLED
    return "{who} cancelled the order.{back}" if granted else "{who} asked to cancel the order."


def _answer_extension(facts: Facts) -> str:
    if facts["accepted"]:
        return "{who} gave more time: the delivery is due {moment}."
    if facts["by_itself"]:
        return "Nobody answered the request for more time, so the delivery time stays."
    return "{who} did not give more time. The delivery time stays."


def _comment(facts: Facts) -> str:
    if facts["keyword"] == "feedback":
        return "{who} left feedback, {return}."
    if facts["source"] == State.COMPLETED:
        return "{who} asked for a revision after completion, {return}."
    if facts["source"] == State.DELIVERED:
        return "{who} commented and reopened the order, {return}."
    return "{who} added a comment to the order, {return}."


def _assess(facts: Facts) -> str:
    says = {
        "correction": "{who} decided on {return}: a correction, free of charge.",
        "amendment": "{who} decided on {return}: an amendment, quoted{at_price}.",
        "split": "{who} decided on {return}: in part a correction, free of charge, in part an amendment, "
        "quoted{at_price}.",
        "feedback": "{who} took {return} as feedback.",
    }
    return says.get(facts["decision"], "{who} declined {return}.")


def _by_time(otherwise: str, by_itself: str) -> Callable[[Facts], str]:
    return lambda facts: by_itself if facts["by_itself"] else otherwise


SENTENCES: dict[str, str | Callable[[Facts], str]] = {
    Action.PLACE: "{who} placed the order: {pictures}{for_price}{due}.",
    Action.DISCARD: _by_time("{who} discarded the draft.", "The draft was discarded, because nobody came back to it."),
    Action.CLAIM: "{who} took the job.",
    Action.ASSIGN: "{who} gave the job to {artist}.",
    Action.REASSIGN: "{who} gave the job to another artist, {artist}.",
    Action.WITHDRAW: "{who} withdrew the order.{back}",
    Action.REQUEST_CANCELLATION: _request_cancellation,
    Action.ANSWER_CANCELLATION: lambda facts: (
        "{who} agreed to cancel the order.{back}" if facts["granted"] else "{who} did not agree to cancel the order."
    ),
    Action.CANCEL: "{who} cancelled the order.{back}",
    Action.DELIVER: "{who} delivered {files}, round {delivery}.",
    Action.REQUEST_EXTENSION: "{who} asked for more time, until {moment}.",
    Action.ANSWER_EXTENSION: _answer_extension,
    Action.ACCEPT: "{who} accepted the order.",
    Action.REJECT_IMAGES: "{who} rejected {pictures}, {return}.",
    Action.COMMENT_AND_REOPEN: _comment,
    Action.AGREE_TO_REVISE: "{who} agreed to revise the order.",
    Action.DECLINE_TO_REVISE: "{who} declined to revise the order.",
    Action.COMPLETE_AUTOMATICALLY: "The order was completed by itself, 72 hours after its delivery.",
    Action.ASSESS: _assess,
    Action.APPROVE_QUOTE: "{who} approved the quote{of_price} for {return}.",
    Action.DECLINE_QUOTE: _by_time("{who} declined the quote for {return}.", "The quote for {return} expired."),
    Action.DISAGREE: "{who} disagreed with the assessment of {return}.",
    Action.REFUND: lambda facts: f"{{who}} refunded {facts['refunded'] or 'a part of the price'}.",
    Action.REDISTRIBUTE: "{who} sent {files} on to {destinations}.",
    Action.REVIEW: "{who} reviewed the artist with {stars} of 5 stars.",
    Action.REPLY_TO_REVIEW: "{who} replied to the review.",
    "return_read": "{who} read {return}.",
    "return_taken": "{who} took {return} over.",
    "return_handed_over": "{who} handed {return} over to {colleague}.",
    "return_said": "{who} wrote in {return}.",
    "message_noted": "{who} noted that the customer's message needs no answer.",
    "overdue": "The delivery time passed without a delivery.",
    "deadline_passed": "A clock ran out after the order had moved on, so nothing happened.",
}
