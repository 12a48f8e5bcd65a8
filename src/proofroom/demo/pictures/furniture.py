"""Furniture put together from boxes and soft bodies, each drawn from back to front."""

import numpy as np

from proofroom.demo.pictures.colors import BLACK, WHITE, Color, mix
from proofroom.demo.pictures.decor import cushion
from proofroom.demo.pictures.stage import Point, Stage, ring_at

METAL: Color = (0.2, 0.2, 0.21)


def under(
    stage: Stage, low: tuple[float, float], high: tuple[float, float], strength: float = 0.5, y: float = 0.004
) -> None:
    """The dark under and around a piece between (x, z) corners, fading outwards."""
    for step in range(22):
        grow = 0.12 - 0.0105 * step
        ring = [
            (low[0] - grow, y, low[1] - grow),
            (high[0] + grow, y, low[1] - grow),
            (high[0] + grow, y, high[1] + grow),
            (low[0] - grow, y, high[1] + grow),
        ]
        stage.flat(ring, (0.06, 0.045, 0.035), strength / 18)


def legs(stage: Stage, low: Point, high: Point, side: float, paint: Color) -> None:
    """Four square legs inside the footprint between two corners, the far ones first."""
    for z in (high[2] - side, low[2]):
        for x in (low[0], high[0] - side):
            stage.box((x, low[1], z), (x + side, high[1], z + side), paint, cast=False, edge=0.1)


def table(stage: Stage, low: Point, high: Point, paint: Color, *, leg: float = 0.05, top: float = 0.035) -> None:
    """A plain table between two corners."""
    under(stage, (low[0], low[2]), (high[0], high[2]), 0.22)
    inset = 0.04
    legs(
        stage,
        (low[0] + inset, 0, low[2] + inset),
        (high[0] - inset, high[1] - top, high[2] - inset),
        leg,
        mix(paint, BLACK, 0.12),
    )
    stage.box((low[0], high[1] - top, low[2]), high, paint, rounding=0.008)


def bed(stage: Stage, left: float, right: float, near: float, far: float) -> None:
    """A double bed on legs, its foot towards the camera, made with duvet, throw and pillows."""
    wood, linen = stage.palette.wood, (0.93, 0.92, 0.9)
    under(stage, (left, near), (right, far), 0.75)
    stage.box((left - 0.06, 0.1, far - 0.09), (right + 0.06, 1.12, far - 0.01), stage.palette.textile, rounding=0.05)
    for i in range(1, 5):
        x = left + (right - left) * i / 5
        stage.flat(
            [
                (x - 0.004, 0.4, far - 0.095),
                (x + 0.004, 0.4, far - 0.095),
                (x + 0.004, 1.1, far - 0.095),
                (x - 0.004, 1.1, far - 0.095),
            ],
            BLACK,
            0.18,
        )
    legs(stage, (left + 0.05, 0, near + 0.05), (right - 0.05, 0.18, far - 0.1), 0.06, mix(wood, BLACK, 0.3))
    stage.box((left, 0.17, near), (right, 0.3, far - 0.09), wood, rounding=0.012)
    stage.box((left + 0.03, 0.3, near + 0.03), (right - 0.03, 0.5, far - 0.1), linen, rounding=0.07, edge=0)
    _duvet(stage, (left - 0.05, right + 0.05), (near - 0.01, far - 0.62), (0.27, 0.56), (0.96, 0.955, 0.945))
    _duvet(stage, (left - 0.065, right + 0.065), (near + 0.28, near + 0.85), (0.24, 0.572), stage.palette.accent)
    _pillows(stage, left, right, far)


def _duvet(stage: Stage, x: tuple[float, float], z: tuple[float, float], y: tuple[float, float], paint: Color) -> None:
    stage.box((x[0], y[0], z[0]), (x[1], y[1], z[1]), paint, rounding=0.06, edge=0, cast=False)
    rng = stage.rng
    for _ in range(16):
        start = rng.uniform(x[0] + 0.1, x[1] - 0.3)
        along = np.linspace(0, 1, 8)
        deep = rng.uniform(z[0] + 0.05, z[1] - 0.1)
        spine_z = deep + (rng.uniform(-0.12, 0.12)) * along + 0.02 * np.sin(along * 5)
        spine_x = start + rng.uniform(0.15, 0.5) * along
        swell = 0.02 * np.sin(np.pi * along)
        one = np.stack(
            [np.minimum(spine_x, x[1] - 0.03), np.full(8, y[1] + 0.032), np.clip(spine_z, z[0] + 0.02, z[1])], axis=1
        )
        two = one + np.stack([0 * swell, 0 * swell, swell], axis=1)
        stage.flat(np.concatenate([one, two[::-1]]), mix(paint, (0.3, 0.28, 0.3), 0.6), 0.16)
        stage.flat(np.concatenate([one, (one - (two - one) * 0.8)[::-1]]), WHITE, 0.2)


