"""The tree as one signed-in person sees it."""

import threading
import time
from dataclasses import dataclass
from typing import BinaryIO
from weakref import WeakValueDictionary

from proofroom.core.errors import NotVisible, Refused
from proofroom.files import storage
from proofroom.files.names import safe_name
from proofroom.interfaces.tree.nodes import Arriving, Entry, File, Folder, Listing, Node
from proofroom.interfaces.tree.partial import arriving
from proofroom.interfaces.tree.paths import Path, is_folder, takes_files
from proofroom.interfaces.tree.reading import may_open, read
from proofroom.people.models import Person

FRESH = 1.0
GOOD = 10.0
"""Seconds. Clients ask for one file after another: what was found is believed for a while, what was not is looked up
again, and a listing is always new."""
RIGHTS_LAST = 1.0
"""Seconds after which it is asked again whether the person may come in and see the order: whose rights end loses them
that soon. A file that is just being sent is sent to its end."""
MOST, LOCKS = 50, 16


@dataclass(slots=True)
class _Remembered:
    listing: Listing
    read_at: float
    allowed_at: float


def tree_of(person: int) -> "Tree":
    """One tree for all connections of a person in this process: what one has read, the others need not read again."""
    with _LOCK:
        tree = _TREES.get(person)
        if tree is None:
            tree = _TREES[person] = Tree(person)
        return tree


class Tree:
    """Reads what is asked for and remembers it for a moment. May be used by several threads."""

    def __init__(self, person: int) -> None:
        self.person_id = person
        self._read: dict[Path, _Remembered] = {}
        self._locks = [threading.Lock() for _ in range(LOCKS)]

    @property
    def person(self) -> Person:
        """The person as they are now. Raises NotVisible when they may no longer come in."""
        person = Person.objects.filter(pk=self.person_id, is_active=True).first()
        if person is None:
            raise NotVisible
        return person

    def look(self, path: Path) -> Node:
        """What stands at ``path``. Raises NotVisible."""
        if is_folder(path):
            return self.listing(path, GOOD).folder
        if takes_files(path[:-1]) and (found := arriving(self.person_id, path)):
            return found
        return self.entry(path)

    def entry(self, path: Path) -> Entry:
        """As ``look``, without what is only arriving."""
        for seconds in (GOOD, FRESH):
            entries = self.listing(path[:-1], seconds).entries
            # A client asks for the name it sent; kept was the name made safe.
            if found := entries.get(path[-1]) or entries.get(safe_name(path[-1])):
                return found
        raise NotVisible

    def entries(self, path: Path) -> list[Entry]:
        """What the folder holds now. Raises NotVisible."""
        return list(self.listing(path, FRESH).entries.values())

    def file(self, path: Path) -> File:
        """Raises NotVisible, or Refused for a folder or a file that is still arriving."""
        found = self.look(path)
        if isinstance(found, File):
            return found
        if isinstance(found, Arriving):
            raise Refused("arriving", f"{found.name} has not arrived completely yet.")
        raise Refused("folder", f"{found.name or '/'} is a folder.")

    def open(self, path: Path) -> BinaryIO:
        """The bytes, seekable. Raises as ``file`` does, and Refused when the store has lost them."""
        file = self.file(path)
        try:
            return storage.open_stored(file.key)
        except FileNotFoundError:
            raise Refused(
                "missing_files", f"The stored bytes of {file.name} cannot be found. Write to support."
            ) from None

    def folder(self, path: Path) -> Folder:
        """Raises NotVisible."""
        return self.listing(path, GOOD).folder

    def listing(self, path: Path, seconds: float) -> Listing:
        """The folder, read within the last ``seconds``. Raises NotVisible."""
        if not is_folder(path):
            raise NotVisible
        # Where people put files, another process may have changed one a moment ago.
        if takes_files(path):
            return read(self.person, path)
        # Eight connections of one client enter a folder at once: the first reads it, the others wait for that.
        with self._locks[hash(path) % LOCKS]:
            now = time.monotonic()
            known = self._read.get(path)
            if known and now - known.read_at < seconds:
                self._check_rights(known, path, now)
                return known.listing
            found = read(self.person, path)
            if len(self._read) >= MOST:
                self._read.clear()
            self._read[path] = _Remembered(found, now, now)
            return found

    def _check_rights(self, known: _Remembered, path: Path, now: float) -> None:
        if now - known.allowed_at < RIGHTS_LAST:
            return
        if not may_open(self.person, path):
            raise NotVisible
        known.allowed_at = now

    def forget(self) -> None:
        """Something was changed: everything is read anew."""
        self._read.clear()


_LOCK = threading.Lock()
_TREES: "WeakValueDictionary[int, Tree]" = WeakValueDictionary()
