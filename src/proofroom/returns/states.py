"""The words of the returns' table."""

from enum import StrEnum


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
    SPLIT = "split"
    FEEDBACK = "feedback"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        return "Part correction, part amendment" if self is Decision.SPLIT else self.value.capitalize()


CORRECTED = frozenset({Decision.CORRECTION, Decision.SPLIT})
"""Something of the order is corrected, free of charge."""
QUOTED = frozenset({Decision.AMENDMENT, Decision.SPLIT})
"""Something new is quoted."""


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
    """What happens to a return. The first four are pressed on the return itself; the rest follow the order."""

    READ = "read"
    TAKE = "take"
    HAND_OVER = "hand_over"
    SAY = "say"
    COMMENT = "comment"
    AGREE = "agree"
    LEAVE = "leave"
    CORRECT = "correct"
    QUOTE = "quote"
    SPLIT = "split"
    THANK = "thank"
    REFUSE = "refuse"
    APPROVE = "approve"
    DECLINE = "decline"
    EXPIRE = "expire"
    ANSWER = "answer"
    DISPUTE = "dispute"
    JOIN = "join"
    ACCEPT = "accept"
    CANCEL = "cancel"


class Outcome(StrEnum):
    """What became of a return that is closed; none ends without one (Row B2). ``label`` is what people read."""

    REWORKED = "reworked"
    FEEDBACK = "feedback"
    DECLINED = "declined"
    QUOTE_DECLINED = "quote_declined"
    QUOTE_EXPIRED = "quote_expired"
    NOT_REVISED = "not_revised"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return OUTCOMES[self]


TURNED_DOWN = frozenset({Outcome.FEEDBACK, Outcome.DECLINED})
"""The studio does nothing of what was asked."""
OUTCOMES = {
    Outcome.REWORKED: "Reworked and accepted",
    Outcome.FEEDBACK: "Kept as feedback",
    Outcome.DECLINED: "Declined: the work stays as it is",
    Outcome.QUOTE_DECLINED: "The quote was declined",
    Outcome.QUOTE_EXPIRED: "The quote expired",
    Outcome.NOT_REVISED: "Not revised after completion",
    Outcome.CANCELLED: "The order was cancelled",
}


class Turn(StrEnum):
    """What a step means for the studio's queue (Row B13)."""

    ASKED = "the studio has to answer"
    SEEN = "the studio has seen what came in"
    ANSWERED = "nothing waits for the studio any more"
    KEPT = "the queue stays as it is"
