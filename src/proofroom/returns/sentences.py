"""What a line of a return's history says, in one full sentence."""

from proofroom.returns.lifecycle import ReturnAction
from proofroom.returns.models import ReturnEntry

SENTENCES: dict[str, str] = {
    "open": "{who} opened the return.",
    ReturnAction.READ: "{who} has read it.",
    ReturnAction.TAKE: "{who} took it over.",
    ReturnAction.HAND_OVER: "{who} handed it over to {text}.",
    ReturnAction.SAY: "{who} wrote.",
    ReturnAction.COMMENT: "{who} added a comment.",
    ReturnAction.AGREE: "{who} agreed to look at the completed order again.",
    ReturnAction.LEAVE: "{who} did not agree to revise the completed order. The return is closed.",
    ReturnAction.CORRECT: "{who} assessed it as a correction. The rework is free.",
    ReturnAction.QUOTE: "{who} assessed it as an amendment and sent a quote.",
    ReturnAction.SPLIT: "{who} assessed it in two parts: a free correction, and an amendment with a quote.",
    ReturnAction.THANK: "{who} kept it as feedback. The return is closed.",
    ReturnAction.REFUSE: "{who} declined it: the work stays as it is. The return is closed.",
    ReturnAction.APPROVE: "{who} approved the quote. The work began.",
    ReturnAction.DECLINE: "{who} declined the quote. The return is closed.",
    ReturnAction.EXPIRE: "Nobody answered the quote in time. The return is closed.",
    ReturnAction.ANSWER: "{who} delivered the rework.",
    ReturnAction.DISPUTE: "{who} disagreed. The return is assessed again.",
    ReturnAction.JOIN: "{who}, the account manager, joined.",
    ReturnAction.ACCEPT: "{who} accepted the rework. The return is closed.",
    ReturnAction.CANCEL: "{who} ended the order. The return is closed.",
}


def sentence_for(entry: ReturnEntry) -> str:
    """The sentence of one line. Reads ``entry.actor``; without one the deadline itself acted."""
    return SENTENCES[entry.action].format(who=entry.actor.name if entry.actor else "Proofroom", text=entry.text)


def words_of(entry: ReturnEntry) -> str:
    """What somebody wrote with it; the name in a line of handing over stands in its sentence."""
    return "" if entry.action == ReturnAction.HAND_OVER else entry.text
