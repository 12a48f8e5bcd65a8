"""OBJ and STL, turned into GLB: their shapes in grey, because materials lie in other files or are unknown to them."""

import re
from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from proofroom.files.previews import glb
from proofroom.files.previews.finding import KEPT, SHOWN, Damaged, Finding, Job, NotShowable

LARGEST_TEXT = 60_000_000  # bytes; reading numbers as text takes about a second for each eight megabytes
MOST_TRIANGLES = 4_000_000  # as many as a browser turns round smoothly, and 144 MB while they are read
BLOCK = 4_000_000
VERTEX = re.compile(rb"\bvertex[ \t]+([^\r\n]+)")
TRIANGLE = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
HEADER = 84  # bytes of free text and count before the first triangle of a binary STL
TOO_EARLY = "This STL file ends too early. Upload it again."
NO_SHAPE = "This OBJ file holds no complete shape. Export it again and upload it."


def look_at_obj(job: Job) -> Finding:
    """Wavefront OBJ. Raises Damaged when it has no faces or they name corners that are not there."""
    _check_text(job)
    corners, triangles = array("f"), array("I")
    with job.path.open("rb") as source:
        for line in source:
            if line.startswith((b"v ", b"v\t")):
                corners.extend(_position(line[2:]))
            elif line.startswith((b"f ", b"f\t")):
                triangles.extend(_fan(line[2:], len(corners) // 3))
                _check_count(len(triangles) // 3)
    if not triangles:
        raise Damaged(NO_SHAPE)
    joined = np.frombuffer(triangles, np.uint32).reshape(-1, 3)
    return _shown(job, np.frombuffer(corners, np.float32).reshape(-1, 3), joined, z_is_up=False)


def look_at_stl(job: Job) -> Finding:
    """STL, binary or text. Raises Damaged when it ends too early."""
    size = job.path.stat().st_size
    with job.path.open("rb") as source:
        head = source.read(HEADER)
        is_text = head.startswith(b"solid") and size != HEADER + TRIANGLE.itemsize * _count(head)
        corners = _written_corners(source, job) if is_text else _packed_corners(job, _count(head))
    return _shown(job, corners, None, z_is_up=True)


def _shown(
    job: Job, corners: npt.NDArray[np.float32], triangles: npt.NDArray[np.uint32] | None, *, z_is_up: bool
) -> Finding:
    path = job.out / "model.glb"
    glb.write_shape(path, corners, triangles, z_is_up=z_is_up)
    return Finding(SHOWN, mesh=str(path))


def _position(rest: bytes) -> list[float]:
    try:
        position = [float(number) for number in rest.split(None, 3)[:3]]
    except ValueError:
        position = []
    if len(position) != 3:  # noqa: PLR2004 - x, y, z
        raise Damaged(NO_SHAPE)
    return position


def _fan(rest: bytes, known: int) -> Iterator[int]:
    try:
        named = [int(corner.partition(b"/")[0]) for corner in rest.split()]
    except ValueError as wrong:
        raise Damaged(NO_SHAPE) from wrong
    # Counted from 1, or backwards from the corner that was named last.
    places = [number - 1 if number > 0 else known + number for number in named]
    if not all(0 <= place < known for place in places):
        raise Damaged("This 3D model names corners that it does not have. Export it again and upload it.")
    for second, third in pairwise(places[1:]):
        yield from (places[0], second, third)


def _packed_corners(job: Job, count: int) -> npt.NDArray[np.float32]:
    _check_count(count)
    packed = np.memmap(job.path, TRIANGLE, "r", HEADER, (count,))
    return np.ascontiguousarray(packed["corners"]).reshape(-1, 3)


def _written_corners(source: BinaryIO, job: Job) -> npt.NDArray[np.float32]:
    _check_text(job)
    source.seek(max(0, job.path.stat().st_size - 4096))
    if b"endsolid" not in source.read():
        raise Damaged(TOO_EARLY)
    source.seek(0)
    corners = array("f")
    for block in _lines(source):
        written = VERTEX.findall(block)
        corners.extend(number for each in written for number in _position(each))
        _check_count(len(corners) // 9)
    if len(corners) % 9:
        raise Damaged(TOO_EARLY)
    return np.frombuffer(corners, np.float32).reshape(-1, 3)


def _lines(source: BinaryIO) -> Iterator[bytes]:
    while block := source.read(BLOCK):
        yield block + source.readline()


def _count(head: bytes) -> int:
    return int.from_bytes(head[80:84], "little")


def _check_text(job: Job) -> None:
    if job.path.stat().st_size > LARGEST_TEXT:
        raise NotShowable(
            f"This 3D model is text of more than {LARGEST_TEXT // 1_000_000} MB, too large to show in a page. {KEPT}"
        )


def _check_count(triangles: int) -> None:
    if triangles > MOST_TRIANGLES:
        raise NotShowable(f"This 3D model has more than {MOST_TRIANGLES:,} triangles, too many for a page. {KEPT}")