def _pillows(stage: Stage, left: float, right: float, far: float) -> None:
    width = (right - left) / 2
    tones = (
        ((0.95, 0.945, 0.94), 0.15, 0.46, 0.9),
        (stage.palette.textile, 0.26, 0.42, 0.78),
        ((0.94, 0.93, 0.91), 0.36, 0.36, 0.74),
    )
    for paint, forward, tall, wide in tones:
        for i in (0, 1):
            center = left + width * (i + 0.5)
            foot = (center, 0.53, far - forward)
            cushion(stage, foot, width * wide, tall, paint)
    cushion(stage, ((left + right) / 2, 0.55, far - 0.5), 0.5, 0.28, stage.palette.accent)


def sofa(stage: Stage, left: float, right: float, near: float, far: float) -> None:
    """A three-seat sofa facing the camera."""
    paint = stage.palette.textile
    dark = mix(paint, BLACK, 0.1)
    under(stage, (left, near), (right, far), 0.7)
    legs(
        stage,
        (left + 0.08, 0, near + 0.06),
        (right - 0.08, 0.16, far - 0.06),
        0.045,
        mix(stage.palette.wood, BLACK, 0.25),
    )
    stage.box((left, 0.14, far - 0.24), (right, 0.82, far), paint, rounding=0.09, edge=0.1)
    stage.box((left + 0.05, 0.14, near + 0.02), (right - 0.05, 0.31, far - 0.1), dark, rounding=0.05, edge=0.08)
    arm = 0.19
    seats = np.linspace(left + arm, right - arm, 4)
    for i in range(3):
        stage.box(
            (seats[i] + 0.008, 0.42, far - 0.42),
            (seats[i + 1] - 0.008, 0.86, far - 0.22),
            mix(paint, WHITE, 0.04),
            rounding=0.1,
            edge=0,
        )
    for i in range(3):
        stage.box(
            (seats[i] + 0.006, 0.29, near),
            (seats[i + 1] - 0.006, 0.47, far - 0.34),
            mix(paint, WHITE, 0.05),
            rounding=0.07,
            edge=0.12,
        )
    for x in (left, right - arm):
        stage.box((x, 0.15, near + 0.01), (x + arm, 0.63, far - 0.02), paint, rounding=0.09, edge=0.12)


def armchair_seen_from_side(stage: Stage, low: Point, high: Point, paint: Color) -> None:
    """An armchair whose back is towards +x, seen from its open side."""
    under(stage, (low[0], low[2]), (high[0], high[2]), 0.7)
    legs(stage, (low[0] + 0.06, 0, low[2] + 0.06), (high[0] - 0.06, 0.2, high[2] - 0.06), 0.04, stage.palette.wood)
    depth = high[2] - low[2]
    stage.box((low[0] + 0.02, 0.18, high[2] - 0.14), (high[0], 0.6, high[2]), paint, rounding=0.07, edge=0.1)
    stage.box((high[0] - 0.2, 0.2, low[2] + 0.04), (high[0], high[1], high[2] - 0.04), paint, rounding=0.09, edge=0.1)
    stage.box(
        (low[0], 0.2, low[2] + 0.1),
        (high[0] - 0.16, 0.45, low[2] + depth - 0.1),
        mix(paint, WHITE, 0.06),
        rounding=0.07,
        edge=0.1,
    )
    stage.box(
        (low[0] + 0.02, 0.18, low[2]), (high[0], 0.6, low[2] + 0.14), mix(paint, BLACK, 0.04), rounding=0.07, edge=0.1
    )


