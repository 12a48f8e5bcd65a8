"""The small table of a return: who moves it, from where to where. Read by commands, pages, API, docs and tests."""

from collections.abc import Callable
from dataclasses import dataclass

from proofroom.core.errors import Refused
from proofroom.orders.lifecycle.guards import Reason
from proofroom.orders.lifecycle.states import STAFF, Role
from proofroom.returns.guards import (
    ReturnFacts,
    is_not_yours,
    is_unread,
    is_your_job,
    manager_has_not_decided,
    was_turned_down,
)
from proofroom.returns.states import Decision, Keyword, Outcome, ReturnAction, ReturnState, Turn

__all__ = ["Decision", "Keyword", "Outcome", "ReturnAction", "ReturnState", "Turn"]

Guard = Callable[[ReturnFacts], Reason | None]


@dataclass(frozen=True)
class Move:
    """One row: from any of ``sources`` to ``target``; None: it stays. Whatever leads to the end has an ``outcome``."""

    action: ReturnAction
    roles: frozenset[Role]
    sources: frozenset[ReturnState]
    target: ReturnState | None = None
    turn: Turn = Turn.KEPT
    guards: tuple[Guard, ...] = ()
    outcome: Outcome | None = None


@dataclass(frozen=True)
class ReturnOffer:
    """An action that a person sees; ``reason`` says why it cannot be pressed now."""

    action: ReturnAction
    reason: Reason | None = None


S, A = ReturnState, ReturnAction
CUSTOMER, ARTIST, SYSTEM = frozenset({Role.CUSTOMER}), frozenset({Role.ARTIST}), frozenset({Role.SYSTEM})
ASSESSORS, MANAGER = frozenset({Role.SUPERVISOR, Role.ADMIN}), frozenset({Role.MANAGER})
CANCELLERS = CUSTOMER | ARTIST | {Role.COORDINATOR, Role.MANAGER, Role.ADMIN}

OPEN = frozenset(S) - {S.CLOSED}
TO_ASSESS = frozenset({S.RECEIVED, S.READ, S.DISPUTED})
# What the studio still has to decide: reading it is not all.
TO_DECIDE = TO_ASSESS | {S.WAITING}
DISPUTABLE = frozenset({S.QUOTED, S.IN_WORK, S.ANSWERED})
BESIDE_A_QUOTE = frozenset({S.IN_WORK, S.ANSWERED})
# An answered return waits for the customer's judgement of the new delivery; it holds nothing up.
HOLDING = OPEN - {S.ANSWERED}
UNDECIDED = TO_ASSESS | {S.QUOTED}


def among(*states: ReturnState) -> frozenset[ReturnState]:
    return frozenset(states)


def assessing(roles: frozenset[Role], sources: frozenset[ReturnState]) -> tuple[Move, ...]:
    """What a decision makes of the return; only what is disputed comes to the account manager (Row B14)."""
    return (
        Move(A.CORRECT, roles, sources, S.IN_WORK, Turn.ANSWERED),
        Move(A.QUOTE, roles, sources, S.QUOTED, Turn.ANSWERED),
        Move(A.SPLIT, roles, sources, S.IN_WORK, Turn.ANSWERED),
        Move(A.THANK, roles, sources, S.CLOSED, Turn.ANSWERED, outcome=Outcome.FEEDBACK),
        Move(A.REFUSE, roles, sources, S.CLOSED, Turn.ANSWERED, outcome=Outcome.DECLINED),
    )


MOVES = (
    # Row B4: reading is an answer of its own. What is only to be noted leaves the desk by it, an answered quote too.
    Move(A.READ, STAFF, among(S.RECEIVED), S.READ, Turn.SEEN, (is_unread,)),
    Move(A.READ, STAFF, frozenset(S) - {S.RECEIVED}, None, Turn.SEEN, (is_unread,)),
    Move(A.TAKE, STAFF, OPEN, guards=(is_not_yours,)),
    Move(A.HAND_OVER, STAFF, OPEN),
    Move(A.SAY, CUSTOMER, OPEN, turn=Turn.ASKED),
    Move(A.SAY, ARTIST, OPEN, guards=(is_your_job,)),
    Move(A.SAY, STAFF, OPEN, turn=Turn.SEEN),
    Move(A.COMMENT, CUSTOMER, OPEN, turn=Turn.ASKED),
    Move(A.AGREE, ARTIST | ASSESSORS, among(S.WAITING), S.RECEIVED, Turn.ASKED),
    Move(A.LEAVE, ARTIST | ASSESSORS, among(S.WAITING), S.CLOSED, Turn.ANSWERED, outcome=Outcome.NOT_REVISED),
    *assessing(ASSESSORS, TO_ASSESS),
    *assessing(MANAGER, among(S.DISPUTED)),
    Move(A.APPROVE, CUSTOMER, among(S.QUOTED), S.IN_WORK, Turn.ASKED),
    Move(A.DECLINE, CUSTOMER, among(S.QUOTED), S.CLOSED, Turn.ASKED, outcome=Outcome.QUOTE_DECLINED),
    Move(A.EXPIRE, SYSTEM, among(S.QUOTED), S.CLOSED, Turn.ANSWERED, outcome=Outcome.QUOTE_EXPIRED),
    # Of a split return only a part is quoted: the correction goes on, whatever becomes of the quote.
    Move(A.APPROVE, CUSTOMER, BESIDE_A_QUOTE, S.IN_WORK, Turn.ASKED),
    Move(A.DECLINE, CUSTOMER, BESIDE_A_QUOTE, turn=Turn.ASKED),
    Move(A.EXPIRE, SYSTEM, BESIDE_A_QUOTE),
    Move(A.ANSWER, ARTIST, among(S.IN_WORK), S.ANSWERED),
    Move(A.DISPUTE, CUSTOMER, DISPUTABLE, S.DISPUTED, Turn.ASKED),
    Move(
        A.DISPUTE, CUSTOMER, among(S.CLOSED), S.DISPUTED, Turn.ASKED, guards=(was_turned_down, manager_has_not_decided)
    ),
    Move(A.ACCEPT, CUSTOMER | SYSTEM, among(S.ANSWERED), S.CLOSED, Turn.ANSWERED, outcome=Outcome.REWORKED),
    # The order ended before the return did.
    Move(A.CANCEL, CANCELLERS, OPEN, S.CLOSED, Turn.ANSWERED, outcome=Outcome.CANCELLED),
)


def move_for(action: ReturnAction, state: ReturnState, facts: ReturnFacts) -> Move:
    """The row to follow. Raises Refused with the code and sentence of what stands in the way."""
    rows = [move for move in MOVES if move.action is action and facts.role in move.roles]
    if not rows:
        raise Refused("wrong_role", "This is not your part in the return.")
    row = next((move for move in rows if state in move.sources), None)
    if row is None:
        raise Refused("wrong_state", f"This cannot be done: the return is {state.label.lower()}.")
    if reason := _first_reason(row, facts):
        raise Refused(reason.code, reason.sentence)
    return row


def return_offers(state: ReturnState, facts: ReturnFacts) -> list[ReturnOffer]:
    """What this person could do to the return itself, in the table's order."""
    rows = [move for move in MOVES if facts.role in move.roles and state in move.sources]
    return [ReturnOffer(row.action, _first_reason(row, facts)) for row in rows]


def _first_reason(row: Move, facts: ReturnFacts) -> Reason | None:
    return next((reason for guard in row.guards if (reason := guard(facts))), None)
