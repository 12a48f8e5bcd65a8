"""Which original a result belongs to, by its name. Row D2."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from proofroom.orders.models import Item

ADDED_BY_EDITORS = re.compile(
    r"([ _.-]*(edit(ed)?|final|retouch(ed)?|result|done|export|after|copy|v\d+|\(\d+\)))+$", re.IGNORECASE
)


def match_by_name(name: str, items: Iterable[Item]) -> Item | None:
    """The one item whose original has this name, whatever the extension and case; then without what editors add.

    None when no original or more than one fits: then a person has to say.
    """
    candidates = list(items)
    for reading in (_stem, _bare):
        fitting = [item for item in candidates if _stem(item.name) == reading(name)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _stem(name: str) -> str:
    return PurePath(name).stem.casefold().strip()


def _bare(name: str) -> str:
    return ADDED_BY_EDITORS.sub("", _stem(name))
