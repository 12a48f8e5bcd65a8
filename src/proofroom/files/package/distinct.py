"""Names inside one package, made distinct the same way each time."""

import re
from collections.abc import Iterable

from proofroom.files.names import safe_name, shortened

CHECKSUMS = "SHA256SUMS"
PLAIN = re.compile(r"[A-Za-z0-9_-](?:[A-Za-z0-9 ._()-]{0,200}[A-Za-z0-9_()-])?")
"""Names that are safe as they are: most of them, and told faster."""


def distinct(names: Iterable[str]) -> list[str]:
    """Each name safe and unlike every other, upper and lower case alike: the second kitchen.jpg is "kitchen (2).jpg".

    Folders ("delivered/kitchen.jpg") stay; steps upwards do not. ``SHA256SUMS`` belongs to the package itself.
    """
    given = [_safe_path(name) for name in names]
    reserved = {CHECKSUMS.casefold()} | {name.casefold() for name in given}
    taken = {CHECKSUMS.casefold()}
    chosen = []
    counts: dict[str, int] = {}
    for name in given:
        free = name
        while free.casefold() in taken or (free != name and free.casefold() in reserved):
            counts[name.casefold()] = counts.get(name.casefold(), 1) + 1
            free = _numbered(name, counts[name.casefold()])
        taken.add(free.casefold())
        chosen.append(free)
    return chosen


def _safe_path(name: str) -> str:
    if PLAIN.fullmatch(name):
        return name
    return "/".join(safe_name(part) for part in name.replace("\\", "/").split("/") if part.strip(" .")) or safe_name("")


def _numbered(name: str, number: int) -> str:
    folder, slash, base = name.rpartition("/")
    return folder + slash + shortened(base, f" ({number})")
