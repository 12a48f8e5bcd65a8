"""Named predicates of the returns' table: facts to None, or to the reason why not, in words for the screen."""

from dataclasses import dataclass

from proofroom.orders.lifecycle.guards import Reason
from proofroom.orders.lifecycle.states import Role


@dataclass(frozen=True)
class ReturnFacts:
    """A return as the rules see it, for one person.

    ``unread``: what came in last has not been read; ``yours``: this person owns it; ``your_job``: its order is theirs
    to produce; ``turned_down``: it asked for work and was closed as feedback or declined; ``manager_decided``: the
    last decision was the account manager's.
    """

    role: Role
    unread: bool = False
    yours: bool = False
    your_job: bool = False
    turned_down: bool = False
    manager_decided: bool = False


def is_unread(facts: ReturnFacts) -> Reason | None:
    if facts.unread:
        return None
    return Reason("read_already", "It was read already. Look at the return again.")


def is_not_yours(facts: ReturnFacts) -> Reason | None:
    if not facts.yours:
        return None
    return Reason("yours_already", "This return is yours already.")


def is_your_job(facts: ReturnFacts) -> Reason | None:
    if facts.your_job:
        return None
    return Reason("not_your_job", "Only the artist who has this job can do that.")


def was_turned_down(facts: ReturnFacts) -> Reason | None:
    if facts.turned_down:
        return None
    return Reason("not_turned_down", "This return is closed. What you write now opens a new one.")


def manager_has_not_decided(facts: ReturnFacts) -> Reason | None:
    """Row B14: the account manager has the last word in a thread."""
    if not facts.manager_decided:
        return None
    return Reason("manager_decided", "The account manager has decided this already. Write to them by e-mail.")
