"""Who acts: a person in a role, or the system itself when a deadline fires."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person seen by the rules.

    ``role`` is one of the names of ``orders.lifecycle.states.Role``; ``accounts`` are the customer accounts
    the person is a member of. ``person`` is None for the system alone.
    """

    person: int | None
    role: str
    name: str
    accounts: frozenset[int] = frozenset()


SYSTEM = Actor(person=None, role="system", name="Proofroom")
