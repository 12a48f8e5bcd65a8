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
from proofroom.interfaces.tree.tree import Tree, tree_of
from proofroom.people.remembered import Remembered
from proofroom.people.sign_in import Door

MOST, MOST_OF_ONE = 400, 100
ATTEMPTS, SLOW = 3, 2
"""Wrong passwords a connection, and seconds each of them takes."""


class Lobby:
    """What all connections of the process share."""

    def __init__(self) -> None:
        self.people = Remembered(Door.SFTP)
        self.here: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """False when the house, or what it takes from one address, is full."""
        self.here[address] += 1
        return self.here.total() <= MOST and self.here[address] <= MOST_OF_ONE

    def leave(self, address: str) -> None:
        """One less."""
        self.here[address] -= 1
        if not self.here[address]:
            del self.here[address]


class FilesSession(SSHServerStreamSession[bytes]):
    """A session with the subsystem ``sftp`` and nothing else, that knows when its client is gone."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(None, self._files, 3)
        self._tree = tree
        self.ended = False

    def eof_received(self) -> bool:
        self.ended = True
        return bool(super().eof_received())

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended = True
        super().connection_lost(exc)

    def _files(self, channel: SSHChannel[bytes]) -> TreeFiles:
        served = cast("asyncssh.SSHServerChannel[bytes]", channel)
        return TreeFiles(served, self._tree, lambda: self.ended)


class FrontDoor(asyncssh.SSHServer):
    """One connection. Forwarding, tunnels and shells stay refused as asyncssh refuses them by default."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._wrong = 0
        self._address = ""
        self._tree: Tree | None = None

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self._conn = conn
        self._address = str(conn.get_extra_info("peername")[0])
        if not self._lobby.enter(self._address):
            conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - whatever ended it, it is over
        self._lobby.leave(self._address)

    def begin_auth(self, username: str) -> bool:  # noqa: ARG002 - everybody has to sign in
        return True

    def password_auth_supported(self) -> bool:
        return True

    async def validate_password(self, username: str, password: str) -> bool:
        """Wrong ones are answered late and few times; what is wrong is not told by SSH."""
        try:
            sign_in = self._lobby.people.sign_in
            person = await aside(sign_in, username, password, self._address, clock.now())
        except Refused:
            self._wrong += 1
            await asyncio.sleep(SLOW)
            if self._wrong >= ATTEMPTS:
                self._conn.disconnect(asyncssh.DISC_NO_MORE_AUTH_METHODS_AVAILABLE, "Too many wrong passwords.")
            return False
        self._tree = tree_of(person.pk)
        return True

    def session_requested(self) -> "FilesSession | bool":
        return FilesSession(self._tree) if self._tree else False
