"""A wristwatch on a leather strap, seen from above."""

import numpy as np

from proofroom.demo.pictures.colors import BLACK, WHITE, Color, css, mix
from proofroom.demo.pictures.drawing import Stop
from proofroom.demo.pictures.products.set_up import Shot, backdrop, dust, scratch, soft_shadow

X, Y = 750.0, 500.0
STEEL: Color = (0.78, 0.79, 0.8)
LEATHER: Color = (0.36, 0.21, 0.12)


def watch(shot: Shot) -> None:
    """Draws the watch."""
    backdrop(shot, 990)
    soft_shadow(shot, X + 24, Y + 34, (330, 300), 0.55)
    soft_shadow(shot, X + 22, Y + 20, (170, 640), 0.55)
    for way in (-1, 1):
        _strap(shot, way)
    _case(shot)
    _dial(shot)
    _hands(shot)
    _glass(shot)
    scratch(shot, (X - 120, Y + 96), (X + 60, Y + 20))
    scratch(shot, (X - 40, Y + 130), (X + 20, Y + 104))
    dust(shot)


def _strap(shot: Shot, way: int) -> None:
    drawing = shot.drawing
    ends = [(118, 150), (112, 300), (104, 420), (100, 560)]
    outline = np.array([*[(X + w, Y + way * d) for w, d in ends], *[(X - w, Y + way * d) for w, d in reversed(ends)]])
    stops: list[Stop] = [
        (0, mix(LEATHER, BLACK, 0.5), 1),
        (0.08, mix(LEATHER, WHITE, 0.08), 1),
        (0.3, mix(LEATHER, WHITE, 0.2), 1),
        (0.7, LEATHER, 1),
        (0.94, mix(LEATHER, BLACK, 0.3), 1),
        (1, mix(LEATHER, BLACK, 0.6), 1),
    ]
    drawing.polygon(outline, drawing.linear((X - 116, 0), (X + 116, 0), stops))
    fall: list[Stop] = [(0, BLACK, 0.55), (0.2, BLACK, 0.0), (0.8, BLACK, 0.0), (1, BLACK, 0.35)]
    drawing.polygon(outline, drawing.linear((0, Y + way * 190), (0, Y + way * 540), fall))
    for _ in range(260):
        x, d = shot.rng.uniform(-98, 98), shot.rng.uniform(170, 520)
        crease = np.array(
            [(X + x, Y + way * d), (X + x + shot.rng.uniform(-9, 9), Y + way * d + shot.rng.uniform(-4, 4))]
        )
        drawing.line(crease, css(BLACK), 0.8, 0.22)
        drawing.line(crease + 1, css(WHITE), 0.6, 0.08)
    for side in (-1, 1):
        for d in range(205, 520, 17):
            inset = 100 - (d - 200) * 0.045
            stitch = np.array([(X + side * inset, Y + way * d), (X + side * inset, Y + way * (d + 10))])
            drawing.line(stitch, css((0.86, 0.78, 0.64)), 3.2)


def _ring(shot: Shot, radius: float, light: Color, dark: Color, turn: float = 0.7) -> None:
    dx, dy = radius * float(np.cos(turn)), radius * float(np.sin(turn))
    stops: list[Stop] = [
        (0, light, 1),
        (0.32, mix(light, dark, 0.7), 1),
        (0.5, light, 1),
        (0.72, dark, 1),
        (1, mix(light, dark, 0.4), 1),
    ]
    fill = shot.drawing.linear((X - dx, Y - dy), (X + dx, Y + dy), stops)
    shot.drawing.ellipse(X, Y, (radius, radius), fill)


def _case(shot: Shot) -> None:
    drawing = shot.drawing
    for sx in (-1, 1):
        for sy in (-1, 1):
            lug = np.array([(92, 150), (134, 150), (132, 262), (104, 268)]) * np.array([sx, sy]) + np.array([X, Y])
            stops: list[Stop] = [(0, mix(STEEL, WHITE, 0.6), 1), (0.5, mix(STEEL, BLACK, 0.35), 1), (1, STEEL, 1)]
            drawing.polygon(lug, drawing.linear((X + sx * 92, 0), (X + sx * 134, 0), stops), rounding=8)
    crown = np.array([(238, -26), (276, -22), (276, 22), (238, 26)]) + np.array([X, Y])
    metal: list[Stop] = [(0, STEEL, 1), (0.3, WHITE, 1), (0.6, mix(STEEL, BLACK, 0.5), 1), (1, STEEL, 1)]
    drawing.polygon(crown, drawing.linear((0, Y - 26), (0, Y + 26), metal), rounding=6)
    for i in range(7):
        y = Y - 20 + i * 6.6
        drawing.line(np.array([(X + 252, y), (X + 277, y)]), css(BLACK), 1.6, 0.5)
    _ring(shot, 246, (0.97, 0.97, 0.98), (0.36, 0.37, 0.39))
    _ring(shot, 234, (0.62, 0.63, 0.65), (0.96, 0.96, 0.97), 0.9)
    _ring(shot, 214, (0.42, 0.43, 0.45), (0.82, 0.83, 0.84), 3.8)


