"""Who may come in. What they may do is the tree's own business."""

from typing import TYPE_CHECKING

from pyftpdlib.exceptions import AuthenticationFailed

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.interfaces.tree.visit import visit_of
from proofroom.people.remembered import Remembered
from proofroom.people.sign_in import Door

if TYPE_CHECKING:
    from proofroom.interfaces.ftp.session import Session

LOOK, READ, WRITE = "el", "r", "adfmw"


class Desk:
    """pyftpdlib's authorizer. One per process; the methods and their names are the library's."""

    def __init__(self) -> None:
        self._people = Remembered(Door.FTP)

    def validate_authentication(self, username: str, password: str, session: "Session") -> None:
        """Begins the visit of the session. Raises AuthenticationFailed with the sentence."""
        try:
            admission = self._people.sign_in(username, password, session.remote_ip, clock.now())
        except Refused as refusal:
            raise AuthenticationFailed(refusal.message) from refusal
        session.visit = visit_of(admission)

    def get_home_dir(self, _username: str) -> str:
        return "/"

    def get_msg_login(self, _username: str) -> str:
        return "Welcome. Orders are folders; results and /inbox take files."

    def get_msg_quit(self, _username: str) -> str:
        return "Goodbye."

    def has_perm(self, _username: str, perm: str, _path: str | None = None) -> bool:
        return perm in self.get_perms(_username)

    def get_perms(self, _username: str) -> str:
        return LOOK + READ + WRITE

    def impersonate_user(self, _username: str, _password: str) -> None:
        """Nobody of the machine stands behind a person of Proofroom."""

    def terminate_impersonation(self, _username: str) -> None:
        """See ``impersonate_user``."""
