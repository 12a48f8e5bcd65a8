"""A bathroom: a tub under the window, a washstand with a mirror on the right, towels on the left."""

import numpy as np

from proofroom.demo.pictures import decor, furniture
from proofroom.demo.pictures.colors import Color, mix
from proofroom.demo.pictures.floors import rug, tiles, wall_tiles
from proofroom.demo.pictures.openings import Window, gloss, window
from proofroom.demo.pictures.scenes.plan import Plan
from proofroom.demo.pictures.shell import shell
from proofroom.demo.pictures.stage import Stage

ENAMEL: Color = (0.96, 0.96, 0.955)
STEEL: Color = (0.7, 0.71, 0.72)


def furnish(stage: Stage) -> None:
    """Furnishes the stage, from the back wall to the camera."""
    paint = stage.palette
    tiles(stage, 0.45)
    shell(stage)
    glass = Window("back", (0.95, 1.25), (2.45, 2.25), columns=2)
    wall_tiles(stage, (0.0, 0.0), (3.5, 1.2), (0.2, 0.1))
    gloss(stage, glass)
    rug(stage, (1.0, 1.9), (2.0, 2.6), (0.93, 0.92, 0.89), mix((0.93, 0.92, 0.89), paint.accent, 0.6))
    window(stage, glass)
    _tub(stage)
    _towels(stage)
    _washstand(stage)
    decor.plant(stage, (0.42, 0, 3.3), 1.2, (0.85, 0.82, 0.76), leaves=20, spread=0.3)
    _stool(stage)
    decor.cord(
        stage,
        [
            (3.1, 0.88, 2.0),
            (2.92, 0.7, 1.95),
            (2.9, 0.3, 1.95),
            (2.75, 0.01, 1.9),
            (2.4, 0.01, 2.1),
            (2.3, 0.01, 2.6),
            (2.65, 0.01, 2.75),
        ],
    )
    decor.cord(stage, [(2.0, 0.03, 1.95), (1.7, 0.03, 2.1), (1.85, 0.03, 2.25), (1.4, 0.03, 2.05)], (0.75, 0.72, 0.7))


def _tub(stage: Stage) -> None:
    furniture.under(stage, (0.75, 2.85), (2.65, 3.6), 0.5)
    stage.box((0.75, 0.0, 2.85), (2.65, 0.58, 3.6), ENAMEL, rounding=0.12, edge=0.3)
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    for shrink, tone in ((1.0, (0.8, 0.82, 0.83)), (0.94, (0.86, 0.88, 0.88)), (0.85, (0.92, 0.93, 0.93))):
        x = np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** 0.5 * 0.84 * shrink
        z = np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** 0.5 * 0.29 * shrink
        stage.face(np.stack([1.7 + x, np.full(48, 0.63), 3.24 + z], axis=1), tone)
    stage.line(
        [(1.7, 0.6, 3.58), (1.7, 0.82, 3.58), (1.7, 0.86, 3.54), (1.7, 0.86, 3.42), (1.7, 0.82, 3.4)], STEEL, 0.035
    )
    for tap in (1.58, 1.82):
        stage.lathe((tap, 0.63, 3.57), [(0.02, 0), (0.02, 0.05), (0.035, 0.06), (0.03, 0.09)], STEEL, cast=False)
    stage.box((1.95, 0.62, 2.83), (2.3, 0.66, 3.62), stage.palette.wood, rounding=0.01, cast=False)
    decor.vase(stage, (2.12, 0.66, 3.2), stage.palette.accent, 0.18, twigs=3)


def _towels(stage: Stage) -> None:
    paint = stage.palette
    for z in (1.75, 2.45):
        stage.line([(0.28, 0.0, z), (0.15, 0.95, z), (0.03, 1.9, z)], mix(paint.wood, (0, 0, 0), 0.1), 0.045)
    for i in range(4):
        y = 0.4 + 0.42 * i
        x = 0.28 - 0.13 * y
        stage.line([(x, y, 1.75), (x, y, 2.1), (x, y, 2.45)], paint.wood, 0.035)
    for y, drop, tone in ((1.66, 0.55, ENAMEL), (0.82, 0.42, paint.accent)):
        x = 0.3 - 0.13 * y
        ring = [(x, y + 0.02, 1.84), (x, y + 0.02, 2.36), (x + 0.06, y - drop, 2.36), (x + 0.06, y - drop, 1.84)]
        stage.face(ring, tone, rounding=0.02)
        for share in (0.12, 0.18):
            low = y - drop * (1 - share)
            stage.flat(
                [
                    (x + 0.06, low, 1.84),
                    (x + 0.06, low, 2.36),
                    (x + 0.06, low + 0.015, 2.36),
                    (x + 0.06, low + 0.015, 1.84),
                ],
                (0.3, 0.3, 0.3),
                0.25,
            )


