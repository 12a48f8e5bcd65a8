"""A kitchen: fronts and a tiled wall behind a counter, a window over the sink, an island with stools."""

import numpy as np

from proofroom.demo.pictures import decor, furniture
from proofroom.demo.pictures.colors import Color, mix
from proofroom.demo.pictures.floors import boards, wall_tiles
from proofroom.demo.pictures.openings import Window, gloss, sun, window
from proofroom.demo.pictures.scenes.plan import Plan
from proofroom.demo.pictures.shell import shell
from proofroom.demo.pictures.stage import Stage

STONE: Color = (0.9, 0.89, 0.87)
STEEL: Color = (0.72, 0.73, 0.74)


def furnish(stage: Stage) -> None:
    """Furnishes the stage, from the back wall to the camera."""
    boards(stage)
    shell(stage)
    glass = Window("back", (1.95, 1.1), (3.35, 2.25), columns=2)
    wall_tiles(stage, (0.72, 0.9), (4.6, 1.5), (0.15, 0.075))
    gloss(stage, glass)
    sun(stage, glass, (-0.25, 0.55))
    window(stage, glass)
    _back_row(stage)
    _island(stage)


def _back_row(stage: Stage) -> None:
    paint, depth = stage.palette, stage.size[2]
    fronts = mix(paint.second, (1, 1, 1), 0.15)
    stage.box((0.0, 0.02, depth - 0.68), (0.7, 2.0, depth), STEEL, rounding=0.02)
    for y, tall in ((0.95, 0.5), (0.35, 0.3)):
        stage.line(
            [(0.62, y, depth - 0.71), (0.62, y + tall / 2, depth - 0.71), (0.62, y + tall, depth - 0.71)],
            (0.35, 0.35, 0.36),
            0.02,
        )
    stage.flat(
        [
            (0.01, 0.78, depth - 0.685),
            (0.69, 0.78, depth - 0.685),
            (0.69, 0.79, depth - 0.685),
            (0.01, 0.79, depth - 0.685),
        ],
        (0.1, 0.1, 0.1),
        0.6,
    )
    stage.box((0.74, 0.0, depth - 0.5), (4.6, 0.1, depth), (0.2, 0.19, 0.18), cast=False)
    furniture.cabinet(stage, (0.74, 0.1, depth - 0.6), (4.6, 0.87, depth), fronts, (6, 1), handle=decor.BRASS)
    furniture.cabinet(stage, (0.74, 1.5, depth - 0.36), (1.88, 2.3, depth), fronts, (2, 1), handle=decor.BRASS)
    stage.box((0.72, 0.87, depth - 0.63), (4.6, 0.905, depth), STONE, rounding=0.006)
    _sink(stage, 2.65, depth - 0.3)
    for y in (1.5, 1.85):
        stage.box((3.5, y, depth - 0.24), (4.6, y + 0.035, depth), paint.wood)
        for i in range(4):
            decor.vase(
                stage,
                (3.66 + 0.24 * i, y + 0.035, depth - 0.12),
                (STONE, paint.accent, (0.82, 0.8, 0.76), paint.second)[i],
                0.13 + 0.03 * (i % 2),
            )
    stage.lathe((1.15, 0.905, depth - 0.28), [(0.08, 0), (0.095, 0.08), (0.07, 0.18), (0.03, 0.21)], STEEL)
    decor.cord(
        stage,
        [(1.25, 0.93, depth - 0.28), (1.45, 0.92, depth - 0.5), (1.55, 0.915, depth - 0.2), (1.5, 1.15, depth - 0.01)],
    )
    stage.box((3.72, 0.905, depth - 0.22), (4.0, 1.22, depth - 0.19), paint.wood, rounding=0.01)
    decor.plant(stage, (4.35, 0.905, depth - 0.3), 0.46, STONE, leaves=16, spread=0.16)


def _sink(stage: Stage, x: float, z: float) -> None:
    stage.flat(
        [(x - 0.3, 0.907, z - 0.2), (x + 0.3, 0.907, z - 0.2), (x + 0.3, 0.907, z + 0.15), (x - 0.3, 0.907, z + 0.15)],
        (0.45, 0.46, 0.47),
    )
    turn = np.linspace(0, np.pi, 14)
    neck = np.stack([np.full(14, x), 1.2 + 0.09 * np.sin(turn), z + 0.12 + 0.09 * (np.cos(turn) - 1)], axis=1)
    stage.line(np.concatenate([[[x, 0.9, z + 0.12]], neck]), STEEL, 0.026)


def _island(stage: Stage) -> None:
    paint = stage.palette
    furniture.under(stage, (1.15, 1.95), (3.45, 2.65), 0.6)
    stage.box((1.25, 0.02, 2.12), (3.35, 0.88, 2.65), mix(paint.wall, (1, 1, 1), 0.5))
    for i in range(1, 12):
        x = 1.25 + 2.1 * i / 12
        stage.flat(
            [(x, 0.03, 2.117), (x + 0.008, 0.03, 2.117), (x + 0.008, 0.87, 2.117), (x, 0.87, 2.117)],
            (0.2, 0.2, 0.2),
            0.16,
        )
    stage.box((1.12, 0.88, 1.88), (3.48, 0.925, 2.72), paint.wood, rounding=0.008)
    _fruit(stage, (2.75, 0.925, 2.35))
    decor.books_flat(stage, (1.45, 0.925, 2.3), 2)
    decor.vase(stage, (2.15, 0.925, 2.45), paint.accent, 0.26, twigs=6)
    decor.cord(
        stage,
        [
            (1.75, 0.93, 2.2),
            (1.6, 0.93, 2.05),
            (1.5, 0.935, 1.93),
            (1.44, 0.55, 1.86),
            (1.36, 0.02, 1.95),
            (0.9, 0.01, 2.3),
            (0.6, 0.01, 3.4),
        ],
    )
    for x in (1.65, 2.3, 2.95):
        furniture.stool(stage, (x, 1.8), 0.66, mix(paint.wood, (0, 0, 0), 0.15))
    for x in (1.7, 2.9):
        decor.pendant(stage, (x, 1.75, 2.3), paint.accent, 0.17)


def _fruit(stage: Stage, foot: tuple[float, float, float]) -> None:
    x, y, z = foot
    stage.shadow((x, y + 0.002, z), 0.19, 0.16, 0.5)
    stage.lathe((x, y, z), [(0.06, 0), (0.12, 0.03), (0.165, 0.085)], STONE, cast=False)
    for dx, dz, tone in (
        (-0.07, 0.05, (0.86, 0.6, 0.16)),
        (0.06, 0.05, (0.73, 0.2, 0.16)),
        (0.0, -0.02, (0.9, 0.66, 0.2)),
        (0.1, -0.03, (0.55, 0.66, 0.24)),
    ):
        stage.blob((x + dx, y + 0.07, z + dz), decor.pillow(0.1, 0.1, 2.0), tone, puff=0.7)


PLAN = Plan((4.6, 2.6, 4.3), (2.3, 1.38, -0.45), 0.0, furnish, 82.0)
