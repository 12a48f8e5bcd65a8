"""The file an upload is gathered in: one writer at a time, and nothing unverified survives in it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proofroom.files.digest import Digest, Tally
from proofroom.interfaces.uploads import tallies
from proofroom.interfaces.uploads.answers import locked

MOST_AT_ONCE = 512  # of 1,024 that one call takes (POSIX IOV_MAX)


class Partial:
    """An open partial file whose lock is held; ``offset`` is what it holds, in bytes.

    While a chunk with a checksum arrives, a note beside the file says where the chunk began. The bytes go to the
    disk at once, but until they are verified everything behind the note counts as not there, even after a crash.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self._handle, self._path = handle, path
        self._note = _note(path)
        self.offset = os.fstat(handle).st_size
        self._tally = tallies.take(path, self.offset)
        self._trusted: Tally | None = None
        if self._note.exists():
            self.take_back(offset_of(path))

    def append(self, blocks: list[bytes]) -> None:
        """Writes ``blocks`` behind what is there, and counts them up. Raises OSError; what was written stays."""
        left = [memoryview(block) for block in blocks if block]
        while left:
            written = os.pwritev(self._handle, left[:MOST_AT_ONCE], self.offset)
            self.offset += written
            while written:
                done = left[0][:written]
                if self._tally is not None:
                    self._tally.add(done)
                written -= len(done)
                left[:1] = [left[0][len(done) :]] if len(done) < len(left[0]) else []

    def counted(self) -> Digest | None:
        """What all the bytes add up to; None when this process has not seen all of them."""
        return self.count() if self._tally is not None and self._tally.size == self.offset else None

    def count(self) -> Digest:
        """What the bytes add up to that were appended since the file was empty."""
        assert self._tally is not None
        return self._tally.digest()

    def leave(self) -> None:
        """Keeps the count for the next request to this process."""
        tallies.leave(self._path, self._tally)

    def doubt(self) -> None:
        """From here on nothing counts until ``trust`` is called."""
        self._trusted = self._tally.copy() if self._tally else None
        self._note.write_text(str(self.offset))

    def trust(self) -> None:
        """What was doubted has been verified."""
        self._note.unlink(missing_ok=True)

    def take_back(self, offset: int) -> None:
        """Cuts the file to ``offset`` bytes."""
        os.ftruncate(self._handle, offset)
        self.offset = offset
        known = self._trusted if self._trusted and self._trusted.size == offset else None
        self._tally = Tally() if offset == 0 else known
        self._note.unlink(missing_ok=True)


@contextmanager
def locked_partial(path: Path) -> Iterator[Partial]:
    """Opens the partial file for one writer. Raises Declined 423 while another holds it, on whichever process."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        raise locked() from None  # finished by another connection a moment ago: asking again tells
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        partial = Partial(path, handle)
        yield partial
        partial.leave()
    except BlockingIOError:
        raise locked() from None
    finally:
        os.close(handle)


def offset_of(path: Path) -> int:
    """Bytes that count in the partial file, also while it is being written. Raises FileNotFoundError."""
    size = path.stat().st_size
    try:
        return min(size, int(_note(path).read_text() or 0))
    except FileNotFoundError:
        return size


def _note(path: Path) -> Path:
    return path.with_name(path.name + ".unverified")
