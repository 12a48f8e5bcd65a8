"""The file an upload is gathered in: one writer at a time, and nothing unverified survives in it."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proofroom.interfaces.uploads.answers import Declined, locked


class Partial:
    """An open partial file whose lock is held; ``offset`` is what it holds, in bytes.

    While a chunk with a checksum arrives, a note beside the file says where the chunk began. The bytes go to the
    disk at once, but until they are verified everything behind the note counts as not there, even after a crash.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self._handle = handle
        self._note = _note(path)
        self.offset = os.fstat(handle).st_size
        if self._note.exists():
            self.take_back(offset_of(path))

    def append(self, block: bytes) -> None:
        """Writes ``block`` behind what is there. Raises Declined 507 when the disk is full."""
        view = memoryview(block)
        try:
            while view:
                written = os.pwrite(self._handle, view, self.offset)
                self.offset += written
                view = view[written:]
        except OSError as wrong:
            if wrong.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise Declined(
                    507, "There is no room for more files at the moment. Nothing is lost; try again later."
                ) from wrong
            raise

    def doubt(self) -> None:
        """From here on nothing counts until ``trust`` is called."""
        self._note.write_text(str(self.offset))

    def trust(self) -> None:
        """What was doubted has been verified."""
        self._note.unlink(missing_ok=True)

    def take_back(self, offset: int) -> None:
        """Cuts the file to ``offset`` bytes."""
        os.ftruncate(self._handle, offset)
        self.offset = offset
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
        yield Partial(path, handle)
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
