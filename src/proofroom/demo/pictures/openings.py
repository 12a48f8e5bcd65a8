"""Windows: the hole in the wall, the frame, the view through it, the sun it lets in, curtains."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from proofroom.demo.pictures.colors import Color, Floats, mix
from proofroom.demo.pictures.drawing import Drawing
from proofroom.demo.pictures.light import Pane
from proofroom.demo.pictures.outside import outlook
from proofroom.demo.pictures.stage import Point, Stage

RECESS = 0.16
WHITE: Color = (0.95, 0.95, 0.94)


@dataclass(frozen=True)
class Window:
    """A window in the `back`, `left` or `right` wall, from `low` to `high` = (along the wall, up) meters."""

    wall: str
    low: tuple[float, float]
    high: tuple[float, float]
    columns: int = 2
    rows: int = 1

    def at(self, stage: Stage, along: float, up: float, out: float) -> Point:
        """The room point at a place along the wall, `out` meters towards the garden."""
        if self.wall == "back":
            return (along, up, stage.size[2] + out)
        return (-out if self.wall == "left" else stage.size[0] + out, up, along)

    def quad(self, stage: Stage, low: tuple[float, float], high: tuple[float, float], out: float) -> Floats:
        """An upright rectangle parallel to the wall."""
        corners = ((low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1]))
        return np.array([self.at(stage, along, up, out) for along, up in corners])


def window(stage: Stage, opening: Window) -> None:
    """Cuts the window, lights the room through it, and shows the view: white before, sky after."""
    (a0, b0), (a1, b1) = opening.low, opening.high
    grid = [(a0 + (a1 - a0) * (i + 0.5) / 3, b0 + (b1 - b0) * (j + 0.5) / 4) for i in range(3) for j in range(4)]
    samples = np.array([opening.at(stage, along, up, -0.01) for along, up in grid])
    facing = np.array(opening.at(stage, 0, 0, -1.0)) - np.array(opening.at(stage, 0, 0, 0.0))
    stage.lighting.panes.append(Pane(samples, facing, (a1 - a0) * (b1 - b0)))
    stage.paint(_view_painter(stage, opening))
    for ring, paint in _reveals(stage, opening):
        stage.flat(ring, paint)
    _frame(stage, opening)


def _view_painter(stage: Stage, opening: Window) -> Callable[[Drawing], None]:
    hole = opening.quad(stage, opening.low, opening.high, RECESS)
    picture = outlook(stage.rng.randrange(1000), after=stage.after)

    def draw(drawing: Drawing) -> None:
        sheet = stage.view.project(hole)
        if len(sheet) < 3:
            return
        (x, y), (right, bottom) = sheet.min(axis=0) - 2, sheet.max(axis=0) + 2
        drawing.image(picture, (x, y, right - x, bottom - y), clip=sheet)

    return draw


def _reveals(stage: Stage, opening: Window) -> list[tuple[Floats, Color]]:
    near = opening.quad(stage, opening.low, opening.high, 0.0)
    far = opening.quad(stage, opening.low, opening.high, RECESS)
    bright = 1.0 if stage.after else 0.86
    tones = (0.97, 0.9, 0.8, 0.93)
    sides: list[tuple[Floats, Color]] = []
    for i, tone in enumerate(tones):
        j = (i + 1) % 4
        value = tone * bright
        ring = np.array([near[i], near[j], far[j], far[i]])
        if _faces_camera(stage, ring, hole_center=near.mean(axis=0)):
            sides.append((ring, (value, value, value * 0.99)))
    return sides


def _faces_camera(stage: Stage, ring: Floats, hole_center: Floats) -> bool:
    normal = np.cross(ring[1] - ring[0], ring[2] - ring[0])
    inward = normal if normal @ (hole_center - ring.mean(axis=0)) > 0 else -normal
    return bool(inward @ (np.array(stage.view.eye) - ring.mean(axis=0)) > 0)


def _frame(stage: Stage, opening: Window) -> None:
    (a0, b0), (a1, b1) = opening.low, opening.high
    tone: Color = (0.93, 0.93, 0.92) if stage.after else (0.74, 0.74, 0.73)
    bars = [(a0, b0, a0 + 0.06, b1), (a1 - 0.06, b0, a1, b1), (a0, b0, a1, b0 + 0.06), (a0, b1 - 0.06, a1, b1)]
    for column in range(1, opening.columns):
        x = a0 + (a1 - a0) * column / opening.columns
        bars.append((x - 0.04, b0, x + 0.04, b1))
    for row in range(1, opening.rows):
        y = b0 + (b1 - b0) * row / opening.rows
        bars.append((a0, y - 0.018, a1, y + 0.018))
    for left, low, right, high in bars:
        stage.flat(opening.quad(stage, (left, low), (right, high), RECESS - 0.01), mix(tone, (0.3, 0.3, 0.3), 0.35))
    for left, low, right, high in bars:
        stage.flat(opening.quad(stage, (left + 0.008, low + 0.008), (right - 0.008, high - 0.008), RECESS - 0.04), tone)
    sill = [
        opening.at(stage, along, b0, out)
        for along, out in ((a0 - 0.06, -0.1), (a1 + 0.06, -0.1), (a1 + 0.06, 0.02), (a0 - 0.06, 0.02))
    ]
    stage.face(sill, WHITE)
    lip = [(x, y - 0.035, z) for x, y, z in sill[:2]]
    stage.face([sill[0], sill[1], lip[1], lip[0]], WHITE)


def sun(stage: Stage, opening: Window, slope: tuple[float, float]) -> None:
    """The sun on the floor: each pane's outline thrown `slope` = (along, inward) meters per meter of height."""
    if not stage.after:
        return
    (a0, b0), (a1, b1) = opening.low, opening.high
    step = (a1 - a0) / opening.columns
    for column in range(opening.columns):
        left, right = a0 + step * column + 0.05, a0 + step * (column + 1) - 0.05
        for soft in range(4):
            pull = 0.02 * soft
            corners = (
                (left + pull, b0 + pull),
                (right - pull, b0 + pull),
                (right - pull, b1 - pull),
                (left + pull, b1 - pull),
            )
            thrown = [opening.at(stage, a + slope[0] * b, 0.0, -slope[1] * b) for a, b in corners]
            stage.decal([(x, 0.0, z) for x, _, z in thrown], (1.0, 0.94, 0.8), 0.13)


