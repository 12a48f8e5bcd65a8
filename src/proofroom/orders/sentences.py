"""What a line of activity says, in one full sentence: the same on pages and in the API (Row C1)."""

from datetime import UTC, datetime, tzinfo
from typing import Any

from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Activity

# ``{who}`` is the actor; every other name is from the line's data, where dates become readable.
SENTENCES: dict[str, str] = {
    Action.PLACE: "{who} placed the order for {price}. Delivery is promised for {due_at}.",
    Action.DISCARD: "{who} discarded the draft.",
    Action.CLAIM: "{who} took the job.",
    Action.ASSIGN: "{who} gave the job to {artist}.",
    Action.REASSIGN: "{who} gave the job to {artist} instead.",
    Action.WITHDRAW: "{who} withdrew the order. {refunded} is refunded.",
    Action.CANCEL: "{who} cancelled the order: {reason} {refunded} is refunded.",
    Action.REQUEST_EXTENSION: "{who} asked for more time, until {due_at}: {reason}",
    Action.ACCEPT: "{who} accepted the order. The work is final.",
    Action.REJECT_IMAGES: "{who} rejected {pictures} of the pictures. Return {return} is open.",
    Action.COMMENT_AND_REOPEN: "{who} commented: {comment} It is return {return}.",
    Action.AGREE_TO_REVISE: "{who} agreed to revise the completed order.",
    Action.DECLINE_TO_REVISE: "{who} declined to revise the completed order.",
    Action.COMPLETE_AUTOMATICALLY: "The order was completed by itself, 72 hours after delivery.",
    Action.APPROVE_QUOTE: "{who} approved the quote of {price}. The work begins.",
    Action.DECLINE_QUOTE: "{who} declined the quote. Nothing was charged.",
    Action.REFUND: "{who} refunded {refunded}: {reason}",
    Action.REVIEW: "{who} gave {stars} of 5 stars.",
    Action.REPLY_TO_REVIEW: "{who} replied to the review.",
    "return_read": "{who} read return {return}.",
    "overdue": "The delivery time passed without a delivery.",
    "deadline_passed": "A deadline passed. Nothing had to be done any more.",
}


def sentence_for(entry: Activity, zone: tzinfo = UTC) -> str:
    """The sentence of one line, its times in ``zone``. Reads ``entry.actor``."""
    told = _Told(_readable(entry.data, zone), who=entry.actor.name if entry.actor else "Proofroom")
    branch = BRANCHES.get(entry.action)
    template = branch(entry.data) if branch else SENTENCES.get(entry.action, f"{{who}} did: {_words(entry.action)}.")
    return " ".join(template.format_map(told).split())


def _assessed(data: dict[str, Any]) -> str:
    price = " for {price}, once it is approved" if data.get("price") else ""
    return f"{{who}} assessed return {{return}}: {{decision}}{price}. {{message}}"


def _delivered(data: dict[str, Any]) -> str:
    files = "1 file" if data.get("files") == 1 else "{files} files"
    return f"{{who}} delivered {files}, as delivery {{delivery}}."


def _extension_answered(data: dict[str, Any]) -> str:
    if data.get("accepted"):
        return "{who} gave the artist more time: delivery is promised for {due_at}."
    return "{who} gave no more time. The delivery time stays."


def _cancellation_asked(data: dict[str, Any]) -> str:
    if "refunded" in data:
        return "{who} cancelled the order: {reason} {refunded} is refunded."
    return "{who} asked to cancel the order: {reason}"


def _cancellation_answered(data: dict[str, Any]) -> str:
    if data.get("granted"):
        return "{who} cancelled the order as asked. {refunded} is refunded. {message}"
    return "{who} did not cancel the order. {message}"


BRANCHES = {
    Action.ASSESS: _assessed,
    Action.DELIVER: _delivered,
    Action.ANSWER_EXTENSION: _extension_answered,
    Action.REQUEST_CANCELLATION: _cancellation_asked,
    Action.ANSWER_CANCELLATION: _cancellation_answered,
}


class _Told(dict[str, Any]):
    """A name that the line does not know leaves nothing, so that old lines stay readable."""

    def __missing__(self, key: str) -> str:
        return ""


def _readable(data: dict[str, Any], zone: tzinfo) -> dict[str, Any]:
    dates = {name: _moment(value, zone) for name, value in data.items() if name == "due_at" and value}
    sentences = {name: _closed(data[name]) for name in ("reason", "comment", "message") if data.get(name)}
    return {**data, **dates, **sentences}


def _moment(text: str, zone: tzinfo) -> str:
    return f"{datetime.fromisoformat(text).astimezone(zone):%-d %B %Y, %H:%M %Z}"


def _closed(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "…")) else f"{text.rstrip()}."


def _words(action: str) -> str:
    return action.replace("_", " ")
