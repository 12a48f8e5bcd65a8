"""A signed-in connection that stays open."""

import threading
import time
from weakref import WeakValueDictionary

from proofroom.core.errors import Refused
from proofroom.interfaces.tree.tree import RIGHTS_LAST, tree_of
from proofroom.people.admission import Admission


class SignInEnded(Refused):
    """What the person came in with opens nothing any more."""

    def __init__(self) -> None:
        super().__init__("sign_in_ended", "Your access was changed or taken back; sign in again.")


def visit_of(admission: Admission) -> "Visit":
    """One visit for all connections that were opened with the same: what one has asked, the others need not ask."""
    with _LOCK:
        visit = _VISITS.get(admission)
        if visit is None:
            visit = _VISITS[admission] = Visit(admission)
        return visit


class Visit:
    """The person's tree, for as long as what they signed in with opens the door. May be used by several threads."""

    def __init__(self, admission: Admission) -> None:
        self.tree = tree_of(admission.person)
        self._admission = admission
        self._lock = threading.Lock()
        self._asked_at = time.monotonic()

    @property
    def due(self) -> bool:
        """Is it time to ask again? Once in RIGHTS_LAST seconds, so that most commands ask nothing of the database."""
        return time.monotonic() - self._asked_at >= RIGHTS_LAST

    def check(self) -> None:
        """Asked before each command. Raises SignInEnded, and then each time."""
        if not self.due:
            return
        with self._lock:
            if not self.due:
                return
            if self._admission.admitted() is None:
                raise SignInEnded
            self._asked_at = time.monotonic()


_LOCK = threading.Lock()
_VISITS: "WeakValueDictionary[Admission, Visit]" = WeakValueDictionary()
