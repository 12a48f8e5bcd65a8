"""A folder as the store: one machine, or a disk that several share."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from proofroom.files.storage.store import BLOCK, Attachment

INCOMING = ".incoming-"


class Folder:
    """A folder in which a file either is whole and on the disk, or is not there."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, key: str) -> Path:
        """Where the bytes of ``key`` lie."""
        return self.root / key

    def put(self, key: str, source: Path) -> None:
        """Gives ``source`` a second name in the store; copies it when it lies on another disk."""
        target = self.path(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        settle(source)
        try:
            os.link(source, target)
        except FileExistsError:
            return  # stored by an earlier try of the same task
        except OSError:
            self._copy(source, target)
        settle(target.parent)

    def open_stored(self, key: str) -> BinaryIO:
        """Raises FileNotFoundError."""
        return self.path(key).open("rb")

    def is_stored(self, key: str) -> bool:
        """True when the bytes are there."""
        return self.path(key).is_file()

    def missing(self, keys: Iterable[str]) -> set[str]:
        """Those that are not there; one call of the system for each: 20,000 take some hundredths of a second."""
        try:
            root = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            return set(keys)
        try:
            return {key for key in keys if not os.access(key, os.F_OK, dir_fd=root)}
        finally:
            os.close(root)

    @contextmanager
    def local_copy(self, key: str) -> Iterator[Path]:
        """The stored file itself: to be read only."""
        yield self.path(key)

    def remove(self, key: str) -> None:
        """Deletes the bytes; the folders around them stay, for another process may be putting something there."""
        self.path(key).unlink(missing_ok=True)

    def stored_keys(self) -> Iterator[str]:
        """Every key there is."""
        for folder, _, names in os.walk(self.root):
            for name in names:
                if not name.startswith(INCOMING):
                    yield (Path(folder) / name).relative_to(self.root).as_posix()

    def direct_address(self, key: str, told: Attachment) -> None:  # noqa: ARG002 - the store's signature
        """A folder has no address of its own."""
        return

    def _copy(self, source: Path, target: Path) -> None:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=INCOMING)
        try:
            with os.fdopen(handle, "wb") as writer, source.open("rb") as reader:
                copyfileobj(reader, writer, BLOCK)
            settle(Path(temporary))
            Path(temporary).replace(target)
        finally:
            Path(temporary).unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Returns when ``path`` survives a power cut (POSIX ``fsync``)."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