def cabinet(
    stage: Stage, low: Point, high: Point, paint: Color, doors: tuple[int, int], *, handle: Color = METAL
) -> None:
    """A cabinet facing the camera with `doors` = (columns, rows) of fronts, gaps and handles."""
    stage.box(low, high, paint, rounding=0.006)
    columns, rows = doors
    z = low[2] - 0.012
    wide, tall = (high[0] - low[0]) / columns, (high[1] - low[1]) / rows
    for row in range(rows):
        for column in range(columns):
            x, y = low[0] + wide * column, low[1] + tall * row
            gap = 0.004
            a, b, c, d = x + gap, x + wide - gap, y + gap, y + tall - gap
            stage.flat(_upright((x, y), (x + wide, y + tall), z + 0.006), BLACK, 0.45)
            stage.face(_upright((a, c), (b, d), z), mix(paint, WHITE, 0.04))
            bar = min(0.16, wide * 0.4)
            middle = (a + b) / 2
            stage.line(
                [
                    (middle - bar / 2, d - 0.05, z - 0.02),
                    (middle, d - 0.05, z - 0.02),
                    (middle + bar / 2, d - 0.05, z - 0.02),
                ],
                handle,
                0.012,
            )
            stage.flat(_upright((middle - bar / 2, d - 0.072), (middle + bar / 2, d - 0.06), z - 0.002), BLACK, 0.2)


def _upright(low: tuple[float, float], high: tuple[float, float], z: float) -> list[Point]:
    return [(low[0], low[1], z), (high[0], low[1], z), (high[0], high[1], z), (low[0], high[1], z)]


def bookshelf(stage: Stage, low: Point, high: Point, paint: Color, boards: int) -> None:
    """An open shelf facing the camera, filled with books and a few things."""
    rng = stage.rng
    stage.box(low, high, mix(paint, BLACK, 0.08), rounding=0.004)
    z = low[2] - 0.002
    stage.face(_upright((low[0] + 0.03, low[1] + 0.03), (high[0] - 0.03, high[1] - 0.03), z), mix(paint, BLACK, 0.55))
    tall = (high[1] - low[1] - 0.03) / boards
    tones = [
        stage.palette.accent,
        stage.palette.second,
        (0.88, 0.85, 0.78),
        (0.3, 0.34, 0.4),
        (0.72, 0.66, 0.57),
        (0.55, 0.32, 0.26),
        (0.93, 0.92, 0.9),
    ]
    for row in range(boards):
        y = low[1] + 0.03 + tall * row
        x = low[0] + 0.04
        stop = low[0] + (high[0] - low[0]) * rng.uniform(0.5, 0.95)
        while x < stop - 0.05:
            wide, high_book = rng.uniform(0.018, 0.045), tall * rng.uniform(0.55, 0.84)
            tone = rng.choice(tones)
            stage.face(_upright((x, y), (x + wide - 0.002, y + high_book), z - 0.01), tone)
            stage.flat(
                _upright((x + 0.003, y + high_book * 0.7), (x + wide - 0.005, y + high_book * 0.74), z - 0.011),
                WHITE,
                0.35,
            )
            stage.flat(_upright((x + wide - 0.005, y), (x + wide - 0.002, y + high_book), z - 0.011), BLACK, 0.3)
            x += wide
        stage.face(_upright((low[0] + 0.015, y + tall - 0.03), (high[0] - 0.015, y + tall), z - 0.012), paint)
        stage.flat(
            _upright((low[0] + 0.03, y + tall - 0.09), (high[0] - 0.03, y + tall - 0.03), z - 0.011), BLACK, 0.25
        )
    for x in (low[0], high[0] - 0.03):
        stage.face(_upright((x, low[1]), (x + 0.03, high[1]), z - 0.013), paint)


def stool(stage: Stage, center: tuple[float, float], height: float, paint: Color) -> None:
    """A bar stool with splayed legs at (x, z)."""
    x, z = center
    stage.shadow((x, 0.004, z), 0.24, 0.2, 0.45)
    for dz in (0.15, -0.15):
        for dx in (-0.16, 0.16):
            stage.line(
                [
                    (x + dx * 0.55, height - 0.03, z + dz * 0.5),
                    (x + dx * 0.8, height / 2, z + dz * 0.8),
                    (x + dx, 0.0, z + dz),
                ],
                METAL,
                0.022,
            )
    ring = ring_at((x, height * 0.35, z), 0.17)
    stage.line(np.concatenate([ring, ring[:1]]), METAL, 0.014)
    stage.lathe((x, height - 0.035, z), [(0.16, 0), (0.185, 0.02), (0.18, 0.045)], paint, cast=False)
