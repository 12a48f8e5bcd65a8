"""SFTP; an unfinished file goes on at its offset."""

import asyncio
import posixpath
from collections.abc import Callable, Coroutine
from typing import Any, Self, TypeVar

import asyncssh

from proofroom.redistribution.carriers.parcel import Parcel, Tell, Trouble
from proofroom.redistribution.kinds import Sftp

T = TypeVar("T")
BROKEN = "The file did not arrive whole. It begins anew."
OTHER_KEY = (
    "The server shows another host key than before, so nothing was sent: somebody may stand in between. "
    "If the server was changed, remove this destination and add it again."
)


class SftpCarrier:
    """One connection, in a loop of its own: the database is asked between its steps, never inside."""

    def __init__(self, settings: Sftp, patience: float, key: str, learned: Callable[[str], None]) -> None:
        """``key`` is the host key shown before, in OpenSSH's form, empty for none; ``learned`` is told the first."""
        self._settings = settings
        self._patience = patience
        self._key = key
        self._learned = learned
        self._loop = asyncio.SelectorEventLoop()
        self._connection: asyncssh.SSHClientConnection | None = None

    def __enter__(self) -> Self:
        try:
            self._sign_in()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.abort()
            self._run(self._connection.wait_closed())
        self._loop.close()

    def check(self) -> str:
        """Signs in and makes the folder."""
        self._told(self._make(self._settings.folder), self._settings.folder)
        return (
            "Signing in works, and the folder is there. The server's key is kept, and has to be the same from now on."
        )

    def carry(self, parcel: Parcel, tell: Tell) -> None:
        """Sends what is missing of the unfinished file, compares its size, and renames it."""
        self._told(self._make(parcel.folder), parcel.name)
        arrived = self._told(self._size(parcel), parcel.name)
        tell(arrived, "")
        file = self._told(self._open(parcel), parcel.name)
        try:
            for block in parcel.blocks(arrived):
                self._told(file.write(block, arrived), parcel.name)
                arrived += len(block)
                tell(arrived, "")
        finally:
            self._told(file.close(), parcel.name)
        self._told(self._finish(parcel), parcel.name)

    def _sign_in(self) -> None:
        try:
            self._connection = self._run(self._connect())
            self._sftp = self._run(self._start(self._connection))
        except asyncssh.HostKeyNotVerifiable:
            raise Trouble(OTHER_KEY, lasting=True) from None
        except asyncssh.PermissionDenied:
            raise Trouble("The server did not accept the user name and the password.", lasting=True) from None
        except asyncssh.Error as wrong:
            raise Trouble(f"The server does not speak SFTP with us (SSH code {wrong.code}).") from None
        shown = self._connection.get_server_host_key()
        if not self._key and shown is not None:
            self._learned(shown.export_public_key("openssh").decode().strip())

    async def _connect(self) -> asyncssh.SSHClientConnection:
        said = self._settings
        trusted = asyncssh.import_public_key(self._key) if self._key else None
        return await asyncssh.connect(
            said.host,
            said.port,
            username=said.user,
            password=said.password.get_secret_value(),
            known_hosts=([trusted], [], []) if trusted else None,
            server_host_key_algs=[trusted.get_algorithm()] if trusted else (),
            config=None,
            client_keys=None,
            agent_path=None,
            connect_timeout=self._patience,
            login_timeout=self._patience,
        )

    @staticmethod
    async def _start(connection: asyncssh.SSHClientConnection) -> asyncssh.SFTPClient:
        return await connection.start_sftp_client()

    async def _open(self, parcel: Parcel) -> Any:
        flags = asyncssh.FXF_WRITE | asyncssh.FXF_CREAT
        return await self._sftp.open(parcel.partial, flags, encoding=None)

    async def _size(self, parcel: Parcel) -> int:
        try:
            found = (await self._sftp.stat(parcel.partial)).size or 0
        except asyncssh.SFTPNoSuchFile:
            return 0
        if found > parcel.size:
            await self._sftp.remove(parcel.partial)
            return 0
        return found

    async def _finish(self, parcel: Parcel) -> None:
        if (await self._sftp.stat(parcel.partial)).size != parcel.size:
            await self._sftp.remove(parcel.partial)
            raise Trouble(BROKEN)
        try:
            await self._sftp.posix_rename(parcel.partial, parcel.place)
        except asyncssh.SFTPOpUnsupported:
            if await self._sftp.exists(parcel.place):
                await self._sftp.remove(parcel.place)
            await self._sftp.rename(parcel.partial, parcel.place)

    async def _make(self, folder: str) -> None:
        if folder and not await self._sftp.isdir(folder):
            await self._make(posixpath.dirname(folder) if posixpath.dirname(folder) != folder else "")
            await self._sftp.mkdir(folder)

    def _told(self, step: Coroutine[Any, Any, T], name: str) -> T:
        try:
            return self._run(step)
        except asyncssh.SFTPConnectionLost:
            raise Trouble("The server broke off the connection.") from None
        except asyncssh.SFTPError as wrong:
            raise Trouble(f"The server refused {name} (SFTP code {wrong.code}).", of_file=True) from None

    def _run(self, step: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(asyncio.wait_for(step, self._patience))
