"""The tree as asyncssh's SFTP server. Every method is its own: an inherited one would show the machine's disk."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, NoReturn, ParamSpec, TypeVar, cast

import asyncssh
from asyncssh import SFTPAttrs, SFTPName
from asyncssh.constants import FXF_APPEND, FXF_EXCL, FXF_TRUNC, FXF_WRITE

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.interfaces.sftp.attributes import attributes, named
from proofroom.interfaces.sftp.handles import Incoming, Outgoing
from proofroom.interfaces.sftp.threads import aside
from proofroom.interfaces.tree import writing
from proofroom.interfaces.tree.nodes import Arriving, Node
from proofroom.interfaces.tree.paths import Path, parse
from proofroom.interfaces.tree.visit import SignInEnded, Visit

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def told() -> Iterator[None]:
    """Refusals become the statuses that clients know, with the sentence."""
    try:
        yield
    except NotVisible:
        raise asyncssh.SFTPNoSuchFile("No such file or folder.") from None
    except Refused as refusal:
        kind = asyncssh.SFTPPermissionDenied if refusal.code == "read_only" else asyncssh.SFTPFailure
        raise kind(refusal.message) from refusal


def telling(
    method: Callable[Concatenate["TreeFiles", P], Awaitable[T]],
) -> Callable[Concatenate["TreeFiles", P], Awaitable[T]]:
    """``told`` around a whole method, for somebody whose sign-in still holds."""

    @wraps(method)
    async def wrapped(self: "TreeFiles", /, *args: P.args, **kwargs: P.kwargs) -> T:
        with told():
            await self.check_sign_in()
            return await method(self, *args, **kwargs)

    return wrapped


def _refuse(*_: Any) -> NoReturn:
    raise asyncssh.SFTPOpUnsupported("This server does not do that.")


refuse: Any = _refuse
"""For what files in a tree of orders do not have."""


class TreeFiles(asyncssh.SFTPServer):
    """One session's files. ``ended`` tells whether the client is gone: then an open file is not complete."""

    def __init__(self, channel: "asyncssh.SSHServerChannel[bytes]", visit: Visit, ended: Callable[[], bool]) -> None:
        super().__init__(channel)
        self._visit, self._tree, self._ended = visit, visit.tree, ended

    async def check_sign_in(self) -> None:
        """Raises SignInEnded, and hangs up as soon as that is told."""
        if not self._visit.due:
            return
        try:
            await aside(self._visit.check)
        except SignInEnded as ended:
            hang_up = self.connection.disconnect
            asyncio.get_running_loop().call_soon(hang_up, asyncssh.DISC_BY_APPLICATION, ended.message)
            raise

    @telling
    async def open(self, path: bytes, pflags: int, attrs: SFTPAttrs) -> object:  # noqa: ARG002
        steps = _steps(path)
        if not pflags & FXF_WRITE:
            return Outgoing(await aside(self._tree.file, steps), await aside(self._tree.open, steps))
        if pflags & FXF_EXCL and await self._exists(steps):
            raise Refused("exists", "There is such a file already.")
        anew = bool(pflags & FXF_TRUNC)
        partial = await aside(writing.begin, self._tree, steps, clock.now(), anew=anew)
        return Incoming(self._tree, steps, partial, at_end=bool(pflags & FXF_APPEND))

    async def close(self, file_obj: object) -> None:
        """Also for whoever is gone or may not stay: then what arrived of a file waits for them to go on."""
        if not isinstance(file_obj, Incoming):
            await cast("Outgoing", file_obj).close()
            return
        with told():
            try:
                await self.check_sign_in()
            except SignInEnded:
                await file_obj.close(complete=False)
                raise
            await file_obj.close(complete=not self._ended())

    @telling
    async def read(self, file_obj: object, offset: int, size: int) -> bytes:
        return await cast("Outgoing | Incoming", file_obj).read(offset, size)

    @telling
    async def write(self, file_obj: object, offset: int, data: bytes) -> int:
        if not isinstance(file_obj, Incoming):
            raise Refused("read_only", "This file was opened for reading.")
        await file_obj.write(offset, data)
        return len(data)

    @telling
    async def stat(self, path: bytes) -> SFTPAttrs:
        return attributes(await aside(self._tree.look, _steps(path)))

    lstat = stat

    async def fstat(self, file_obj: object) -> SFTPAttrs:
        if isinstance(file_obj, Incoming):
            return attributes(Arriving(file_obj.path[-1], clock.now(), file_obj.partial.size))
        return attributes(cast("Outgoing", file_obj).file)

    async def setstat(self, path: bytes, attrs: SFTPAttrs) -> None:
        """Times and rights are Proofroom's own; clients that set them after an upload need no refusal."""

    lsetstat = setstat

    async def fsetstat(self, file_obj: object, attrs: SFTPAttrs) -> None:
        """As ``setstat``; cutting a file short is a matter of its bytes."""
        if isinstance(file_obj, Incoming) and attrs.size is not None:
            await aside(file_obj.partial.cut, attrs.size)

    async def scandir(self, path: bytes) -> AsyncIterator[SFTPName]:
        with told():
            await self.check_sign_in()
            steps = _steps(path)
            entries = await aside(self._tree.entries, steps)
            here = await aside(self._tree.look, steps)
        yield named(here, ".")
        yield named(here, "..")
        for entry in entries:
            yield named(entry)

    @telling
    async def remove(self, path: bytes) -> None:
        await aside(writing.remove, self._tree, _steps(path), clock.now())

    @telling
    async def mkdir(self, path: bytes, attrs: SFTPAttrs) -> None:  # noqa: ARG002
        await aside(writing.make_folder, self._tree, _steps(path), clock.now())

    @telling
    async def rmdir(self, path: bytes) -> None:
        await aside(writing.remove_folder, self._tree, _steps(path))

    @telling
    async def rename(self, oldpath: bytes, newpath: bytes) -> None:
        await aside(writing.rename, self._tree, _steps(oldpath), _steps(newpath), clock.now())

    posix_rename = rename

    @telling
    async def realpath(self, path: bytes) -> bytes:
        return ("/" + "/".join(_steps(path))).encode()

    async def fsync(self, file_obj: object) -> None:
        """Kept files are on the disk before ``close`` is answered."""

    async def exit(self) -> None:
        """Nothing is held besides the open files, which are closed one by one."""

    open56 = lock = unlock = refuse
    readlink = symlink = link = statvfs = fstatvfs = refuse
    map_path = reverse_map_path = refuse

    def format_user(self, uid: int | None) -> str:  # noqa: ARG002 - files belong to nobody of the machine
        return "proofroom"

    def format_group(self, gid: int | None) -> str:  # noqa: ARG002
        return "proofroom"

    async def _exists(self, path: Path) -> Node | None:
        try:
            return await aside(self._tree.look, path)
        except NotVisible:
            return None


def _steps(path: bytes) -> Path:
    try:
        return parse(path.decode())
    except UnicodeDecodeError:
        raise Refused("bad_name", "Names are UTF-8; set your program to it.") from None