def _dial(shot: Shot) -> None:
    drawing, tone = shot.drawing, mix(shot.tone, BLACK, 0.35)
    stops: list[Stop] = [(0, mix(tone, WHITE, 0.22), 1), (0.6, tone, 1), (1, mix(tone, BLACK, 0.45), 1)]
    drawing.ellipse(X, Y, (203, 203), drawing.radial(X - 40, Y - 50, 260, stops))
    for minute in range(60):
        turn = np.pi * minute / 30
        way = np.array([np.sin(turn), -np.cos(turn)])
        hour = minute % 5 == 0
        ends = np.array([way * (152 if hour else 186), way * (188 if hour else 194)]) + np.array([X, Y])
        if hour:
            drawing.line(ends + 2, css(BLACK), 9, 0.35)
        drawing.line(ends, css((0.95, 0.94, 0.9)), 8 if hour else 1.8)
    drawing.ellipse(X, Y + 86, (46, 46), css(mix(tone, BLACK, 0.25)))
    for tick in range(12):
        turn = np.pi * tick / 6
        way = np.array([np.sin(turn), -np.cos(turn)])
        drawing.line(np.array([way * 37, way * 43]) + np.array([X, Y + 86]), css(WHITE), 1.6, 0.8)
    drawing.line(np.array([(X, Y + 86), (X + 22, Y + 58)]), css(WHITE), 2.2)
    box = np.array([(X + 106, Y - 15), (X + 146, Y - 15), (X + 146, Y + 15), (X + 106, Y + 15)])
    drawing.polygon(box, css((0.95, 0.95, 0.93)))
    for shift in (0, 13):
        digit = np.array([(X + 116 + shift, Y - 8), (X + 123 + shift, Y - 8), (X + 118 + shift, Y + 9)])
        drawing.line(digit, css(BLACK), 2.4)


def _hands(shot: Shot) -> None:
    for angle, length, width in ((305, 108, 13), (54, 168, 9)):
        turn = np.radians(angle)
        way, side = np.array([np.sin(turn), -np.cos(turn)]), np.array([np.cos(turn), np.sin(turn)])
        middle = np.array([X, Y])
        outline = np.array(
            [
                middle - way * 24 + side * width / 2,
                middle + way * length * 0.8 + side * width * 0.6,
                middle + way * length,
                middle + way * length * 0.8 - side * width * 0.6,
                middle - way * 24 - side * width / 2,
            ]
        )
        shot.drawing.polygon(outline + np.array([5, 7]), css(BLACK), opacity=0.35)
        shot.drawing.polygon(outline, css((0.93, 0.93, 0.92)))
        half = np.array([outline[0], outline[1], outline[2], middle])
        shot.drawing.polygon(half, css((0.62, 0.63, 0.65)))
    second = np.array([(X + 30, Y - 42), (X - 106, Y + 148)])
    shot.drawing.line(second + 4, css(BLACK), 2.4, 0.35)
    shot.drawing.line(second, css((0.78, 0.2, 0.14)), 2.6)
    shot.drawing.ellipse(X, Y, (10, 10), css((0.85, 0.85, 0.86)))
    shot.drawing.ellipse(X, Y, (4, 4), css((0.3, 0.3, 0.3)))


def _glass(shot: Shot) -> None:
    strength = 0.2 if shot.after else 0.32
    turn = np.linspace(np.radians(150), np.radians(262), 30)
    arc = np.stack([X + 198 * np.cos(turn), Y + 198 * np.sin(turn)], axis=1)
    inner = np.stack([X + 20 + 172 * np.cos(turn), Y + 30 + 172 * np.sin(turn)], axis=1)[::-1]
    stops: list[Stop] = [(0, WHITE, strength * 1.6), (1, WHITE, strength * 0.15)]
    shot.drawing.polygon(np.concatenate([arc, inner]), shot.drawing.linear((X - 170, Y - 170), (X, Y), stops))
