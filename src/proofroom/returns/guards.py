"""Named predicates of the returns' table: facts to None, or to the reason why not, in words for the screen."""

from dataclasses import dataclass

from proofroom.orders.lifecycle.guards import Reason
from proofroom.orders.lifecycle.states import Role


@dataclass(frozen=True)
class ReturnFacts:
    """A return as the rules see it, for one person.

    ``unread``: what came in last has not been read; ``yours``: this person owns it; ``your_job``: its order is theirs
    to produce.
    """

    role: Role
    unread: bool = False
    yours: bool = False
    your_job: bool = False


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
