"""A dining room: a laid table with chairs before a wide window, a lamp over it, a sideboard."""

import numpy as np

from proofroom.demo.pictures import decor, furniture
from proofroom.demo.pictures.colors import BLACK, Color, mix
from proofroom.demo.pictures.floors import boards, rug
from proofroom.demo.pictures.openings import Window, curtain, gloss, rail, sun, window
from proofroom.demo.pictures.scenes.plan import Plan
from proofroom.demo.pictures.shell import shell
from proofroom.demo.pictures.stage import Stage, ring_at

LINEN: Color = (0.93, 0.91, 0.87)


def furnish(stage: Stage) -> None:
    """Furnishes the stage, from the back wall to the camera."""
    paint, wide = stage.palette, stage.size[0]
    boards(stage)
    shell(stage)
    glass = Window("back", (1.15, 0.3), (3.75, 2.35), columns=3)
    gloss(stage, glass)
    sun(stage, glass, (-0.2, 0.6))
    rug(stage, (1.05, 1.75), (3.95, 3.6), mix(LINEN, paint.second, 0.25), mix(LINEN, paint.second, 0.6))
    wall = np.array([(wide, 1.3, 3.6), (wide, 1.3, 2.8), (wide, 2.15, 2.8), (wide, 2.15, 3.6)])
    decor.picture(stage, wall, (LINEN, paint.accent, paint.second))
    window(stage, glass)
    rail(stage, glass, (0.6, 4.3), 2.5)
    curtain(stage, glass, (0.65, 1.2), LINEN, 2.48)
    curtain(stage, glass, (3.7, 4.25), LINEN, 2.48)
    _sideboard(stage)
    decor.plant(stage, (4.5, 0, 4.2), 1.45, (0.9, 0.88, 0.85), leaves=24, spread=0.3)
    furniture.under(stage, (1.55, 2.1), (3.35, 3.0), 0.5)
    for x in (2.0, 2.9):
        _chair(stage, x, 3.05, facing_away=False)
    furniture.table(stage, (1.45, 0, 2.05), (3.45, 0.75, 2.95), paint.wood, leg=0.065)
    _laid(stage)
    for x in (2.0, 2.9):
        _chair(stage, x, 1.98, facing_away=True)
    decor.pendant(stage, (2.45, 1.62, 2.5), paint.accent, 0.28)
    decor.cord(
        stage,
        [(4.9, 0.25, 2.6), (4.7, 0.01, 2.3), (4.1, 0.01, 2.0), (3.7, 0.01, 2.3), (3.95, 0.01, 2.7), (3.6, 0.01, 2.9)],
    )
    decor.cord(stage, [(0.5, 0.02, 2.2), (0.9, 0.01, 2.0), (1.0, 0.01, 2.35), (1.3, 0.01, 2.2)], (0.85, 0.85, 0.83))


def _chair(stage: Stage, x: float, z: float, *, facing_away: bool) -> None:
    wood = mix(stage.palette.wood, BLACK, 0.28)
    back = z - 0.02 if facing_away else z + 0.4
    furniture.under(stage, (x - 0.2, z), (x + 0.2, z + 0.4), 0.22)

    def rest() -> None:
        for side in (-0.19, 0.165):
            stage.box((x + side, 0.46, back), (x + side + 0.028, 0.94, back + 0.028), wood, cast=False, edge=0.1)
        for y in (0.62, 0.74, 0.86):
            stage.box(
                (x - 0.17, y, back), (x + 0.17, y + 0.06, back + 0.02), wood, rounding=0.01, cast=False, edge=0.15
            )

    if not facing_away:
        rest()
    furniture.legs(stage, (x - 0.19, 0, z), (x + 0.19, 0.44, z + 0.4), 0.032, wood)
    stage.box((x - 0.21, 0.43, z - 0.01), (x + 0.21, 0.475, z + 0.42), wood, rounding=0.015)
    stage.box(
        (x - 0.19, 0.475, z + 0.01),
        (x + 0.19, 0.505, z + 0.4),
        stage.palette.textile,
        rounding=0.025,
        edge=0,
        cast=False,
    )
    if facing_away:
        rest()


def _laid(stage: Stage) -> None:
    for x in (2.0, 2.9):
        for z in (2.75, 2.25):
            stage.shadow((x, 0.752, z), 0.15, 0.14, 0.3)
            for radius, tone in ((0.135, (0.95, 0.95, 0.94)), (0.095, (0.86, 0.86, 0.85)), (0.09, (0.93, 0.93, 0.92))):
                stage.face(ring_at((x, 0.756, z), radius), tone)
            stage.lathe(
                (x + 0.2, 0.75, z + 0.08),
                [(0.03, 0), (0.006, 0.01), (0.006, 0.08), (0.035, 0.12), (0.03, 0.18)],
                (0.82, 0.87, 0.88),
                cast=False,
            )
    decor.vase(stage, (2.45, 0.75, 2.5), stage.palette.second, 0.25, twigs=7)


def _sideboard(stage: Stage) -> None:
    wood = stage.palette.wood
    furniture.under(stage, (0.0, 2.5), (0.42, 3.9), 0.4)
    stage.box((0.0, 0.14, 2.5), (0.42, 0.82, 3.9), wood, rounding=0.008)
    for z in (2.96, 3.43):
        stage.flat(
            [(0.425, 0.15, z), (0.425, 0.81, z), (0.425, 0.81, z + 0.01), (0.425, 0.15, z + 0.01)],
            (0.1, 0.08, 0.06),
            0.5,
        )
    decor.vase(stage, (0.2, 0.82, 3.65), stage.palette.accent, 0.34)
    decor.table_lamp(stage, (0.21, 0.82, 2.85), LINEN)


PLAN = Plan((4.9, 2.7, 4.5), (2.45, 1.42, -0.4), 0.0, furnish, 80.0)
