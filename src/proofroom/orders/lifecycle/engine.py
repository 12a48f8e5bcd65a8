"""Reads the table: what is on offer, and whether an action is allowed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from proofroom.core.errors import Refused
from proofroom.orders.lifecycle.facts import ANYTHING, Facts
from proofroom.orders.lifecycle.guards import Reason
from proofroom.orders.lifecycle.states import Action, Effect, Role, State

Guard = Callable[[Facts, datetime], Reason | None]
Condition = Callable[[Facts, datetime], bool]


def always(_facts: Facts, _at: datetime) -> bool:
    return True


@dataclass(frozen=True)
class Transition:
    """One row of the table. ``target`` None: the order stays where it is. ``when`` picks among rows of one action."""

    action: Action
    sources: frozenset[State]
    roles: frozenset[Role]
    target: State | None = None
    guards: tuple[Guard, ...] = ()
    effects: tuple[Effect, ...] = ()
    when: Condition = always


@dataclass(frozen=True)
class Offer:
    """An action that a person sees; ``reason`` says why it cannot be pressed now."""

    action: Action
    reason: Reason | None = None


def rows_for(table: Iterable[Transition], action: Action, role: Role, state: State) -> list[Transition]:
    """The rows of an action for this role in this state. Raises Refused where there is none."""
    rows = [row for row in table if row.action is action and role in row.roles]
    if not rows:
        raise Refused("wrong_role", "This is not your part in the order.")
    here = [row for row in rows if state in row.sources]
    if not here:
        raise Refused("wrong_state", f"This cannot be done while the order is {state.label.lower()}.")
    return here


def check(table: Iterable[Transition], action: Action, facts: Facts, at: datetime) -> Transition:
    """The row to follow. Raises Refused with the code and sentence of what stands in the way."""
    here = rows_for(table, action, facts.role, facts.state)
    row = next((row for row in here if row.when(facts, at)), None)
    if row is None:
        raise Refused("wrong_choice", "This answer is not possible here.")
    if reason := first_reason(row, facts, at):
        raise Refused(reason.code, reason.sentence)
    return row


def offers(table: Iterable[Transition], facts: Facts, at: datetime) -> list[Offer]:
    """What this person could do in this state, in the table's order; the best row of each action counts."""
    facts = replace(facts, choice=ANYTHING)
    found: dict[Action, Offer] = {}
    for row in table:
        if facts.role in row.roles and facts.state in row.sources and row.when(facts, at):
            offer = Offer(row.action, first_reason(row, facts, at))
            if row.action not in found or offer.reason is None:
                found[row.action] = offer
    return list(found.values())


def first_reason(row: Transition, facts: Facts, at: datetime) -> Reason | None:
    """Why this row cannot be followed, or None."""
    return next((reason for guard in row.guards if (reason := guard(facts, at))), None)
