"""The SSH side: who may come in, and that nothing but SFTP is behind the door."""

import asyncio
from collections import Counter
from typing import cast

import asyncssh
from asyncssh.channel import SSHChannel
from asyncssh.stream import SSHServerStreamSession

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.interfaces.sftp.files import TreeFiles
from proofroom.interfaces.sftp.threads import aside
from proofroom.interfaces.tree.visit import Visit, visit_of
from proofroom.people.remembered import Remembered
from proofroom.people.sign_in import Door

MOST, MOST_OF_ONE = 400, 100
ATTEMPTS, SLOW = 3, 2
"""Wrong passwords a connection, and seconds each of them takes."""


class Lobby:
    """What all connections of the process share.

    When all places, or all of one address, are taken, whoever has waited longest without signing in makes room.
    """

    def __init__(self) -> None:
        self.people = Remembered(Door.SFTP)
        self.here: Counter[str] = Counter()
        self.strangers: dict[FrontDoor, None] = {}

    def enter(self, newcomer: "FrontDoor") -> bool:
        """False when the house, or what it takes from one address, is full of people who signed in."""
        crowded = self.here[newcomer.address] >= MOST_OF_ONE
        if crowded or self.here.total() >= MOST:
            longest = next((each for each in self.strangers if not crowded or each.address == newcomer.address), None)
            if longest is None:
                return False
            self.leave(longest)
            longest.send_away()
        self.here[newcomer.address] += 1
        self.strangers[newcomer] = None
        newcomer.counted = True
        return True

    def leave(self, gone: "FrontDoor") -> None:
        """One less, however often it is said."""
        self.strangers.pop(gone, None)
        if not gone.counted:
            return
        gone.counted = False
        self.here[gone.address] -= 1
        if not self.here[gone.address]:
            del self.here[gone.address]


class FilesSession(SSHServerStreamSession[bytes]):
    """A session with the subsystem ``sftp`` and nothing else, that knows when its client is gone."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(None, self._files, 3)
        self._visit = visit
        self.ended = False

    def eof_received(self) -> bool:
        self.ended = True
        return bool(super().eof_received())

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended = True
        super().connection_lost(exc)

    def _files(self, channel: SSHChannel[bytes]) -> TreeFiles:
        served = cast("asyncssh.SSHServerChannel[bytes]", channel)
        return TreeFiles(served, self._visit, lambda: self.ended)


class FrontDoor(asyncssh.SSHServer):
    """One connection. Forwarding, tunnels and shells stay refused as asyncssh refuses them by default."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._wrong = 0
        self._visit: Visit | None = None
        self.address = ""
        self.counted = False

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self._conn = conn
        self.address = str(conn.get_extra_info("peername")[0])
        if not self._lobby.enter(self):
            conn.abort()

    def send_away(self) -> None:
        """Somebody else comes in instead."""
        self._conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - whatever ended it, it is over
        self._lobby.leave(self)

    def begin_auth(self, username: str) -> bool:  # noqa: ARG002 - everybody has to sign in
        return True

    def password_auth_supported(self) -> bool:
        return True

    async def validate_password(self, username: str, password: str) -> bool:
        """Wrong ones are answered late and few times; what is wrong is not told by SSH."""
        try:
            sign_in = self._lobby.people.sign_in
            admission = await aside(sign_in, username, password, self.address, clock.now())
        except Refused:
            self._wrong += 1
            await asyncio.sleep(SLOW)
            if self._wrong >= ATTEMPTS:
                self._conn.disconnect(asyncssh.DISC_NO_MORE_AUTH_METHODS_AVAILABLE, "Too many wrong passwords.")
            return False
        self._lobby.strangers.pop(self, None)
        self._visit = visit_of(admission)
        return True

    def session_requested(self) -> "FilesSession | bool":
        return FilesSession(self._visit) if self._visit else False
