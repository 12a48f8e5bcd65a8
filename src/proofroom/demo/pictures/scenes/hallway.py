"""A hallway: a runner towards a glazed door, a console with a mirror, doors and coats on the left."""

import numpy as np

from proofroom.demo.pictures import decor, furniture
from proofroom.demo.pictures.colors import Color, mix
from proofroom.demo.pictures.floors import boards, rug
from proofroom.demo.pictures.openings import Window, gloss, sun, window
from proofroom.demo.pictures.scenes.plan import Plan
from proofroom.demo.pictures.shell import shell
from proofroom.demo.pictures.stage import Stage

WHITE: Color = (0.95, 0.95, 0.94)


def furnish(stage: Stage) -> None:
    """Furnishes the stage, from the back wall to the camera."""
    paint, (wide, _, depth) = stage.palette, stage.size
    boards(stage)
    shell(stage)
    glass = Window("back", (0.68, 0.3), (1.82, 2.25), columns=2, rows=4)
    frame = [(0.6, 0, depth), (1.9, 0, depth), (1.9, 2.34, depth), (0.6, 2.34, depth)]
    stage.decal(frame, WHITE)
    gloss(stage, glass)
    sun(stage, glass, (0.1, 1.15))
    rug(stage, (0.82, 1.35), (1.68, 5.2), mix(WHITE, paint.accent, 0.75), mix(paint.accent, (0, 0, 0), 0.3))
    for z in (2.1, 4.1):
        _door(stage, z)
    wall = [(wide, 1.2, 4.3), (wide, 1.2, 3.75), (wide, 1.95, 3.75), (wide, 1.95, 4.3)]
    decor.picture(stage, np.array(wall[::-1])[[3, 2, 1, 0]], (WHITE, paint.second, paint.accent))
    _mirror(stage)
    window(stage, glass)
    _coats(stage)
    _console(stage)
    decor.plant(stage, (0.34, 0, 5.4), 1.15, (0.88, 0.86, 0.82), leaves=20, spread=0.24)
    for z in (4.4, 2.4):
        decor.pendant(stage, (wide / 2, 2.05, z), paint.second, 0.17)
    decor.cord(
        stage,
        [(2.3, 0.8, 2.4), (2.1, 0.1, 2.45), (1.75, 0.01, 2.6), (1.2, 0.01, 2.2), (0.6, 0.01, 2.5), (0.1, 0.01, 2.2)],
    )


def _door(stage: Stage, z: float) -> None:
    def ring(low: tuple[float, float], high: tuple[float, float]) -> list[tuple[float, float, float]]:
        return [(0, low[1], low[0]), (0, low[1], high[0]), (0, high[1], high[0]), (0, high[1], low[0])]

    stage.decal(ring((z - 0.1, 0), (z + 1.0, 2.18)), (0.8, 0.8, 0.79))
    stage.decal(ring((z - 0.09, 0), (z + 0.99, 2.17)), WHITE)
    stage.decal(ring((z - 0.01, 0.01), (z + 0.91, 2.08)), (0.45, 0.44, 0.43))
    stage.decal(ring((z, 0.015), (z + 0.9, 2.07)), (0.93, 0.93, 0.92))
    for low, high in ((0.18, 0.95), (1.1, 1.92)):
        stage.decal(ring((z + 0.14, low), (z + 0.76, high)), (0.74, 0.74, 0.73))
        stage.decal(ring((z + 0.152, low), (z + 0.76, high - 0.012)), (0.99, 0.99, 0.98))
        stage.decal(ring((z + 0.165, low + 0.014), (z + 0.745, high - 0.014)), (0.915, 0.915, 0.905))
    stage.line([(0.06, 1.03, z + 0.83), (0.06, 1.03, z + 0.77), (0.06, 1.03, z + 0.7)], decor.BRASS, 0.022)


def _mirror(stage: Stage) -> None:
    x = stage.size[0] - 0.005
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    for radius, tone, drop, alpha in (
        (0.43, (0, 0, 0), 0.03, 0.22),
        (0.42, decor.BRASS, 0.0, 1.0),
        (0.4, (0.8, 0.84, 0.85), 0.0, 1.0),
    ):
        ring = np.stack([np.full(48, x), 1.55 - drop + radius * np.sin(turn), 2.85 + radius * np.cos(turn)], axis=1)
        stage.decal(ring, tone, alpha)
    for shift, share in ((-0.12, 0.25), (0.08, 0.14)):
        ring = np.array([(x, 1.3, 2.62), (x, 1.3, 2.78), (x, 1.86, 2.98), (x, 1.86, 2.82)]) + np.array([0, 0, shift])
        stage.decal(ring, (1, 1, 1), share)


def _coats(stage: Stage) -> None:
    paint = stage.palette
    stage.box((0.0, 1.62, 3.16), (0.03, 1.72, 3.94), paint.wood, cast=False)
    for i, tone in enumerate((paint.second, mix(paint.accent, (0.2, 0.15, 0.1), 0.3), paint.textile)):
        z = 3.28 + 0.26 * i
        height = (0.95, 0.8, 0.6)[i]
        shape = [
            (0.1, 1.64, z),
            (0.12, 1.55, z - 0.1),
            (0.16, 1.6 - height, z - 0.13),
            (0.16, 1.58 - height, z + 0.13),
            (0.12, 1.55, z + 0.1),
        ]
        stage.face(shape, tone, rounding=0.03)
        for share in (-0.04, 0.03):
            stage.flat(
                [(0.165, 1.5, z + share), (0.17, 1.6 - height, z + share), (0.17, 1.6 - height, z + share + 0.02)],
                (0, 0, 0),
                0.2,
            )


def _console(stage: Stage) -> None:
    wood = stage.palette.wood
    wide = stage.size[0]
    furniture.under(stage, (wide - 0.36, 2.3), (wide, 3.5), 0.4)
    furniture.legs(stage, (wide - 0.36, 0, 2.3), (wide - 0.02, 0.7, 3.5), 0.04, wood)
    stage.box((wide - 0.38, 0.68, 2.28), (wide, 0.84, 3.52), wood, rounding=0.008)
    for z in (2.6, 3.15):
        stage.flat(
            [
                (wide - 0.383, 0.7, z - 0.25),
                (wide - 0.383, 0.82, z - 0.25),
                (wide - 0.383, 0.82, z - 0.24),
                (wide - 0.383, 0.7, z - 0.24),
            ],
            (0.1, 0.08, 0.06),
            0.5,
        )
    decor.vase(stage, (wide - 0.2, 0.84, 3.35), stage.palette.second, 0.26, twigs=6)
    decor.books_flat(stage, (wide - 0.33, 0.84, 2.85))
    decor.table_lamp(stage, (wide - 0.2, 0.84, 2.5), (0.95, 0.92, 0.85), 0.42)


PLAN = Plan((2.5, 2.65, 6.0), (1.15, 1.4, 0.0), 3.0, furnish, 70.0)
