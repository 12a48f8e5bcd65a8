"""A glazed stoneware mug with coffee."""

import numpy as np

from proofroom.demo.pictures.colors import BLACK, WHITE, Color, css, mix
from proofroom.demo.pictures.drawing import Stop
from proofroom.demo.pictures.products.set_up import Shot, backdrop, dust, rounded, scratch, soft_shadow, speckle

X = 720.0
CLAY: Color = (0.72, 0.58, 0.43)


def _oval(y: float, across: float, down: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    turn = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    return np.stack([X + across * np.cos(turn), y + down * np.sin(turn)], axis=1)


def mug(shot: Shot) -> None:
    """Draws the mug."""
    backdrop(shot, 560)
    soft_shadow(shot, X + 120, 812, (400, 80), 0.45)
    soft_shadow(shot, X + 12, 818, (250, 44), 0.8)
    _handle(shot)
    drawing = shot.drawing
    glaze = mix(shot.tone, (0.92, 0.92, 0.9), 0.25)
    turn = np.linspace(0, np.pi, 40)
    foot = np.stack([X + 205 * np.cos(turn), 776 + 50 * np.sin(turn)], axis=1)
    body = np.concatenate([[(X - 232, 330), (X + 232, 330)], [(X + 226, 640)], foot, [(X - 226, 640)]])
    drawing.polygon(body, rounded(shot, X - 232, X + 232, CLAY, shine=0.3))
    drip = np.linspace(1, -1, 60)
    edge = np.stack(
        [X + 229 * drip, 676 + 48 * np.sqrt(1 - drip**2) + 5 * np.sin(drip * 9) + 3 * np.sin(drip * 23)], axis=1
    )
    coat = np.concatenate([[(X - 232, 330), (X + 232, 330)], edge])
    drawing.polygon(coat, rounded(shot, X - 232, X + 232, glaze, shine=0.5))
    drawing.line(edge, css(mix(glaze, WHITE, 0.5)), 3, 0.4)
    speckle(shot, X, 540, 175, 260, (0.25, 0.18, 0.12))
    _inside(shot, glaze)
    scratch(shot, (X - 30, 600), (X + 110, 520))
    dust(shot)


def _handle(shot: Shot) -> None:
    drawing = shot.drawing
    glaze = mix(shot.tone, (0.92, 0.92, 0.9), 0.25)
    turn = np.linspace(-1.75, 1.75, 40)
    arc = np.stack([X + 222 + 138 * np.cos(turn), 510 + 138 * np.sin(turn)], axis=1)
    for width, tone, alpha in (
        (62, mix(glaze, BLACK, 0.5), 1.0),
        (52, mix(glaze, BLACK, 0.22), 1.0),
        (30, glaze, 1.0),
        (9, mix(glaze, WHITE, 0.6), 0.65),
    ):
        drawing.line(arc - np.array([0, (62 - width) * 0.16]), css(tone), width, alpha)


def _inside(shot: Shot, glaze: Color) -> None:
    drawing = shot.drawing
    drawing.polygon(_oval(330, 232, 62), css(mix(glaze, WHITE, 0.35)))
    wall: list[Stop] = [
        (0, mix(glaze, BLACK, 0.55), 1),
        (0.6, mix(glaze, BLACK, 0.2), 1),
        (1, mix(glaze, WHITE, 0.3), 1),
    ]
    drawing.polygon(_oval(333, 218, 54), drawing.linear((X - 218, 0), (X + 218, 0), wall))
    coffee: list[Stop] = [(0, (0.32, 0.17, 0.08), 1), (0.75, (0.2, 0.1, 0.05), 1), (1, (0.55, 0.36, 0.2), 1)]
    drawing.polygon(_oval(346, 204, 40), drawing.radial(X, 346, 204, coffee, 0.2))
    gleam: list[Stop] = [(0, WHITE, 0.5), (1, WHITE, 0.0)]
    drawing.ellipse(X - 90, 340, (80, 14), drawing.radial(X - 90, 340, 80, gleam, 0.17))
