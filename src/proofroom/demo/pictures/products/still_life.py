"""A still life for the retoucher: fruit and a jug on a linen cloth before a dark wall."""

import numpy as np

from proofroom.demo.pictures.colors import BLACK, WHITE, Color, css, mix
from proofroom.demo.pictures.drawing import UNITS, Stop
from proofroom.demo.pictures.products.set_up import (
    Shot,
    dust,
    round_fill,
    rounded,
    scratch,
    soft_shadow,
    speckle,
    turned,
)

LINEN: Color = (0.86, 0.82, 0.74)


def still_life(shot: Shot) -> None:
    """Draws the table."""
    _room(shot)
    _jug(shot, 560)
    for x, y, radius in ((850, 640, 74), (1010, 668, 66)):
        _pear(shot, x, y, radius)
    for x, y, radius, tone in (
        (700, 702, 82, (0.72, 0.16, 0.12)),
        (1130, 730, 70, (0.86, 0.5, 0.1)),
        (905, 752, 76, (0.78, 0.24, 0.14)),
    ):
        _apple(shot, x, y, radius, tone)
    _grapes(shot, 400, 748)
    if not shot.after:
        for x, y, size in ((1240, 850, 60), (640, 880, 38)):
            stain: list[Stop] = [(0, (0.4, 0.2, 0.12), 0.12), (0.85, (0.4, 0.2, 0.12), 0.3), (1, (0.4, 0.2, 0.12), 0)]
            shot.drawing.ellipse(x, y, (size, size * 0.4), shot.drawing.radial(x, y, size, stain, 0.4))
    scratch(shot, (510, 560), (600, 486))
    dust(shot, 160)


def _room(shot: Shot) -> None:
    drawing, height = shot.drawing, shot.drawing.height
    wall = mix(shot.tone, (0.32, 0.31, 0.29), 0.62)
    sheet = np.array([(0, 0), (UNITS, 0), (UNITS, height), (0, height)], float)
    drawing.polygon(
        sheet,
        drawing.radial(470, 300, 1250, [(0, mix(wall, WHITE, 0.34), 1), (0.5, wall, 1), (1, mix(wall, BLACK, 0.6), 1)]),
    )
    table = np.array([(0, 640), (UNITS, 640), (UNITS, height), (0, height)], float)
    stops: list[Stop] = [(0, mix(LINEN, BLACK, 0.3), 1), (0.4, LINEN, 1), (1, mix(LINEN, WHITE, 0.35), 1)]
    drawing.polygon(table, drawing.linear((0, 640), (0, height), stops))
    drawing.polygon(table, drawing.linear((0, 0), (UNITS, 0), [(0, WHITE, 0.2), (0.5, BLACK, 0.0), (1, BLACK, 0.35)]))
    for _ in range(14):
        x, y = shot.rng.uniform(-100, 1400), shot.rng.uniform(700, 980)
        along = np.linspace(0, 1, 16)
        line = np.stack([x + along * shot.rng.uniform(150, 420), y + 16 * np.sin(along * 3 + x) + along * 30], axis=1)
        swell = np.stack([0 * along, 10 * np.sin(np.pi * along)], axis=1)
        drawing.polygon(np.concatenate([line, (line + swell)[::-1]]), css(BLACK), opacity=0.07)
        drawing.polygon(np.concatenate([line, (line - swell * 0.7)[::-1]]), css(WHITE), opacity=0.16)


def _jug(shot: Shot, x: float) -> None:
    drawing, glaze = shot.drawing, mix(shot.tone, (0.85, 0.83, 0.78), 0.5)
    soft_shadow(shot, x + 110, 772, (300, 48), 0.75)
    turn = np.linspace(-1.5, 1.5, 30)
    handle = np.stack([x + 96 + 92 * np.cos(turn), 420 + 112 * np.sin(turn)], axis=1)
    for width, tone in ((34, mix(glaze, BLACK, 0.5)), (24, mix(glaze, BLACK, 0.15)), (8, mix(glaze, WHITE, 0.4))):
        drawing.line(handle, css(tone), width)
    body = turned(x, [(82, 250), (70, 300), (84, 360), (140, 470), (165, 590), (140, 700), (96, 764), (88, 776)])
    drawing.polygon(body, rounded(shot, x - 165, x + 165, glaze, shine=0.42))
    oval = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    for across, down, tone in ((84, 18, mix(glaze, WHITE, 0.3)), (74, 14, mix(glaze, BLACK, 0.65))):
        drawing.polygon(np.stack([x + across * np.cos(oval), 250 + down * np.sin(oval)], axis=1), css(tone))
    speckle(shot, x, 580, 125, 120, (0.2, 0.15, 0.1))


