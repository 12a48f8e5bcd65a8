"""A home office: a desk below the window, a shelf of books, and the tangle under the desk."""

import numpy as np

from proofroom.demo.pictures import decor, furniture
from proofroom.demo.pictures.colors import BLACK, Color, mix
from proofroom.demo.pictures.floors import boards, rug
from proofroom.demo.pictures.openings import Window, curtain, gloss, rail, sun, window
from proofroom.demo.pictures.scenes.plan import Plan
from proofroom.demo.pictures.shell import shell
from proofroom.demo.pictures.stage import Stage

LINEN: Color = (0.93, 0.91, 0.87)
DARK: Color = (0.16, 0.16, 0.17)


def furnish(stage: Stage) -> None:
    """Furnishes the stage, from the back wall to the camera."""
    paint, depth = stage.palette, stage.size[2]
    boards(stage)
    shell(stage)
    glass = Window("back", (1.75, 0.95), (3.55, 2.3), columns=2)
    gloss(stage, glass)
    sun(stage, glass, (-0.3, 0.5))
    rug(stage, (1.2, 1.7), (3.6, 3.0), mix(LINEN, paint.second, 0.3), mix(LINEN, paint.accent, 0.5))
    wall = np.array([(0.0, 1.25, 2.15), (0.0, 1.25, 2.85), (0.0, 2.1, 2.85), (0.0, 2.1, 2.15)])
    decor.picture(stage, wall, (LINEN, paint.accent, paint.second))
    window(stage, glass)
    rail(stage, glass, (1.4, 3.95), 2.44)
    curtain(stage, glass, (3.5, 3.92), LINEN, 2.42)
    furniture.bookshelf(stage, (0.12, 0.0, depth - 0.34), (1.3, 2.1, depth), mix(paint.wood, (1, 1, 1), 0.1), 5)
    decor.plant(stage, (4.1, 0, depth - 0.45), 1.3, paint.accent, leaves=24, spread=0.32)
    _tangle(stage)
    _desk(stage)
    _chair(stage, 2.65, 2.75)


def _tangle(stage: Stage) -> None:
    depth = stage.size[2]
    furniture.under(stage, (1.6, depth - 0.75), (3.7, depth), 0.4)
    decor.power_strip(stage, (2.0, 0, depth - 0.5))
    for i, x in enumerate((1.95, 2.1, 2.3, 3.2)):
        z = depth - 0.45 - 0.1 * i
        spine = [
            (x, 0.72, depth - 0.1),
            (x + 0.08, 0.35, depth - 0.15),
            (x - 0.1, 0.01, z),
            (x + 0.3, 0.01, z - 0.15),
            (2.1, 0.02, depth - 0.48),
        ]
        decor.cord(stage, spine, (0.82, 0.82, 0.8) if i == 2 else (0.07, 0.07, 0.08))


def _desk(stage: Stage) -> None:
    paint, depth = stage.palette, stage.size[2]
    furniture.cabinet(stage, (3.15, 0.03, depth - 0.65), (3.6, 0.7, depth - 0.05), (0.93, 0.93, 0.92), (1, 3))
    furniture.legs(stage, (1.62, 0, depth - 0.7), (1.74, 0.7, depth - 0.05), 0.045, DARK)
    stage.box((1.55, 0.7, depth - 0.76), (3.7, 0.74, depth - 0.02), paint.wood, rounding=0.008)
    _screen(stage, 2.2, depth - 0.3)
    decor.table_lamp(stage, (3.4, 0.74, depth - 0.3), LINEN, 0.44)
    decor.books_flat(stage, (2.95, 0.74, depth - 0.5))
    stage.box((1.95, 0.74, depth - 0.64), (2.4, 0.752, depth - 0.52), (0.88, 0.88, 0.88), rounding=0.008, cast=False)
    for row in range(3):
        z = depth - 0.625 + 0.034 * row
        stage.flat(
            [(1.965, 0.757, z), (2.385, 0.757, z), (2.385, 0.757, z + 0.026), (1.965, 0.757, z + 0.026)],
            (0.55, 0.55, 0.56),
            0.7,
        )
    stage.lathe((1.75, 0.74, depth - 0.5), [(0.035, 0), (0.04, 0.09)], paint.accent, cast=False)


def _screen(stage: Stage, x: float, z: float) -> None:
    stage.shadow((x, 0.743, z), 0.2, 0.12, 0.5)
    stage.box((x - 0.12, 0.74, z - 0.08), (x + 0.12, 0.75, z + 0.08), DARK, cast=False)
    stage.box((x - 0.025, 0.75, z), (x + 0.025, 0.95, z + 0.02), DARK, cast=False)
    stage.box((x - 0.36, 0.86, z - 0.03), (x + 0.36, 1.29, z), DARK, rounding=0.012)
    glow = mix(stage.palette.second, (0.85, 0.9, 0.95), 0.35) if stage.after else (0.05, 0.055, 0.06)
    front = z - 0.037
    stage.flat(
        [(x - 0.34, 0.885, front), (x + 0.34, 0.885, front), (x + 0.34, 1.27, front), (x - 0.34, 1.27, front)], glow
    )
    wave = np.linspace(-0.34, 0.34, 20)
    for order, share in enumerate((0.25, 0.5)):
        top = 1.06 - 0.09 * order + 0.04 * np.sin(wave * 9 + order * 2)
        ring = np.stack([wave, top, np.full(20, front)], axis=1) + np.array([x, 0, 0])
        stage.flat(
            np.concatenate([ring, [(x + 0.34, 0.885, front), (x - 0.34, 0.885, front)]]), mix(glow, BLACK, share), 0.7
        )


def _chair(stage: Stage, x: float, z: float) -> None:
    paint = mix(stage.palette.textile, BLACK, 0.15)
    stage.shadow((x, 0.004, z), 0.38, 0.33, 0.6)
    for turn in np.radians([90, 162, 18, 234, 306]):
        tip = (x + 0.3 * np.cos(turn), 0.05, z + 0.3 * np.sin(turn))
        stage.line([(x, 0.12, z), ((x + tip[0]) / 2, 0.09, (z + tip[2]) / 2), tip], DARK, 0.04)
        stage.blob((tip[0], 0.0, tip[2]), decor.pillow(0.055, 0.055, 2), BLACK)
    stage.line([(x, 0.1, z), (x, 0.25, z), (x, 0.42, z)], (0.4, 0.4, 0.42), 0.05)
    stage.box((x - 0.25, 0.42, z - 0.23), (x + 0.25, 0.51, z + 0.25), paint, rounding=0.07, edge=0.1)
    for side in (-0.3, 0.3):
        stage.line([(x + side * 0.85, 0.47, z), (x + side, 0.5, z), (x + side, 0.66, z)], DARK, 0.03)
        stage.box((x + side - 0.03, 0.65, z - 0.15), (x + side + 0.03, 0.68, z + 0.14), DARK, rounding=0.02, cast=False)
    stage.line([(x, 0.46, z - 0.24), (x, 0.56, z - 0.27), (x, 0.7, z - 0.27)], DARK, 0.05)
    stage.blob((x, 0.6, z - 0.26), decor.pillow(0.46, 0.5, 4.5), mix(paint, BLACK, 0.15), puff=0.5)
    stage.blob((x, 0.62, z - 0.27), decor.pillow(0.42, 0.46, 4.5), paint, puff=0.7)


PLAN = Plan((4.5, 2.6, 4.2), (2.3, 1.35, -0.1), 0.0, furnish, 80.0)
