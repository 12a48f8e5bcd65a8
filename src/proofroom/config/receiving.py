"""Reads from the environment what the studio takes in."""

import os
import re

from proofroom.config.environment import WrongSetting
from proofroom.files.kinds import KINDS, chosen_kinds

UNITS = {"KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000}
SIZE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?) ?([KMGT]B)")


def size(name: str, otherwise: str) -> int:
    """An amount of bytes such as ``500 MB``; 0 for none."""
    given = os.environ.get(name, otherwise).strip().upper()
    match = SIZE.fullmatch(given)
    if given and (match is None or float(match[1]) == 0):
        raise WrongSetting(name, "a size such as 500 MB, 20 GB or 1.5 TB")
    return round(float(match[1]) * UNITS[match[2]]) if match else 0


def file_kinds() -> tuple[str, ...]:
    """The kinds of files that are taken; none named means all."""
    try:
        return chosen_kinds(os.environ.get("PROOFROOM_FILE_KINDS", ""))
    except ValueError:
        named = ", ".join(kind.replace("3D ", "") for kind in KINDS)
        raise WrongSetting("PROOFROOM_FILE_KINDS", f"words of {named}, or ends of names such as .zip") from None
