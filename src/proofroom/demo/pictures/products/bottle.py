"""A cosmetics bottle of amber glass with a paper label and a black pump cap."""

import numpy as np

from proofroom.demo.pictures.colors import BLACK, WHITE, Color, css, mix
from proofroom.demo.pictures.drawing import Stop
from proofroom.demo.pictures.products.set_up import Shot, backdrop, dust, rounded, scratch, soft_shadow, turned

X = 750.0
GLASS: Color = (0.52, 0.25, 0.07)
CAP: Color = (0.1, 0.1, 0.105)


def bottle(shot: Shot) -> None:
    """Draws the bottle."""
    backdrop(shot, 620)
    soft_shadow(shot, X + 90, 858, (330, 58), 0.45)
    soft_shadow(shot, X + 10, 868, (190, 26), 0.85)
    drawing = shot.drawing
    body = turned(X, [(42, 300), (46, 330), (150, 400), (158, 440), (158, 640), (157, 830), (152, 862), (132, 876)])
    drawing.polygon(body, rounded(shot, X - 158, X + 158, GLASS, shine=0.42))
    glow: list[Stop] = [(0, (1.0, 0.62, 0.2), 0.0), (0.7, (1.0, 0.6, 0.2), 0.18), (1, (1.0, 0.7, 0.3), 0.42)]
    drawing.polygon(body, drawing.linear((0, 420), (0, 880), glow))
    _cap(shot)
    _label(shot)
    light = np.array([(X - 112, 452), (X - 88, 446), (X - 88, 848), (X - 112, 842)])
    drawing.polygon(light, css(WHITE), opacity=0.36, rounding=0)
    edge = np.array([(X + 138, 450), (X + 143, 454), (X + 143, 836), (X + 138, 840)])
    drawing.polygon(edge, css(WHITE), opacity=0.3)
    scratch(shot, (X - 40, 800), (X + 105, 716))
    scratch(shot, (X + 40, 820), (X + 92, 800))
    dust(shot)


def _cap(shot: Shot) -> None:
    drawing = shot.drawing
    drawing.polygon(turned(X, [(46, 300), (46, 326)]), rounded(shot, X - 46, X + 46, GLASS, shine=0.3))
    drawing.polygon(
        turned(X, [(56, 232), (58, 238), (58, 304), (56, 312)]), rounded(shot, X - 58, X + 58, CAP, shine=0.34)
    )
    for i in range(-9, 10):
        x = X + 57 * float(np.sin(i * 0.165))
        drawing.line(np.array([(x, 244), (x, 302)]), css(BLACK), 1.3, 0.5)
    drawing.polygon(turned(X, [(16, 172), (16, 234)]), rounded(shot, X - 16, X + 16, CAP, shine=0.4))
    spout = np.array(
        [
            (X - 128, 146),
            (X - 116, 132),
            (X + 44, 128),
            (X + 54, 140),
            (X + 54, 172),
            (X - 40, 176),
            (X - 108, 168),
            (X - 126, 184),
            (X - 136, 180),
        ]
    )
    stops: list[Stop] = [(0, mix(CAP, WHITE, 0.42), 1), (0.35, mix(CAP, WHITE, 0.1), 1), (1, mix(CAP, BLACK, 0.5), 1)]
    drawing.polygon(spout, drawing.linear((0, 128), (0, 180), stops), rounding=6)


def _label(shot: Shot) -> None:
    drawing, paper = shot.drawing, (0.94, 0.92, 0.87)
    low, high = 520.0, 790.0
    bend = np.linspace(-1, 1, 24)
    sag = 9 * (1 - bend**2)
    top = np.stack([X + 157 * bend, high - 270 + sag], axis=1)
    foot = np.stack([X + 157 * bend, high + sag], axis=1)[::-1]
    stops: list[Stop] = [
        (0, mix(paper, BLACK, 0.42), 1),
        (0.2, paper, 1),
        (0.45, mix(paper, WHITE, 0.5), 1),
        (0.75, mix(paper, BLACK, 0.14), 1),
        (1, mix(paper, BLACK, 0.5), 1),
    ]
    drawing.polygon(np.concatenate([top, foot]), drawing.linear((X - 157, 0), (X + 157, 0), stops))
    ink = css(mix(shot.tone, BLACK, 0.25))
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    for i in range(6):
        petal = np.stack(
            [
                X + 17 * np.cos(turn) + 21 * np.cos(i * np.pi / 3),
                low + 66 + 8 * np.sin(turn) + 21 * np.sin(i * np.pi / 3),
            ],
            axis=1,
        )
        drawing.polygon(petal, ink, opacity=0.75)
    for y, half, thick in ((640, 84, 11), (668, 52, 5), (706, 66, 2.4), (718, 70, 2.4), (730, 58, 2.4), (762, 26, 4)):
        drawing.line(np.array([(X - half, y), (X, y + 2.5), (X + half, y)]), ink, thick, 0.85)
