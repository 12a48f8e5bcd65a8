"""The small table of a return: who moves it, from where to where. Read by commands, pages, API and docs."""

from dataclasses import dataclass
from enum import StrEnum

from proofroom.core.errors import Refused


class Keyword(StrEnum):
    """What the customer calls it (Row B6)."""

    CORRECTION = "correction"
    AMENDMENT = "amendment"
    FEEDBACK = "feedback"

    @property
    def label(self) -> str:
        return self.value.capitalize()


class Decision(StrEnum):
    """What the studio decides (Row B3)."""

    CORRECTION = "correction"
    AMENDMENT = "amendment"
    FEEDBACK = "feedback"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        return self.value.capitalize()


class ReturnState(StrEnum):
    """Where a return stands. ``label`` is what people read."""

    WAITING = "waiting"
    RECEIVED = "received"
    READ = "read"
    DISPUTED = "disputed"
    QUOTED = "quoted"
    IN_WORK = "in_work"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    ReturnState.WAITING: "Waiting for the artist to agree",
    ReturnState.RECEIVED: "Received",
    ReturnState.READ: "Read",
    ReturnState.DISPUTED: "Disputed",
    ReturnState.QUOTED: "Quoted",
    ReturnState.IN_WORK: "In work",
    ReturnState.ANSWERED: "Answered",
    ReturnState.CLOSED: "Closed",
}


class ReturnAction(StrEnum):
    """What happens to a return. Reading and taking are pressed on the return itself; the rest follow the order."""

    READ = "read"
    TAKE = "take"
    COMMENT = "comment"
    AGREE = "agree"
    CORRECT = "correct"
    QUOTE = "quote"
    APPROVE = "approve"
    ANSWER = "answer"
    DISPUTE = "dispute"
    CLOSE = "close"


@dataclass(frozen=True)
class Move:
    """From any of ``sources`` to ``target``; None: it stays."""

    action: ReturnAction
    sources: frozenset[ReturnState]
    target: ReturnState | None = None


S = ReturnState
OPEN = frozenset(S) - {S.CLOSED}
TO_ASSESS = frozenset({S.RECEIVED, S.READ, S.DISPUTED})
DISPUTABLE = frozenset({S.QUOTED, S.IN_WORK, S.ANSWERED})
# An answered return waits for the customer's judgement of the new delivery; it holds nothing up.
HOLDING = OPEN - {S.ANSWERED}
UNDECIDED = TO_ASSESS | {S.QUOTED}

MOVES = (
    Move(ReturnAction.AGREE, frozenset({S.WAITING}), S.RECEIVED),
    Move(ReturnAction.READ, frozenset({S.RECEIVED}), S.READ),
    Move(ReturnAction.TAKE, OPEN),
    Move(ReturnAction.COMMENT, OPEN),
    Move(ReturnAction.CORRECT, TO_ASSESS, S.IN_WORK),
    Move(ReturnAction.QUOTE, TO_ASSESS, S.QUOTED),
    Move(ReturnAction.APPROVE, frozenset({S.QUOTED}), S.IN_WORK),
    Move(ReturnAction.ANSWER, frozenset({S.IN_WORK}), S.ANSWERED),
    Move(ReturnAction.DISPUTE, DISPUTABLE, S.DISPUTED),
    Move(ReturnAction.CLOSE, OPEN, S.CLOSED),
)


def move_for(action: ReturnAction, state: ReturnState) -> Move:
    """The move to follow. Raises Refused where the return does not stand in one of its sources."""
    for move in MOVES:
        if move.action is action and state in move.sources:
            return move
    raise Refused("wrong_state", f"This cannot be done: the return is {state.label.lower()}.")
