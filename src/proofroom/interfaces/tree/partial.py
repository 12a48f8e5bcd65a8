"""Files on their way here: gathered beside the store, seen by nobody, found again by the same person and path."""

import errno
import fcntl
import hashlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path as DiskPath

from django.conf import settings

from proofroom.core.errors import Refused
from proofroom.files import limits, storage
from proofroom.interfaces.tree.nodes import Arriving
from proofroom.interfaces.tree.paths import Path

KEPT = timedelta(days=7)
PATIENCE = 3.0
# Names under which clients write first, to rename when all is there: WinSCP, rclone, lftp and others.
UNFINISHED = re.compile(r"^\.in\.|\.(filepart|partial|part|tmp|uploading)$", re.IGNORECASE)
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""A full disk, a quota, the largest file that the operator lets the process write."""
NO_ROOM = "There is no room for more files at the moment. Nothing stored is harmed; try again later."


class NoRoom(Refused):
    """The disk is full; what had arrived is kept, so the upload can go on later."""

    def __init__(self) -> None:
        super().__init__("no_room", NO_ROOM)


def is_unfinished(name: str) -> bool:
    """True for a name that says itself that the file is not complete."""
    return UNFINISHED.search(name) is not None


def place_of(person: int, path: Path) -> DiskPath:
    """Where the bytes for ``path`` are gathered while this person sends them."""
    folder = DiskPath(settings.DATA) / "arriving"
    folder.mkdir(exist_ok=True)
    return folder / hashlib.sha256(f"{person}\0{'/'.join(path)}".encode()).hexdigest()


def arriving(person: int, path: Path) -> Arriving | None:
    """What has arrived so far, or None."""
    try:
        told = place_of(person, path).stat()
    except FileNotFoundError:
        return None
    return Arriving(path[-1], datetime.fromtimestamp(told.st_mtime, UTC), told.st_size)


def forget_old(at: datetime) -> None:
    """Deletes what nobody came back for within a week."""
    for left in (DiskPath(settings.DATA) / "arriving").glob("*"):
        if left.stat().st_mtime < (at - KEPT).timestamp():
            left.unlink(missing_ok=True)


@contextmanager
def room_needed() -> Iterator[None]:
    """Turns a full disk into a sentence. Raises NoRoom."""
    try:
        yield
    except OSError as wrong:
        if wrong.errno in FULL:
            raise NoRoom from wrong
        raise


class Partial:
    """An open partial file with its lock held; ``size`` in bytes is what it holds."""

    def __init__(self, place: DiskPath) -> None:
        self.place = place
        # Whoever comes back at once after a break waits until the broken connection has let go.
        until = time.monotonic() + PATIENCE
        while not self._opened():
            if time.monotonic() > until:
                raise Refused("busy", "Another connection is just sending this file. Wait for it, or end it.")
            time.sleep(PATIENCE / 20)

    def _opened(self) -> bool:
        self._handle = os.open(self.place, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Kept and removed by the other connection just now, it would be a file without a name.
            if os.fstat(self._handle).st_nlink:
                return True
        except BlockingIOError:
            pass
        self.close()
        return False

    @property
    def size(self) -> int:
        return os.fstat(self._handle).st_size

    def seed(self, key: str) -> None:
        """Begins with the bytes of a kept file that somebody wants to continue."""
        with room_needed(), storage.open_stored(key) as source:
            while block := source.read(storage.BLOCK):
                self.write(self.size, block)

    def write(self, offset: int, block: bytes) -> None:
        """Raises Refused when the file grows too large, and NoRoom."""
        if offset + len(block) > limits.largest_file():
            raise limits.TooLarge("The file")
        view = memoryview(block)
        with room_needed():
            while view:
                written = os.pwrite(self._handle, view, offset)
                offset += written
                view = view[written:]

    def read(self, offset: int, size: int) -> bytes:
        """What has arrived there."""
        return os.pread(self._handle, size, offset)

    def cut(self, size: int) -> None:
        """Forgets everything behind ``size`` bytes."""
        os.ftruncate(self._handle, size)

    def drop(self) -> None:
        """The bytes are kept elsewhere by now, or refused."""
        self.place.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets go of it; what has arrived stays for whoever continues."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
