"""What a store can do, be it a folder or a bucket."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

BLOCK = 1024 * 1024


class StoreError(OSError):
    """The store cannot be reached or does not answer as it should. Nothing that is stored was changed."""


@dataclass(frozen=True)
class Attachment:
    """What a browser is told about a file it fetches from the store itself."""

    disposition: str
    media_type: str


class Store(Protocol):
    """Bytes under keys. A key is written once and never changed; raises OSError where the disk or the net fails."""

    def put(self, key: str, source: Path) -> None:
        """Stores the file ``source`` wholly or not at all."""

    def open_stored(self, key: str) -> BinaryIO:
        """The bytes, seekable, read as they are asked for. Raises FileNotFoundError."""

    def is_stored(self, key: str) -> bool:
        """True when the bytes are there."""

    def missing(self, keys: Iterable[str]) -> set[str]:
        """Those that are not there."""

    def local_copy(self, key: str) -> AbstractContextManager[Path]:
        """A path on this machine with the bytes. Raises FileNotFoundError."""

    def remove(self, key: str) -> None:
        """Deletes the bytes; nothing happens when they are gone already."""

    def stored_keys(self) -> Iterator[str]:
        """Every key there is, in no order."""

    def direct_address(self, key: str, told: Attachment) -> str | None:
        """An address at which whoever has it gets the bytes for a few minutes; None where there is none."""
