"""A living room: sofa under pictures, a low table on a rug, a tall window on the left."""

import numpy as np

from proofroom.demo.pictures import decor, furniture
from proofroom.demo.pictures.colors import Color, mix
from proofroom.demo.pictures.floors import boards, rug
from proofroom.demo.pictures.openings import Window, curtain, gloss, rail, sun, window
from proofroom.demo.pictures.scenes.plan import Plan
from proofroom.demo.pictures.shell import shell
from proofroom.demo.pictures.stage import Stage

LINEN: Color = (0.93, 0.91, 0.87)


def furnish(stage: Stage) -> None:
    """Furnishes the stage, from the back wall to the camera."""
    paint = stage.palette
    boards(stage)
    shell(stage)
    glass = Window("left", (2.2, 0.35), (4.1, 2.35), columns=2)
    gloss(stage, glass)
    sun(stage, glass, (-0.35, 0.85))
    rug(stage, (1.25, 2.0), (3.95, 3.75), mix(LINEN, paint.second, 0.25), mix(LINEN, paint.accent, 0.4))
    for i, tones in enumerate(
        ((LINEN, paint.accent, paint.second), (mix(LINEN, paint.second, 0.4), paint.second, paint.accent))
    ):
        x = 1.72 + 1.0 * i
        z = stage.size[2]
        decor.picture(stage, np.array([(x, 1.28, z), (x + 0.78, 1.28, z), (x + 0.78, 2.2, z), (x, 2.2, z)]), tones)
    window(stage, glass)
    rail(stage, glass, (1.85, 4.45), 2.48)
    curtain(stage, glass, (4.02, 4.42), LINEN, 2.46)
    curtain(stage, glass, (1.8, 2.25), LINEN, 2.46)
    decor.plant(stage, (0.62, 0, 4.22), 1.5, (0.9, 0.88, 0.84))
    decor.cord(stage, [(4.35, 0.3, 4.58), (4.3, 0.01, 4.4), (4.05, 0.01, 3.7), (3.7, 0.01, 3.5), (3.55, 0.01, 3.75)])
    furniture.sofa(stage, 1.45, 3.85, 3.62, 4.52)
    decor.cushion(stage, (1.92, 0.47, 4.05), 0.46, 0.42, paint.accent)
    decor.cushion(stage, (2.28, 0.47, 4.0), 0.42, 0.36, LINEN)
    decor.cushion(stage, (3.4, 0.47, 4.05), 0.46, 0.42, paint.second)
    decor.floor_lamp(stage, (4.35, 0, 4.25), LINEN)
    _sideboard(stage)
    furniture.armchair_seen_from_side(stage, (4.05, 0, 2.35), (4.85, 0.82, 3.1), paint.second)
    furniture.table(stage, (2.05, 0, 2.45), (3.2, 0.4, 3.1), paint.wood)
    decor.books_flat(stage, (2.3, 0.4, 2.62))
    decor.vase(stage, (2.88, 0.4, 2.85), (0.85, 0.83, 0.78), twigs=5)
    decor.power_strip(stage, (3.35, 0, 2.2))
    decor.cord(
        stage,
        [(3.6, 0.03, 2.23), (3.9, 0.01, 2.1), (4.1, 0.01, 1.9), (4.6, 0.01, 1.75), (5.2, 0.01, 1.9)],
        (0.85, 0.85, 0.83),
    )


def _sideboard(stage: Stage) -> None:
    wood = stage.palette.wood
    z0, z1 = 3.25, 4.45
    furniture.under(stage, (4.85, z0), (5.2, z1), 0.4)
    stage.box((4.82, 0.12, z0), (5.2, 0.7, z1), wood, rounding=0.01)
    decor.vase(stage, (5.0, 0.7, 3.6), stage.palette.accent, 0.3)
    decor.table_lamp(stage, (5.0, 0.7, 4.1), (0.95, 0.92, 0.85))


PLAN = Plan((5.2, 2.7, 4.6), (2.85, 1.32, 0.1), -4.0, furnish, 84.0)
