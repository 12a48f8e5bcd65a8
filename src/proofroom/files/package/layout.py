"""Where every byte of a package lies, told from names, sizes, CRC-32s and times alone (Row E1)."""

import hashlib
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from proofroom.core.errors import Refused
from proofroom.files import storage
from proofroom.files.models import StoredFile
from proofroom.files.package.distinct import CHECKSUMS, distinct
from proofroom.files.package.records import Member, central_header, end_of_directory, local_header

EDITION = "1"  # counts up when the arithmetic changes, so that nobody resumes across two layouts


class MissingFiles(Refused):
    """Stored bytes are gone; ``names`` tells which. Raised before the first byte is sent."""

    def __init__(self, names: list[str]) -> None:
        listed = ", ".join(names[:5]) + (" and others" if len(names) > 5 else "")  # noqa: PLR2004 - enough to read
        super().__init__(
            "missing_files", f"The stored bytes of {listed} cannot be found, so nothing was sent. Write to support."
        )
        self.names = names


@dataclass(frozen=True)
class Entry:
    """A stored file as a member: ``size`` in bytes, ``key`` in the store; ``name`` may hold folders."""

    name: str
    key: str
    sha256: str
    size: int
    crc32: int
    at: datetime


@dataclass(frozen=True)
class Stored:
    """``length`` bytes of the stored object ``key`` from ``offset`` on."""

    key: str
    offset: int
    length: int


Segment = bytes | Stored


def as_entry(file: StoredFile, folder: str = "") -> Entry:
    """A stored file as a member, below ``folder`` when one is given. Reads ``file.blob``."""
    name = f"{folder}/{file.name}" if folder else file.name
    return Entry(name, file.blob.key, file.blob.sha256, file.blob.size, file.blob.crc32, file.kept_at)


class Layout:
    """The package of ``entries`` in their order, with ``SHA256SUMS`` as its last member."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.names = distinct(entry.name for entry in self.entries)
        self._starts: list[int] = []
        self._parts: list[Segment] = []
        self._lay()

    @property
    def length(self) -> int:
        """Bytes of the whole package."""
        return self._length

    @cached_property
    def etag(self) -> str:
        """Strong, in quotes: equal layouts are equal byte for byte, whichever process serves them (RFC 9110 §8.8.3)."""
        told = hashlib.sha256(EDITION.encode())
        for name, entry in zip(self.names, self.entries, strict=True):
            told.update(f"{name}\0{entry.sha256}\0{entry.at.isoformat()}\n".encode())
        return f'"{told.hexdigest()}"'

    def segments(self, start: int, stop: int) -> Iterator[Segment]:
        """What lies in the bytes from ``start`` up to, not including, ``stop``."""
        index = bisect_right(self._starts, start) - 1
        while index < len(self._parts) and self._starts[index] < stop:
            part, begins = self._parts[index], self._starts[index]
            low, high = max(start - begins, 0), min(stop - begins, _length_of(part))
            if low < high:
                yield part[low:high] if isinstance(part, bytes) else Stored(part.key, part.offset + low, high - low)
            index += 1

    def check_present(self) -> None:
        """Raises MissingFiles when the store lacks any member."""
        missing = [
            name for name, entry in zip(self.names, self.entries, strict=True) if not storage.is_stored(entry.key)
        ]
        if missing:
            raise MissingFiles(missing)

    def _lay(self) -> None:
        self._length = 0
        members = [self._lay_entry(name, entry) for name, entry in zip(self.names, self.entries, strict=True)]
        members.append(self._lay_checksums())
        directory = b"".join(central_header(member) for member in members)
        end = end_of_directory(len(members), len(directory), self._length)
        self._append(directory + end)

    def _lay_entry(self, name: str, entry: Entry) -> Member:
        member = Member(name, entry.size, entry.crc32, entry.at, self._length)
        self._append(local_header(member))
        self._append(Stored(entry.key, 0, entry.size))
        return member

    def _lay_checksums(self) -> Member:
        lines = (f"{entry.sha256}  {name}\n" for name, entry in zip(self.names, self.entries, strict=True))
        text = "".join(lines).encode()
        newest = max((entry.at for entry in self.entries), default=datetime.min)  # noqa: DTZ901 - becomes 1980
        member = Member(CHECKSUMS, len(text), zlib.crc32(text), newest, self._length)
        self._append(local_header(member) + text)
        return member

    def _append(self, part: Segment) -> None:
        self._starts.append(self._length)
        self._parts.append(part)
        self._length += _length_of(part)


def _length_of(part: Segment) -> int:
    return len(part) if isinstance(part, bytes) else part.length
