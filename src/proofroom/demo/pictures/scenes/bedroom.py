"""A bedroom: a made bed between two lamps, a window on the right, and cables under the bed."""

import numpy as np

from proofroom.demo.pictures import decor, furniture
from proofroom.demo.pictures.colors import Color, mix
from proofroom.demo.pictures.floors import boards, rug
from proofroom.demo.pictures.openings import Window, curtain, gloss, rail, sun, window
from proofroom.demo.pictures.scenes.plan import Plan
from proofroom.demo.pictures.shell import shell
from proofroom.demo.pictures.stage import Stage

LINEN: Color = (0.94, 0.92, 0.89)


def furnish(stage: Stage) -> None:
    """Furnishes the stage, from the back wall to the camera."""
    paint, depth = stage.palette, stage.size[2]
    boards(stage)
    shell(stage)
    glass = Window("right", (1.9, 0.75), (3.5, 2.3), columns=2)
    gloss(stage, glass)
    sun(stage, glass, (-0.3, 0.75))
    rug(stage, (1.0, 1.55), (4.0, 3.2), mix(LINEN, paint.second, 0.2), mix(LINEN, paint.second, 0.55))
    frame = np.array([(1.75, 1.42, depth), (3.25, 1.42, depth), (3.25, 2.22, depth), (1.75, 2.22, depth)])
    decor.picture(stage, frame, (LINEN, paint.second, paint.accent), paint.wood)
    window(stage, glass)
    rail(stage, glass, (1.5, 3.9), 2.46)
    curtain(stage, glass, (3.42, 3.85), LINEN, 2.44)
    curtain(stage, glass, (1.55, 1.98), LINEN, 2.44)
    _wardrobe(stage)
    for x in (1.05, 3.5):
        furniture.under(stage, (x, depth - 0.48), (x + 0.45, depth - 0.06), 0.45)
        furniture.cabinet(
            stage, (x, 0.14, depth - 0.46), (x + 0.45, 0.52, depth - 0.04), paint.wood, (1, 2), handle=decor.BRASS
        )
        decor.table_lamp(stage, (x + 0.22, 0.52, depth - 0.24), (0.96, 0.93, 0.86))
    decor.cord(
        stage,
        [
            (3.9, 0.3, depth - 0.02),
            (3.6, 0.02, depth - 0.5),
            (3.45, 0.01, 2.9),
            (3.75, 0.01, 2.3),
            (3.3, 0.01, 2.0),
            (3.2, 0.01, 2.5),
        ],
    )
    furniture.bed(stage, 1.62, 3.38, 2.25, depth)
    decor.power_strip(stage, (1.75, 0, 2.05))
    decor.cord(
        stage,
        [(2.05, 0.03, 2.1), (2.3, 0.01, 1.95), (2.5, 0.01, 2.15), (2.9, 0.01, 2.0), (3.1, 0.01, 2.2)],
        (0.86, 0.86, 0.84),
    )
    decor.cord(stage, [(1.78, 0.03, 2.1), (1.5, 0.01, 1.9), (1.3, 0.01, 2.2), (1.5, 0.01, 2.32)])
    decor.plant(stage, (4.55, 0, 3.95), 1.15, paint.accent, leaves=22, spread=0.32)
    decor.pendant(stage, (2.5, 2.02, 2.9), (0.95, 0.93, 0.88), 0.24)


def _wardrobe(stage: Stage) -> None:
    paint = mix(stage.palette.wall, (1, 1, 1), 0.6)
    furniture.under(stage, (0.0, 2.2), (0.55, 4.1), 0.35)
    stage.box((0.0, 0.06, 2.3), (0.56, 2.35, 4.1), paint)
    for i in range(3):
        z0, z1 = 2.3 + 0.6 * i + 0.01, 2.9 + 0.6 * i - 0.01
        stage.flat(
            [(0.563, 0.08, z1), (0.563, 0.08, z1 + 0.012), (0.563, 2.33, z1 + 0.012), (0.563, 2.33, z1)],
            (0.1, 0.1, 0.1),
            0.5,
        )
        handle = z0 + 0.06 if i % 2 else z1 - 0.06
        stage.line([(0.59, 0.95, handle), (0.59, 1.1, handle), (0.59, 1.25, handle)], decor.BRASS, 0.014)


PLAN = Plan((5.0, 2.65, 4.4), (2.15, 1.4, -0.15), 6.0, furnish, 82.0)
