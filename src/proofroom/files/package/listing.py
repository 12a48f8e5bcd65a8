"""The contents of a package as columns, which a text keeps: 20,000 files are read back within milliseconds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from proofroom.files.models import StoredFile
from proofroom.files.package.distinct import distinct
from proofroom.files.package.records import dos_time


class Entry(NamedTuple):
    """A stored file as a member: ``size`` in bytes, ``key`` in the store; ``name`` may hold folders."""

    name: str
    key: str
    sha256: str
    size: int
    crc32: int
    at: datetime
    file: int = 0


@dataclass(frozen=True)
class Listing:
    """One value of each column for each member, in their order; ``names`` are distinct, ``times`` are DOS stamps."""

    names: list[str]
    keys: list[str]
    sha256s: list[str]
    sizes: list[int]
    crc32s: list[int]
    times: list[int]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Listing":
        """What stands in the package of ``entries``."""
        given = list(entries)
        return cls(
            distinct(entry.name for entry in given),
            [entry.key for entry in given],
            [entry.sha256 for entry in given],
            [entry.size for entry in given],
            [entry.crc32 for entry in given],
            [dos_time(entry.at) for entry in given],
        )

    def with_keys(self, keys: list[str]) -> "Listing":
        """The same members, whose bytes lie under ``keys``."""
        return replace(self, keys=keys)

    @classmethod
    def from_text(cls, text: str) -> "Listing":
        """What ``as_text`` wrote."""
        return cls(**json.loads(text))

    def as_text(self) -> str:
        """JSON of the columns."""
        return json.dumps(vars(self), ensure_ascii=False, separators=(",", ":"))


def as_entry(file: StoredFile, folder: str = "") -> Entry:
    """A stored file as a member, below ``folder`` when one is given. Reads ``file.blob``."""
    name = f"{folder}/{file.name}" if folder else file.name
    return Entry(name, file.blob.key, file.blob.sha256, file.blob.size, file.blob.crc32, file.kept_at, file.pk)
