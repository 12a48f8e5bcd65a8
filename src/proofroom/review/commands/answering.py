"""The way of a marking: draft, sent, fixed or cannot, and then settled or reopened. One table, like the order's."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet

from proofroom.core.actor import Actor
from proofroom.core.errors import Invalid, Refused
from proofroom.orders.lifecycle.states import STAFF, Role
from proofroom.review.commands.drawing import checked_comment, write
from proofroom.review.models import Marking
from proofroom.review.queries import OPEN

S = Marking.State
MAKERS = frozenset({Role.ARTIST}) | STAFF
CUSTOMERS = frozenset({Role.CUSTOMER})
ANSWERED = frozenset({S.FIXED, S.CANNOT})


@dataclass(frozen=True)
class Move:
    """``roles`` bring a marking from any of ``sources`` to ``target``."""

    target: Marking.State
    sources: frozenset[Marking.State]
    roles: frozenset[Role]


MOVES = (
    Move(S.FIXED, OPEN, MAKERS),
    Move(S.CANNOT, OPEN, MAKERS),
    Move(S.SENT, ANSWERED, MAKERS),  # ticked by mistake
    Move(S.SETTLED, OPEN, CUSTOMERS),
    Move(S.REOPENED, ANSWERED | {S.SETTLED}, CUSTOMERS),
    Move(S.REMOVED, frozenset({S.DRAFT}), CUSTOMERS),
    Move(S.DRAFT, frozenset({S.REMOVED}), CUSTOMERS),  # removing undone
    Move(S.REMOVED, frozenset({S.SENT}), STAFF),
    Move(S.SENT, frozenset({S.REMOVED}), STAFF),
)


def move(marking: Marking, actor: Actor, target: str, at: datetime, revision: int | None, answer: str = "") -> Marking:
    """The marking as it stands afterwards; ``answer`` is what the artist or the customer says to it.

    Raises Refused where the table has no such move for this person, Invalid for "cannot" without a reason,
    Overtaken when somebody else was first.
    """
    if target == marking.state:
        return marking
    if not any(_fits(each, marking, actor, target) for each in MOVES):
        now = S(marking.state).label.lower()
        raise Refused("wrong_state", f"You cannot do this with marking {marking.number}: it is {now}.")
    words = checked_comment(answer)
    if target == S.CANNOT and not words:
        raise Invalid("Say why it cannot be done.", {"answer": "Say why it cannot be done."})
    if target in {S.REMOVED, S.DRAFT}:
        words = marking.answer
    return write(marking, actor, revision, at, state=target, answer=words)


def _fits(move: Move, marking: Marking, actor: Actor, target: str) -> bool:
    if move.target != target or marking.state not in move.sources or actor.role not in move.roles:
        return False
    removes_or_restores = S.REMOVED in {move.target, *move.sources}
    return not removes_or_restores or (marking.author.role == Role.CUSTOMER) == (actor.role == Role.CUSTOMER)


def settle(markings: QuerySet[Marking], at: datetime) -> int:
    """The customer's acceptance, or the end of a return, settles whatever of these was still open; tells how many."""
    return markings.filter(state__in=OPEN).update(state=S.SETTLED, revision=F("revision") + 1, changed_at=at)
