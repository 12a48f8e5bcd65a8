"""The tree as pyftpdlib's file system. Method names, arguments and modes are the library's."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from pyftpdlib.exceptions import FilesystemError
from pyftpdlib.filesystems import AbstractedFS

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.interfaces.ftp.arrival import Arrival
from proofroom.interfaces.ftp.lines import list_line, mlsx_line
from proofroom.interfaces.tree import writing
from proofroom.interfaces.tree.nodes import Folder, Node
from proofroom.interfaces.tree.paths import parse
from proofroom.interfaces.tree.tree import GOOD, Tree

P = ParamSpec("P")
T = TypeVar("T")
NO_SUCH = "No such file or folder"


def telling(method: Callable[P, T]) -> Callable[P, T]:
    """Refusals become the sentence of a 550 reply; the library sets the full stop."""

    @wraps(method)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(*args, **kwargs)
        except NotVisible:
            raise FilesystemError(NO_SUCH) from None
        except Refused as refusal:
            raise FilesystemError(refusal.message.rstrip(".")) from refusal

    return wrapped


class TreeFilesystem(AbstractedFS):  # type: ignore[misc]  # pyftpdlib has no types
    """One session's view. Nothing of the machine's own file system can be reached through it."""

    @property
    def tree(self) -> Tree:
        """The signed-in person's tree."""
        tree: Tree = self.cmd_channel.visit.tree
        return tree

    def validpath(self, path: str) -> bool:  # noqa: ARG002 - a path names a place in the tree, never on the disk
        return True

    def realpath(self, path: str) -> str:
        return path

    @telling
    def open(self, filename: str, mode: str) -> Any:
        path = parse(filename)
        if mode == "rb":
            return self.tree.open(path)
        return Arrival(self.tree, path, anew=mode == "wb", at_end=mode == "ab")

    @telling
    def chdir(self, path: str) -> None:
        self.tree.folder(parse(path))
        self.cwd = path

    @telling
    def listdir(self, path: str) -> list[str]:
        return [entry.name for entry in self.tree.entries(parse(path))]

    @telling
    def mkdir(self, path: str) -> None:
        writing.make_folder(self.tree, parse(path), clock.now())

    @telling
    def rmdir(self, path: str) -> None:
        writing.remove_folder(self.tree, parse(path))

    @telling
    def remove(self, path: str) -> None:
        writing.remove(self.tree, parse(path), clock.now())

    @telling
    def rename(self, src: str, dst: str) -> None:
        writing.rename(self.tree, parse(src), parse(dst), clock.now())

    @telling
    def lstat(self, path: str) -> Node:
        return self.tree.look(parse(path))

    def getsize(self, path: str) -> int:
        found = self.lstat(path)
        return 0 if isinstance(found, Folder) else found.size

    def getmtime(self, path: str) -> float:
        return float(self.lstat(path).at.timestamp())

    def isfile(self, path: str) -> bool:
        found = self._found(path)
        return found is not None and not isinstance(found, Folder)

    def isdir(self, path: str) -> bool:
        return isinstance(self._found(path), Folder)

    def lexists(self, path: str) -> bool:
        return self._found(path) is not None

    def format_list(self, basedir: str, listing: list[str], ignore_err: object = None) -> Iterator[bytes]:  # noqa: ARG002
        now = datetime.now(UTC)
        return iter([list_line(node, now) for node in self._nodes(basedir, listing)])

    def format_mlsx(
        self,
        basedir: str,
        listing: list[str],
        perms: str,  # noqa: ARG002 - the tree knows better what may be done with each
        facts: list[str],
        ignore_err: bool = True,  # noqa: ARG002, FBT001
    ) -> Iterator[bytes]:
        return iter([mlsx_line(node, facts) for node in self._nodes(basedir, listing)])

    def _found(self, path: str) -> Node | None:
        try:
            return self.lstat(path)
        except FilesystemError:
            return None

    @telling
    def _nodes(self, basedir: str, names: list[str]) -> list[Node]:
        # Read before the data connection sends: what follows runs without the database.
        path = parse(basedir)
        if names in ([""], ["."]):
            return [self.tree.look(path)]
        entries = self.tree.listing(path, GOOD).entries
        return [entries[name] if name in entries else self.tree.look((*path, name)) for name in names]
