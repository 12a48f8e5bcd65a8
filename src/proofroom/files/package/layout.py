"""Where every byte of a package lies, told from names, sizes, CRC-32s and times alone (Row E1)."""

import hashlib
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate

from proofroom.core.errors import Refused
from proofroom.files import storage
from proofroom.files.package.distinct import CHECKSUMS
from proofroom.files.package.listing import Entry, Listing
from proofroom.files.package.records import (
    Member,
    central_header,
    central_length,
    end_of_directory,
    local_header,
    local_length,
)

EDITION = "2"  # counts up when the arithmetic changes, so that nobody resumes across two layouts


class MissingFiles(Refused):
    """Stored bytes are gone; ``names`` tells which. Raised before the first byte is sent."""

    def __init__(self, names: list[str]) -> None:
        listed = ", ".join(names[:5]) + (" and others" if len(names) > 5 else "")  # noqa: PLR2004 - enough to read
        super().__init__(
            "missing_files", f"The stored bytes of {listed} cannot be found, so nothing was sent. Write to support."
        )
        self.names = names


@dataclass(frozen=True)
class Stored:
    """``length`` bytes of the stored object ``key`` from ``offset`` on."""

    key: str
    offset: int
    length: int


Segment = bytes | Stored


class Layout:
    """The package of a listing in its order, with ``SHA256SUMS`` as its last member.

    Length, tag and beginning are told without making what stands at the end: the first byte of 20,000 files leaves
    as early as that of 20.
    """

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.seen_whole_at: datetime | None = None

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Layout":
        """The package of ``entries``."""
        return cls(Listing.of(entries))

    @cached_property
    def length(self) -> int:
        """Bytes of the whole package."""
        given = zip(self._name_lengths, self.listing.sizes, self._starts, strict=False)
        directory = sum(central_length(*each) for each in given)
        directory += central_length(len(CHECKSUMS), self._checksums_length, self._starts[-1])
        begins = self._starts[-1] + local_length(len(CHECKSUMS), self._checksums_length) + self._checksums_length
        return begins + directory + len(end_of_directory(self._count + 1, directory, begins))

    @cached_property
    def etag(self) -> str:
        """Strong, in quotes: equal layouts are equal byte for byte, whichever process serves them (RFC 9110 §8.8.3)."""
        told = hashlib.sha256(f"{EDITION}\n{self.listing.times}\n{self.listing.sizes}\n".encode())
        told.update(self._checksums.encode())
        return f'"{told.hexdigest()}"'

    def segments(self, start: int, stop: int) -> Iterator[Segment]:
        """What lies in the bytes from ``start`` up to, not including, ``stop``."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index <= self._count and self._starts[index] < stop:
            begins = self._starts[index]
            for part in self._parts(index):
                length = len(part) if isinstance(part, bytes) else part.length
                low, high = max(start - begins, 0), min(stop - begins, length)
                if low < high:
                    yield part[low:high] if isinstance(part, bytes) else Stored(part.key, part.offset + low, high - low)
                begins += length
            index += 1

    def check_present(self) -> None:
        """Raises MissingFiles when the store lacks any member."""
        if missing := storage.missing(self.listing.keys):
            gone = zip(self.listing.names, self.listing.keys, strict=True)
            raise MissingFiles([name for name, key in gone if key in missing])

    @property
    def _count(self) -> int:
        return len(self.listing.names)

    @cached_property
    def _name_lengths(self) -> list[int]:
        return [len(name.encode()) for name in self.listing.names]

    @cached_property
    def _starts(self) -> list[int]:
        # Of each member's local header, and last of what stands behind them all.
        members = zip(self._name_lengths, self.listing.sizes, strict=True)
        return list(accumulate((local_length(*each) + each[1] for each in members), initial=0))

    @property
    def _checksums(self) -> str:
        lines = zip(self.listing.sha256s, self.listing.names, strict=True)
        return "".join(f"{sha256}  {name}\n" for sha256, name in lines)

    @property
    def _checksums_length(self) -> int:
        return sum(self._name_lengths) + sum(map(len, self.listing.sha256s)) + len("  \n") * self._count

    def _parts(self, index: int) -> Iterator[Segment]:
        if index == self._count:
            yield self._tail()
        else:
            yield local_header(self._member(index))
            yield Stored(self.listing.keys[index], 0, self.listing.sizes[index])

    def _member(self, index: int) -> Member:
        it = self.listing
        return Member(it.names[index], it.sizes[index], it.crc32s[index], it.times[index], self._starts[index])

    def _tail(self) -> bytes:
        text = self._checksums.encode()
        newest = max(self.listing.times, default=0)
        sums = Member(CHECKSUMS, len(text), zlib.crc32(text), newest, self._starts[-1])
        begin = local_header(sums) + text
        members = [*map(self._member, range(self._count)), sums]
        directory = b"".join(map(central_header, members))
        return begin + directory + end_of_directory(len(members), len(directory), self._starts[-1] + len(begin))
