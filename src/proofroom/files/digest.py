"""What one pass over the bytes of a file tells."""

import hashlib
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from proofroom.files import sniff
from proofroom.files.storage import BLOCK


@dataclass(frozen=True)
class Digest:
    """``sha256`` in hexadecimal, ``crc32`` unsigned, ``size`` in bytes, ``media_type`` as the first bytes say."""

    sha256: str
    crc32: int
    size: int
    media_type: str


class Tally:
    """Counts bytes up while they pass, so that nobody has to read them again."""

    def __init__(self) -> None:
        self._sha256, self._crc32, self._head = hashlib.sha256(), 0, b""
        self.size = 0

    def add(self, block: "bytes | memoryview") -> None:
        """The bytes that follow."""
        if len(self._head) < sniff.HEAD:
            self._head += bytes(block[: sniff.HEAD - len(self._head)])
        self._sha256.update(block)
        self._crc32 = zlib.crc32(block, self._crc32)
        self.size += len(block)

    def copy(self) -> "Tally":
        """The count as it is now, which goes its own way from here."""
        other = Tally()
        other._sha256, other._crc32, other._head = self._sha256.copy(), self._crc32, self._head
        other.size = self.size
        return other

    def digest(self) -> Digest:
        """What has passed so far."""
        return Digest(self._sha256.hexdigest(), self._crc32, self.size, sniff.media_type(self._head, self.size))


def digest_of(source: BinaryIO) -> Digest:
    """Reads ``source`` to its end."""
    tally = Tally()
    while block := source.read(BLOCK):
        tally.add(block)
    return tally.digest()
