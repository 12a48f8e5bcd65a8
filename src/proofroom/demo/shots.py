"""Renders the demo's pictures with all cores. Knows nothing of Django: the processes that draw start without it."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from proofroom.demo.pictures import example, render

CAMERA_SIZE = (6000, 4000)
SMALL_SIZE = (1800, 1200)


@dataclass(frozen=True)
class Shot:
    """One picture to take: a scene of ``demo.pictures``, as taken or finished, in pixels of ``size``.

    ``darker`` spoils a finished picture, for those that come back.
    """

    scene: str
    after: bool = False
    size: tuple[int, int] = SMALL_SIZE
    seed: int = 0
    style: str | None = None
    darker: int = 0


def develop(shots: Iterable[Shot]) -> Iterator[bytes]:
    """The JPEG of each shot, in order."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as cameras:
        yield from cameras.map(_expose, shots)


def _expose(shot: Shot) -> bytes:
    width, height = shot.size
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
