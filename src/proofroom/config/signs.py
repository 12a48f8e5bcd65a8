"""Files in the data folder by which a process shows that it works; whoever started it waits for them."""

import os
from pathlib import Path

from proofroom.config.environment import data_folder


def show_sign(name: str) -> None:
    """This process does its work now."""
    sign = _sign(name)
    sign.parent.mkdir(exist_ok=True)
    sign.write_text(str(os.getpid()))


def has_sign(name: str) -> bool:
    return _sign(name).exists()


def clear_signs(*names: str) -> None:
    for name in names:
        _sign(name).unlink(missing_ok=True)


def _sign(name: str) -> Path:
    return data_folder() / "run" / name
