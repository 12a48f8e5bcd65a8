"""Open files of one SFTP session."""

from typing import BinaryIO

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.interfaces.sftp.threads import aside
from proofroom.interfaces.tree import writing
from proofroom.interfaces.tree.nodes import File
from proofroom.interfaces.tree.partial import Partial
from proofroom.interfaces.tree.paths import Path
from proofroom.interfaces.tree.tree import Tree

AHEAD = 1024 * 1024
"""Bytes read at once: clients ask for 32 kB after 32 kB, and each change of threads costs as much as reading that."""


class Outgoing:
    """A kept file being read."""

    def __init__(self, file: File, source: BinaryIO) -> None:
        self.file = file
        self._source = source
        self._start, self._block = 0, b""

    async def read(self, offset: int, size: int) -> bytes:
        """What lies there; less than ``size`` bytes at the end, nothing behind it."""
        if not self._start <= offset <= offset + size <= self._start + len(self._block):
            self._block = await aside(self._load, offset, max(size, AHEAD))
            self._start = offset
        begin = offset - self._start
        return self._block[begin : begin + size]

    async def close(self) -> None:
        """Lets go of it."""
        await aside(self._source.close)

    def _load(self, offset: int, size: int) -> bytes:
        self._source.seek(offset)
        return self._source.read(size)


class Incoming:
    """A file being sent by the client; ``at_end``: writes go behind what is there, wherever they are said to go."""

    def __init__(self, tree: Tree, path: Path, partial: Partial, *, at_end: bool) -> None:
        self.path, self.partial = path, partial
        self._tree, self._at_end = tree, at_end
        self._whole = True

    async def read(self, offset: int, size: int) -> bytes:
        """What has arrived there."""
        return await aside(self.partial.read, offset, size)

    async def write(self, offset: int, block: bytes) -> None:
        """Raises Refused when the file grows too large or the disk is full; then it is never taken for complete."""
        try:
            await aside(self.partial.write, self.partial.size if self._at_end else offset, block)
        except (OSError, Refused):
            self._whole = False
            raise

    async def close(self, *, complete: bool) -> None:
        """Keeps the file when it is complete. Raises Refused or NotVisible as ``writing.finish`` does."""
        try:
            if complete and self._whole:
                await aside(writing.finish, self._tree, self.path, self.partial, clock.now())
        finally:
            self.partial.close()
