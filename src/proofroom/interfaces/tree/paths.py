"""Paths as clients send them, made into steps below the person's own root."""

from functools import lru_cache
from unicodedata import category

from proofroom.core.errors import Refused

Path = tuple[str, ...]

LONGEST = 1_000
ROUND_DEPTH = 3
INBOX, DELIVERIES, RESULTS = "inbox", "deliveries", "results"


@lru_cache(1_000)
def parse(path: str) -> Path:
    """``/a/../b//c`` becomes ``("b", "c")``; nothing leads above the root. Raises Refused for control characters."""
    if len(path) > LONGEST or (not path.isprintable() and any(category(letter) in {"Cc", "Cs"} for letter in path)):
        raise Refused("bad_name", "A name holds no control characters and a path at most 1,000 letters.")
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in {"", "."}:
            steps.append(step)
    return tuple(steps)


def takes_files(folder: Path) -> bool:
    """Is ``folder`` one into which people put files?"""
    return len(folder) == ROUND_DEPTH - 1 and (folder[0] == INBOX or folder[1] == RESULTS)


def is_folder(path: Path) -> bool:
    """Folders and files never stand at the same place, so the path alone tells."""
    return len(path) < ROUND_DEPTH or (len(path) == ROUND_DEPTH and path[1] == DELIVERIES and path[0] != INBOX)