def gloss(stage: Stage, opening: Window) -> None:
    """The window mirrored faintly in a polished floor."""
    (a0, b0), (a1, b1) = opening.low, opening.high
    for step in range(7):
        grow = 0.22 - 0.05 * step
        ring = opening.quad(stage, (a0 - grow, -b1 - grow), (a1 + grow, -b0 + grow), 0.0)
        stage.decal(ring, (1.0, 0.99, 0.96), 0.05)


def curtain(stage: Stage, opening: Window, span: tuple[float, float], paint: Color, top: float) -> None:
    """A hanging curtain along the window's wall, in folds, from the floor up to `top`."""
    folds = max(10, int((span[1] - span[0]) / 0.022))
    edges = np.linspace(span[0], span[1], folds + 1)
    stage.face(opening.quad(stage, (span[0], 0.02), (span[1], top), -0.07), paint)
    phase = stage.rng.random() * 6
    for i in range(folds):
        wave = 0.5 + 0.5 * np.sin(i * 1.15 + phase + np.sin(i * 0.37))
        tone = mix(mix(paint, (0.1, 0.09, 0.08), 0.22), mix(paint, (1, 1, 1), 0.3), float(wave))
        out = -0.08 - 0.02 * float(wave)
        stage.face(opening.quad(stage, (edges[i] - 0.002, 0.02), (edges[i + 1] + 0.002, top), out), tone)


def rail(stage: Stage, opening: Window, span: tuple[float, float], top: float) -> None:
    """The curtain rail above a window."""
    ends = [opening.at(stage, along, top + 0.02, -0.1) for along in (span[0], (span[0] + span[1]) / 2, span[1])]
    stage.line(ends, (0.2, 0.19, 0.18), 0.025)