def _washstand(stage: Stage) -> None:
    paint = stage.palette
    _mirror(stage)
    stage.box((2.95, 0.32, 1.75), (3.5, 0.8, 3.05), paint.wood, rounding=0.008)
    for z in (1.76, 2.4):
        stage.line([(2.93, 0.74, z + 0.1), (2.93, 0.74, z + 0.32), (2.93, 0.74, z + 0.54)], decor.BRASS, 0.016)
    stage.flat(
        [(2.948, 0.33, 2.395), (2.948, 0.79, 2.395), (2.948, 0.79, 2.41), (2.948, 0.33, 2.41)], (0.1, 0.08, 0.06), 0.6
    )
    stage.box((2.92, 0.8, 1.72), (3.5, 0.84, 3.08), (0.93, 0.92, 0.9), rounding=0.006)
    stage.line([(3.42, 0.84, 2.4), (3.42, 1.1, 2.4), (3.36, 1.13, 2.4), (3.28, 1.11, 2.4)], decor.BRASS, 0.026)
    stage.shadow((3.2, 0.843, 2.4), 0.24, 0.26, 0.4)
    stage.lathe((3.2, 0.84, 2.4), [(0.1, 0), (0.19, 0.06), (0.215, 0.13)], ENAMEL, cast=False)
    decor.vase(stage, (3.2, 0.84, 2.9), paint.second, 0.16, twigs=3)
    stage.lathe(
        (3.3, 0.84, 1.95), [(0.035, 0), (0.035, 0.12), (0.012, 0.13), (0.012, 0.17)], (0.45, 0.28, 0.16), cast=False
    )


def _mirror(stage: Stage) -> None:
    x = stage.size[0] - 0.01
    outer = np.array([(x, 1.15, 1.85), (x, 1.15, 2.95), (x, 2.05, 2.95), (x, 2.05, 1.85)])
    stage.flat(outer + np.array([0, -0.03, 0.0]), (0.1, 0.1, 0.1), 0.18)
    stage.flat(outer, decor.BRASS)
    inner = np.array(
        [(x - 0.002, 1.17, 1.87), (x - 0.002, 1.17, 2.93), (x - 0.002, 2.03, 2.93), (x - 0.002, 2.03, 1.87)]
    )
    stage.face(inner, mix(stage.palette.wall, (0.78, 0.84, 0.86), 0.6))
    streak = np.array(
        [(x - 0.003, 1.17, 2.3), (x - 0.003, 1.17, 2.55), (x - 0.003, 2.03, 2.9), (x - 0.003, 2.03, 2.65)]
    )
    stage.flat(streak, (1, 1, 1), 0.22)
    stage.flat(streak + np.array([0, 0, -0.36]) * 1.0, (1, 1, 1), 0.12)


def _stool(stage: Stage) -> None:
    wood = stage.palette.wood
    furniture.under(stage, (2.3, 2.42), (2.62, 2.74), 0.3)
    furniture.legs(stage, (2.3, 0, 2.42), (2.62, 0.42, 2.74), 0.035, wood)
    stage.box((2.27, 0.42, 2.39), (2.65, 0.455, 2.77), wood, rounding=0.01)
    for i, tone in enumerate((ENAMEL, stage.palette.accent, ENAMEL)):
        y = 0.47 + 0.075 * i
        stage.box((2.32, y, 2.45), (2.6, y + 0.07, 2.72), tone, rounding=0.035, edge=0, cast=False)


PLAN = Plan((3.5, 2.6, 3.6), (1.65, 1.4, -0.3), 3.0, furnish, 78.0)
