"""Renders the demo's pictures with all cores. Knows nothing of Django: the processes that draw start without it."""

import io
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from PIL import Image, ImageDraw, ImageFilter

from proofroom.demo.pictures import chair_poster, example, render

CAMERA_SIZE = (6000, 4000)
SMALL_SIZE = (1800, 1200)
CHAIR = "chair"
"""The scene of the product that is ordered as a 3D model."""


@dataclass(frozen=True)
class Shot:
    """One picture to take: a scene of ``demo.pictures``, as taken or finished, in pixels of ``size``.

    ``darker`` and ``stained`` spoil a finished picture, for those that come back; a stain is a spot on the wall.
    """

    scene: str
    after: bool = False
    size: tuple[int, int] = SMALL_SIZE
    seed: int = 0
    style: str | None = None
    darker: int = 0
    stained: bool = False


def develop(shots: Iterable[Shot]) -> Iterator[bytes]:
    """The JPEG of each shot, in order."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as cameras:
        yield from cameras.map(_expose, shots)


STAIN = (0.08, 0.37, 0.13, 0.46)
"""Left, top, right and bottom of the stain as shares of the picture."""


def _expose(shot: Shot) -> bytes:
    return _with_stain(_render(shot)) if shot.stained else _render(shot)


def _with_stain(picture: bytes) -> bytes:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    soft = Image.new("L", image.size)
    box = [edge * side for edge, side in zip(STAIN, image.size * 2, strict=True)]
    ImageDraw.Draw(soft).ellipse(box, fill=110)
    soft = soft.filter(ImageFilter.GaussianBlur(image.width / 200))
    image.paste((112, 84, 58), mask=soft)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=92)
    return file.getvalue()


def _render(shot: Shot) -> bytes:
    width, height = shot.size
    if shot.scene == CHAIR:
        return chair_poster(2, after=shot.after, width=width, height=height)
    if shot.darker:
        return example(
            shot.scene,
            after=True,
            width=width,
            height=height,
            seed=shot.seed,
            style=shot.style,
            brightness=-shot.darker,
        )
    return render(shot.scene, after=shot.after, width=width, height=height, seed=shot.seed, style=shot.style)
