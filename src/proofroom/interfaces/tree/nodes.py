"""What the tree is made of."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Folder:
    """``writable``: this person may put something into it now."""

    name: str
    at: datetime
    writable: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """Stored bytes under a name of the tree: ``size`` in bytes, ``key`` in the store, ``at`` when they were kept.

    ``item`` or ``loose`` names the row behind a file that may be replaced or taken back.
    """

    name: str
    at: datetime
    size: int
    key: str
    item: int | None = None
    loose: int | None = None

    @property
    def removable(self) -> bool:
        """May this person take it back?"""
        return self.item is not None or self.loose is not None


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file of which some bytes are here; only whoever sends it can ask for it by name, no listing shows it."""

    name: str
    at: datetime
    size: int


Node = Folder | File | Arriving
Entry = Folder | File


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder and what it holds, by name."""

    folder: Folder
    entries: dict[str, Entry] = field(default_factory=dict)


def listing(folder: Folder, entries: list[Folder] | list[File]) -> Listing:
    """A folder of entries whose names are distinct."""
    return Listing(folder, {entry.name: entry for entry in entries})
