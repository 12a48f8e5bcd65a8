"""Pictures at camera size: JPEG of 5 to 12 MB, every one different."""

from collections.abc import Iterable
from pathlib import Path

from proofroom.demo.pictures import render

SCENES = ("living-room", "bedroom", "kitchen")
SMALLEST, LARGEST = 5_000_000, 12_000_000
"""Bytes."""


def numbered(photograph: bytes, number: int) -> bytes:
    """The same photograph with a comment of its own after the start of the image (ITU T.81, B.2.4.5)."""
    comment = f"frame {number}".encode()
    return photograph[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + photograph[2:]


def take(folder: Path, names: Iterable[str], *, after: bool) -> list[Path]:
    """A file of camera size for each name, from three scenes, as taken or as finished."""
    taken = [render(scene, after=after, style="Bright" if after else None) for scene in SCENES]
    assert all(SMALLEST < len(photograph) < LARGEST for photograph in taken)
    folder.mkdir()
    files = []
    for number, name in enumerate(names):
        file = folder / name
        file.write_bytes(numbered(taken[number % len(taken)], number))
        files.append(file)
    return files
