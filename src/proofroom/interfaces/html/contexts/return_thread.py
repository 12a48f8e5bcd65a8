"""The thread of a return, and what its reader can add to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.returns.commands import facts_for
from proofroom.returns.lifecycle import ReturnAction, ReturnState, return_offers
from proofroom.returns.models import Return, ReturnEntry
from proofroom.returns.queries import readable_history
from proofroom.returns.sentences import sentence_for, words_of

MARKS = {ReturnAction.DISPUTE: "wrong", "open": "wrong", ReturnAction.QUOTE: "clock"}
LABELS = {ReturnAction.READ: ("Mark as read", "r"), ReturnAction.TAKE: ("Take it over", "t")}


@dataclass(frozen=True)
class Line:
    """One line: somebody did something, or wrote."""

    sentence: str
    """Who did what."""
    at: datetime
    """When."""
    quote: str
    """What they wrote with it, empty for nothing."""
    mark: str
    """The sign of its point: ``wrong``, ``clock`` or empty."""
    files: list[Picture]
    """What they attached."""


@dataclass(frozen=True)
class Written:
    """What somebody wrote that was not taken."""

    text: str = ""
    """The words."""
    wrong: str = ""
    """Why not, a sentence."""
    wrong_files: Sequence[str] = ()
    """Why files were not taken, a sentence each."""


@dataclass(frozen=True)
class Pressable:
    """A button that posts an action of the return's own table."""

    action: str
    """The table's name."""
    label: str
    """What stands on it."""
    key: str
    """The key that presses it."""


@dataclass(frozen=True)
class Pressables:
    """What one person can do to a return itself now."""

    presses: list[Pressable]
    """Done by a press."""
    hands_over: bool
    """They can give it to a colleague."""
    says: bool
    """They can write in it."""


def thread_of(given: Return, actor: Actor) -> list[Line]:
    """Oldest first, in two queries."""
    return [_line(given.order.number, each) for each in readable_history(given, actor)]


def pressable_on(given: Return, actor: Actor) -> Pressables:
    """Read from the return's table for this person."""
    offers = return_offers(ReturnState(given.state), facts_for(given, actor))
    offered = [offer.action for offer in offers if offer.reason is None]
    return Pressables(
        presses=[Pressable(action, *LABELS[action]) for action in offered if action in LABELS],
        hands_over=ReturnAction.HAND_OVER in offered,
        says=ReturnAction.SAY in offered,
    )


def _line(number: str, each: ReturnEntry) -> Line:
    files = [picture_of(number, attached.file) for attached in each.attachments.all()]
    said = "" if each.action == "open" else words_of(each)  # its words stand above the thread, as what was asked
    return Line(sentence_for(each), each.at, said, MARKS.get(each.action, ""), files)