def _pear(shot: Shot, x: float, y: float, radius: float) -> None:
    soft_shadow(shot, x + radius * 0.7, y + radius * 1.02, (radius * 1.9, radius * 0.4), 0.75)
    skin: Color = (0.72, 0.68, 0.22)
    outline = turned(
        x,
        [
            (radius * k, y + radius * d)
            for k, d in (
                (0.06, -1.9),
                (0.3, -1.82),
                (0.42, -1.4),
                (0.56, -0.9),
                (0.93, -0.3),
                (1.0, 0.2),
                (0.8, 0.75),
                (0.3, 1.0),
                (0.05, 1.0),
            )
        ],
    )
    shot.drawing.polygon(outline, round_fill(shot, x, y - radius * 0.1, radius * 1.25, skin))
    blush: list[Stop] = [(0, (0.8, 0.3, 0.12), 0.45), (1, (0.8, 0.3, 0.12), 0.0)]
    shot.drawing.ellipse(
        x + radius * 0.3,
        y + radius * 0.1,
        (radius * 0.6, radius * 0.7),
        shot.drawing.radial(x + radius * 0.3, y + radius * 0.1, radius * 0.65, blush),
    )
    speckle(shot, x, y, radius * 0.8, 70, (0.4, 0.3, 0.1))
    stem = np.array([(x, y - radius * 1.82), (x + 5, y - radius * 2.05), (x + 16, y - radius * 2.25)])
    shot.drawing.line(stem, css((0.25, 0.16, 0.08)), 7)


def _apple(shot: Shot, x: float, y: float, radius: float, skin: Color) -> None:
    soft_shadow(shot, x + radius * 0.6, y + radius * 0.88, (radius * 1.8, radius * 0.38), 0.8)
    turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    dent = 1 - 0.13 * np.exp(-(((turn - 1.5 * np.pi) / 0.4) ** 2))
    outline = np.stack([x + radius * 1.03 * np.cos(turn) * dent, y + radius * 0.93 * np.sin(turn) * dent], axis=1)
    shot.drawing.polygon(outline, round_fill(shot, x, y, radius, skin))
    speckle(shot, x, y, radius * 0.8, 60, mix(skin, (1, 0.9, 0.6), 0.6))
    hollow: list[Stop] = [(0, BLACK, 0.55), (1, BLACK, 0.0)]
    shot.drawing.ellipse(
        x,
        y - radius * 0.74,
        (radius * 0.42, radius * 0.14),
        shot.drawing.radial(x, y - radius * 0.74, radius * 0.42, hollow, 0.33),
    )
    shot.drawing.line(
        np.array([(x, y - radius * 0.72), (x + 4, y - radius * 0.95), (x + 14, y - radius * 1.12)]),
        css((0.22, 0.14, 0.08)),
        6,
    )


def _grapes(shot: Shot, x: float, y: float) -> None:
    soft_shadow(shot, x + 40, y + 62, (210, 40), 0.8)
    for row in range(5):
        for i in range(7 - row):
            gx = x - 118 + i * 38 + row * 20 + shot.rng.uniform(-6, 6)
            gy = y + 30 - row * 32 + shot.rng.uniform(-7, 7)
            size = shot.rng.uniform(23, 29)
            tone = mix((0.3, 0.12, 0.28), (0.45, 0.2, 0.3), shot.rng.random())
            shot.drawing.ellipse(gx, gy, (size, size * 1.06), round_fill(shot, gx, gy, size, tone))
            shot.drawing.ellipse(gx - size * 0.35, gy - size * 0.4, (size * 0.16, size * 0.13), css(WHITE), 0.7)
    shot.drawing.line(np.array([(x + 30, y - 110), (x + 46, y - 150), (x + 88, y - 168)]), css((0.3, 0.24, 0.12)), 7)
