"""Labelled pairs, made by code from a seed: what a tool does to a picture by saving it, and what a person changes."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from bench.rework.pictures import Pixels, pictures

Box = tuple[int, int, int, int]
Random = np.random.Generator
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Pair:
    """``touched`` are the edited areas (left, top, right, bottom), ``calm`` areas of the same picture left alone."""

    name: str
    tuning: bool
    before: Pixels
    after: Pixels
    touched: tuple[Box, ...]
    calm: tuple[Box, ...]


def saved(picture: Pixels, quality: int) -> Pixels:
    """What JPEG of this quality keeps."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file).convert("RGB"))


def shifted(picture: Pixels, random: Random) -> Pixels:
    """One pixel to one of the eight sides."""
    sides = [(row, column) for row in (-1, 0, 1) for column in (-1, 0, 1) if row or column]
    row, column = sides[random.integers(len(sides))]
    padded = np.pad(picture, ((1, 1), (1, 1), (0, 0)), mode="edge")
    height, width = picture.shape[:2]
    return padded[1 - row : 1 - row + height, 1 - column : 1 - column + width]


def tinted(picture: Pixels, random: Random) -> Pixels:
    """Up to 2 percent brighter or darker and up to 3 of 255 in each colour."""
    changed = picture * (1 + random.uniform(-0.02, 0.02)) + random.uniform(-3, 3, size=3)
    return np.clip(changed, 0, 255).round().astype(np.uint8)


def by_tools(picture: Pixels, kind: int, random: Random) -> Pixels:
    """What nobody asked for and nobody sees: five kinds, the last all at once."""
    quality = int(random.integers(60, 96))
    steps: list[Callable[[Pixels], Pixels]] = [
        lambda each: each,
        lambda each: saved(each, quality),
        lambda each: saved(tinted(each, random), quality),
        lambda each: saved(shifted(each, random), quality),
        lambda each: saved(shifted(tinted(each, random), random), quality),
    ]
    return steps[kind % len(steps)](picture)


def painted(picture: Pixels, mask: Mask, random: Random, strength: float) -> Pixels:
    """The masked pixels become lighter or darker by ``strength`` of 255, whichever there is room for."""
    mean = float(picture[mask].mean())
    sign = -1 if mean > 128 else 1
    changed = picture.astype(np.float32)
    changed[mask] += sign * strength * random.uniform(0.8, 1.0, size=3)
    return np.clip(changed, 0, 255).astype(np.uint8)


def spot(shape: tuple[int, ...], box: Box) -> Mask:
    """The ellipse in a box."""
    left, top, right, bottom = box
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    across = (columns - (left + right) / 2) / max((right - left) / 2, 1)
    down = (rows - (top + bottom) / 2) / max((bottom - top) / 2, 1)
    return np.asarray(across**2 + down**2 <= 1)


def cord(shape: tuple[int, ...], box: Box) -> Mask:
    """A line three pixels wide from corner to corner."""
    left, top, right, bottom = box
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    slope = (bottom - top) / max(right - left, 1)
    on_line = np.abs(rows - (top + (columns - left) * slope)) <= 1.5
    return np.asarray(on_line & (columns >= left) & (columns < right))


def smoothed(picture: Pixels, box: Box) -> Pixels:
    """What lay in the box is gone, as after healing: its border's color, softly."""
    left, top, right, bottom = box
    area = picture[top:bottom, left:right].astype(np.float32)
    rim = np.concatenate([area[0], area[-1], area[:, 0], area[:, -1]]).mean(axis=0)
    changed = picture.copy()
    changed[top:bottom, left:right] = rim.astype(np.uint8)
    softer = np.asarray(Image.fromarray(changed).filter(ImageFilter.GaussianBlur(2)))
    changed[top:bottom, left:right] = softer[top:bottom, left:right]
    return changed


def by_hand(picture: Pixels, kind: int, box: Box, random: Random) -> Pixels:
    """A real edit in the box: a strong or weak spot, a lighter area, a cord, or something healed away."""
    if kind % 5 == 4:
        healed = smoothed(picture, box)
        visible = np.abs(healed.astype(int) - picture).max(axis=2)[box[1] : box[3], box[0] : box[2]]
        if (visible > 20).mean() > 0.2:  # on a plain wall healing changes nothing that could be found
            return healed
    shape = cord if kind % 5 == 3 else spot
    strength = (60.0, 22.0, 14.0, 45.0, 30.0)[kind % 5]
    return painted(picture, shape(picture.shape, box), random, strength)


def place(picture: Pixels, random: Random, size: tuple[int, int], away: tuple[Box, ...] = ()) -> Box:
    """A box of this size inside the picture, clear of the others."""
    height, width = picture.shape[:2]
    while True:
        left = int(random.integers(12, width - size[0] - 12))
        top = int(random.integers(12, height - size[1] - 12))
        box = (left, top, left + size[0], top + size[1])
        if all(_apart(box, other) for other in away):
            return box


def _apart(one: Box, other: Box) -> bool:
    gap = 12
    across = one[2] + gap < other[0] or other[2] + gap < one[0]
    return across or one[3] + gap < other[1] or other[3] + gap < one[1]


def pairs() -> Iterator[Pair]:
    """Ten of each picture: five that only tools went through, five that somebody edited. Every other picture tunes."""
    for number, (name, picture) in enumerate(pictures()):
        random = np.random.default_rng(100 + number)
        for kind in range(5):
            calm = tuple(place(picture, random, (80, 60)) for _ in range(2))
            after = by_tools(picture, kind, random)
            yield Pair(f"{name}, tools {kind}", number % 2 == 0, saved(picture, 92), after, (), calm)
            size = ((14, 14), (28, 22), (90, 60), (70, 40), (40, 30))[kind]
            box = place(picture, random, size)
            calm = tuple(place(picture, random, (80, 60), (box,)) for _ in range(2))
            edited = by_tools(by_hand(picture, kind, box, random), 1 + kind % 4, random)
            yield Pair(f"{name}, by hand {kind}", number % 2 == 0, saved(picture, 92), edited, (box,), calm)
