"""How far the bytes of unfinished uploads have been counted up by this process.

Only a way to be quick: what another process counted, or one that died, is read again from the disk at the end.
"""

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from proofroom.files.digest import Tally

MOST = 1_000
_counted: OrderedDict[Path, Tally] = OrderedDict()
_lock = Lock()


def take(path: Path, offset: int) -> Tally | None:
    """The count of the first ``offset`` bytes of ``path``, where it is known."""
    with _lock:
        known = _counted.pop(path, None)
    if offset == 0:
        return Tally()
    return known if known is not None and known.size == offset else None


def leave(path: Path, tally: Tally | None) -> None:
    """Keeps a count for the next request; the oldest make room."""
    if tally is None or tally.size == 0:
        return
    with _lock:
        _counted[path] = tally
        while len(_counted) > MOST:
            _counted.popitem(last=False)
