"""What a line of a return's history says, in one full sentence."""

from proofroom.returns.lifecycle import ReturnAction
from proofroom.returns.models import ReturnEntry

SENTENCES: dict[str, str] = {
    "open": "{who} opened the return.",
    ReturnAction.READ: "{who} has read it.",
    ReturnAction.TAKE: "{who} took it over.",
    ReturnAction.COMMENT: "{who} added a comment.",
    ReturnAction.AGREE: "{who} agreed to look at the completed order again.",
    ReturnAction.CORRECT: "{who} assessed it as a correction. The rework is free.",
    ReturnAction.QUOTE: "{who} assessed it as an amendment and sent a quote.",
    ReturnAction.APPROVE: "{who} approved the quote. The work began.",
    ReturnAction.ANSWER: "{who} delivered the rework.",
    ReturnAction.DISPUTE: "{who} disagreed. The return is assessed again.",
    ReturnAction.CLOSE: "{who} closed the return.",
}


def sentence_for(entry: ReturnEntry) -> str:
    """The sentence of one line. Reads ``entry.actor``; without one the deadline itself acted."""
    return SENTENCES[entry.action].format(who=entry.actor.name if entry.actor else "Proofroom")
