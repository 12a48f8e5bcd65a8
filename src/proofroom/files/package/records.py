"""The records of a ZIP file, field by field as in APPNOTE.TXT 6.3.10 (section numbers beside each)."""

import struct
from dataclasses import dataclass
from datetime import UTC, datetime

UTF8_NAMES = 0x0800  # §4.4.4, bit 11
STORED = 0  # §4.4.5: pictures do not get smaller a second time
PLAIN, LARGE = 20, 45  # §4.4.3: the version that unpacks it, 2.0 or ZIP64
MADE_ON_UNIX = 3 << 8
READABLE = 0o100644 << 16  # a regular file that its owner may write
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF
ZIP64_FIELD = 1
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Member:
    """One file of the package. ``name`` with "/" for folders, ``size`` in bytes, ``offset`` of its local header.

    ``time`` is what ``dos_time`` gives.
    """

    name: str
    size: int
    crc32: int
    time: int
    offset: int


def local_length(name: int, size: int) -> int:
    """Bytes of the local header for a name of ``name`` bytes."""
    return 30 + name + (20 if size >= FULL_32 else 0)


def central_length(name: int, size: int, offset: int) -> int:
    """Bytes of the central header for a name of ``name`` bytes."""
    wide = (2 if size >= FULL_32 else 0) + (1 if offset >= FULL_32 else 0)
    return 46 + name + (4 + 8 * wide if wide else 0)


def local_header(member: Member) -> bytes:
    """§4.3.7. Sizes and CRC are known beforehand, so no data descriptor follows the bytes."""
    large = member.size >= FULL_32
    name = member.name.encode()
    extra = struct.pack("<HHQQ", ZIP64_FIELD, 16, member.size, member.size) if large else b""
    size = FULL_32 if large else member.size
    fields = (0x04034B50, LARGE if large else PLAIN, UTF8_NAMES, STORED, member.time, member.crc32, size, size)
    return struct.pack("<IHHHIIIIHH", *fields, len(name), len(extra)) + name + extra


def central_header(member: Member) -> bytes:
    """§4.3.12, with a ZIP64 field (§4.5.3) holding only what does not fit."""
    name = member.name.encode()
    size, offset = min(member.size, FULL_32), min(member.offset, FULL_32)
    wide = [member.size, member.size] if size == FULL_32 else []
    wide += [member.offset] if offset == FULL_32 else []
    extra = struct.pack(f"<HH{len(wide)}Q", ZIP64_FIELD, 8 * len(wide), *wide) if wide else b""
    version = LARGE if wide else PLAIN
    fields = (0x02014B50, MADE_ON_UNIX | version, version, UTF8_NAMES, STORED, member.time, member.crc32, size, size)
    tail = (len(name), len(extra), 0, 0, 0, READABLE, offset)
    return struct.pack("<IHHHHIIIIHHHHHII", *fields, *tail) + name + extra


def end_of_directory(count: int, size: int, offset: int) -> bytes:
    """§4.3.14 to §4.3.16; the ZIP64 records stand before it only where a number does not fit."""
    large = b""
    if count >= FULL_16 or size >= FULL_32 or offset >= FULL_32:
        record = (0x06064B50, 44, MADE_ON_UNIX | LARGE, LARGE, 0, 0, count, count, size, offset)
        large = struct.pack("<IQHHIIQQQQ", *record) + struct.pack("<IIQI", 0x07064B50, 0, offset + size, 1)
    few, small, near = min(count, FULL_16), min(size, FULL_32), min(offset, FULL_32)
    return large + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, few, few, small, near, 0)


def dos_time(at: datetime) -> int:
    """Date and time of §4.4.6 as the one number that the headers hold: two-second steps from 1980 on.

    The format has no zone; UTC, so that every process writes the same bytes.
    """
    at = max(at.astimezone(UTC), EARLIEST)
    date = (at.year - 1980) << 9 | at.month << 5 | at.day
    return date << 16 | at.hour << 11 | at.minute << 5 | at.second // 2
