"""The table, the backdrop and the faults of the photograph as taken: dust, scratches, uneven grey."""

from dataclasses import dataclass
from random import Random

import numpy as np

from proofroom.demo.pictures.colors import BLACK, WHITE, Color, Floats, css, mix
from proofroom.demo.pictures.drawing import UNITS, Drawing, Stop

SHADE: Color = (0.07, 0.06, 0.06)


@dataclass(frozen=True)
class Shot:
    """One product picture: the sheet, whether it is finished, chance, and the color of this one."""

    drawing: Drawing
    after: bool
    rng: Random
    tone: Color


def backdrop(shot: Shot, horizon: float = 560) -> None:
    """Paper sweep: clean white after, dusty uneven grey before."""
    drawing, height = shot.drawing, shot.drawing.height
    top, middle, low = ((0.99, 0.99, 0.99), (0.965, 0.965, 0.965), (0.995, 0.995, 0.995))
    if not shot.after:
        top, middle, low = ((0.50, 0.50, 0.49), (0.60, 0.59, 0.57), (0.72, 0.71, 0.68))
    stops: list[Stop] = [
        (0, top, 1),
        (horizon / height, middle, 1),
        (min(1, horizon / height + 0.25), low, 1),
        (1, low, 1),
    ]
    sheet = np.array([(0, 0), (UNITS, 0), (UNITS, height), (0, height)], float)
    drawing.polygon(sheet, drawing.linear((0, 0), (0, height), stops))
    if shot.after:
        return
    drawing.polygon(sheet, drawing.radial(300, 280, 900, [(0, WHITE, 0.16), (1, BLACK, 0.22)]))
    for _ in range(5):
        x = shot.rng.uniform(0, UNITS)
        crease = np.array([(x, 0), (x + shot.rng.uniform(-120, 120), horizon)])
        drawing.line(crease, css(BLACK), 7, 0.03)
        drawing.line(crease + 5, css(WHITE), 5, 0.05)


def soft_shadow(shot: Shot, x: float, y: float, radii: tuple[float, float], strength: float = 0.5) -> None:
    """A soft shadow on the table, darkest where the thing stands."""
    across, down = radii
    depth = strength if not shot.after else strength * 0.8
    stops: list[Stop] = [(0, SHADE, depth), (0.45, SHADE, depth * 0.55), (0.75, SHADE, depth * 0.16), (1, SHADE, 0)]
    shot.drawing.ellipse(x, y, radii, shot.drawing.radial(x, y, across, stops, down / across))


def dust(shot: Shot, count: int = 240) -> None:
    """Specks and fibers, only on the picture as taken."""
    if shot.after:
        return
    for _ in range(count):
        x, y = shot.rng.uniform(0, UNITS), shot.rng.uniform(0, shot.drawing.height)
        size = shot.rng.uniform(0.4, 1.7)
        pale = css(WHITE if shot.rng.random() < 0.7 else BLACK)
        shot.drawing.ellipse(x, y, (size, size * shot.rng.uniform(0.5, 1)), pale, shot.rng.uniform(0.25, 0.7))
    for _ in range(count // 20):
        start = np.array([shot.rng.uniform(200, 1300), shot.rng.uniform(100, 900)])
        bend = np.array([[0, 0], [9, 4], [17, 3], [24, 9]]) * shot.rng.uniform(0.5, 1.4)
        shot.drawing.line(start + bend, css(WHITE), 0.7, 0.55)


def scratch(shot: Shot, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A scratch with its bright edge, only on the picture as taken."""
    if shot.after:
        return
    along = np.linspace(0, 1, 9)[:, None]
    line = np.array(start) + along * (np.array(end) - np.array(start))
    line = line + np.array([[shot.rng.uniform(-2.5, 2.5), shot.rng.uniform(-2.5, 2.5)] for _ in along])
    shot.drawing.line(line + 1.2, css(BLACK), 2.0, 0.5)
    shot.drawing.line(line, css(WHITE), 1.6, 0.85)


def turned(x: float, profile: list[tuple[float, float]]) -> Floats:
    """A symmetrical outline around `x` from (half width, y) pairs from top to bottom, smoothed."""
    pairs = np.array(profile, float)
    steps = np.arange(len(pairs))
    dense = np.linspace(0, len(pairs) - 1, len(pairs) * 12)
    half, down = np.interp(dense, steps, pairs[:, 0]), np.interp(dense, steps, pairs[:, 1])
    for _ in range(2):
        half = np.convolve(np.pad(half, 4, mode="edge"), np.full(9, 1 / 9), "valid")
        down = np.concatenate(
            [down[:1], np.convolve(np.pad(down, 4, mode="edge"), np.full(9, 1 / 9), "valid")[1:-1], down[-1:]]
        )
    right = np.stack([x + half, down], axis=1)
    left = np.stack([x - half, down], axis=1)
    outline: Floats = np.concatenate([right, left[::-1]])
    return outline


def rounded(shot: Shot, left: float, right: float, paint: Color, *, shine: float = 0.5, alpha: float = 1.0) -> str:
    """A fill for an upright round body: dark edges, a broad light on the left, a rim light on the right."""
    dark = mix(paint, BLACK, 0.55)
    stops: list[Stop] = [
        (0.0, mix(paint, BLACK, 0.4), alpha),
        (0.1, mix(paint, BLACK, 0.12), alpha),
        (0.2, mix(paint, WHITE, shine), alpha),
        (0.29, mix(paint, WHITE, shine * 0.85), alpha),
        (0.36, mix(paint, WHITE, 0.06), alpha),
        (0.62, mix(paint, BLACK, 0.1), alpha),
        (0.86, dark, alpha),
        (0.94, mix(paint, BLACK, 0.28), alpha),
        (1.0, dark, alpha),
    ]
    return shot.drawing.linear((left, 0), (right, 0), stops)


def round_fill(shot: Shot, x: float, y: float, radius: float, paint: Color) -> str:
    """A fill for a ball lit from the upper left."""
    stops: list[Stop] = [
        (0.0, mix(paint, WHITE, 0.55), 1),
        (0.22, mix(paint, WHITE, 0.16), 1),
        (0.55, paint, 1),
        (0.85, mix(paint, BLACK, 0.38), 1),
        (1.0, mix(paint, BLACK, 0.55), 1),
    ]
    return shot.drawing.radial(x - radius * 0.32, y - radius * 0.38, radius * 1.42, stops)


def speckle(shot: Shot, x: float, y: float, radius: float, count: int, paint: Color) -> None:
    """Small dots within a circle: the skin of a fruit, the glaze of a mug."""
    for _ in range(count):
        away, turn = radius * shot.rng.random() ** 0.5, shot.rng.uniform(0, 6.283)
        size = shot.rng.uniform(0.6, 1.6)
        spot = (x + away * float(np.cos(turn)), y + away * float(np.sin(turn)))
        shot.drawing.ellipse(*spot, (size, size * 0.8), css(paint), shot.rng.uniform(0.15, 0.5))
