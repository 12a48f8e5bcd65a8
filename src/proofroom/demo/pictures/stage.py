"""A room being set: surfaces are placed from back to front, lit together, and drawn once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from proofroom.demo.pictures.camera import View
from proofroom.demo.pictures.colors import BLACK, WHITE, Color, Floats, css, lit, mix
from proofroom.demo.pictures.drawing import Drawing, Stop
from proofroom.demo.pictures.light import Lamp, Lighting

Point = tuple[float, float, float]
Paint = Callable[[Drawing, Floats], None]


@dataclass(frozen=True)
class Palette:
    """The paints of one family's home."""

    wall: Color
    accent: Color
    second: Color
    wood: Color
    textile: Color
    floor: Color


@dataclass
class Mark:
    """Something to draw: where it asks for light, and how it paints itself with the answer."""

    points: Floats
    normals: Floats
    paint: Paint


@dataclass
class Stage:
    """One room of `size` = (width, height, depth) meters, seen by one camera."""

    view: View
    size: Point
    palette: Palette
    lighting: Lighting
    after: bool
    rng: Random
    decals: list[Mark] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def decal(self, outline: Sequence[Sequence[float]] | Floats, paint: Color, opacity: float = 1.0) -> None:
        """Something flat on a wall or the floor: the light of the room falls on it with the wall's."""
        self.decals.append(self._flat(outline, paint, opacity))

    def flat(self, outline: Sequence[Sequence[float]] | Floats, paint: Color, opacity: float = 1.0) -> None:
        """A polygon that keeps its color whatever the light: a glow, a reflection, a shadow."""
        self.marks.append(self._flat(outline, paint, opacity))

    def face(self, outline: Sequence[Sequence[float]] | Floats, paint: Color, *, rounding: float = 0.0) -> None:
        """A lit polygon, drawn from whichever side the camera is; rounding in meters."""
        ring = np.asarray(outline, float)
        normal = self._towards_camera(ring)
        center = ring.mean(axis=0)
        probes = center + (ring - center) * 0.82 + normal * (0.03 + rounding / 2)

        def draw(drawing: Drawing, light: Floats) -> None:
            sheet = self.view.project(ring)
            if len(sheet) >= 3:
                seen = self.view.flat(self.view.local(probes))
                width = rounding * self.view.scale(center)
                drawing.polygon(sheet, wash(drawing, sheet, seen, light, paint), rounding=width)

        self.marks.append(Mark(probes, np.repeat(normal[None], len(ring), axis=0), draw))

    def box(
        self, low: Point, high: Point, paint: Color, *, rounding: float = 0.0, cast: bool = True, edge: float = 0.22
    ) -> None:
        """An upright box between two corners; it throws shadows unless `cast` is false."""
        if cast:
            self.lighting.boxes.append((low, high))
        inset = rounding / 2
        a, b = np.array(low) + inset, np.array(high) - inset
        for axis in (1, 0, 2):
            eye = self.view.eye[axis]
            if a[axis] <= eye <= b[axis]:
                continue
            ring = _side(a, b, axis, b[axis] if eye > b[axis] else a[axis])
            self.face(ring, paint, rounding=rounding)
            if edge:
                self._edge(ring, mix(paint, (1, 1, 1), 0.6), edge)

    def blob(self, center: Point, shape: Floats, paint: Color, *, depth: float = 0.0, puff: float = 0.0) -> None:
        """A soft body: `shape` (n, 2) in meters across and up, facing the camera, shaded round from the light;
        `puff` (0 to 1) also shades it from top to bottom as a stuffed body."""
        middle = np.array(center)
        right = np.array([self.view.axes[0][0], 0.0, self.view.axes[0][2]])
        ring = middle + shape[:, :1] * right + shape[:, 1:] * np.array([0.0, 1.0, 0.0])
        half = float(np.abs(shape[:, 0]).max())
        toward = -self.view.axes[2]
        normals = np.array([-right, toward - right * 0.3, toward + right * 0.3, right]) + np.array([0, 0.45, 0])
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        probes = middle + normals * (half + depth + 0.02)

        def draw(drawing: Drawing, light: Floats) -> None:
            sheet = self.view.project(ring)
            if len(sheet) < 3:
                return
            ends = self.view.flat(self.view.local(np.array([middle - right * half, middle + right * half])))
            shade = light * np.array([0.9, 1.0, 0.97, 0.82])[:, None]
            stops = [(at, lit(paint, shade[i]), 1.0) for i, at in enumerate((0.0, 0.33, 0.68, 1.0))]
            drawing.polygon(sheet, drawing.linear(ends[0], ends[1], stops))
            if puff:
                top, foot = sheet[sheet[:, 1].argmin()], sheet[sheet[:, 1].argmax()]
                fall: list[Stop] = [(0, WHITE, 0.0), (0.16, WHITE, 0.34 * puff), (0.5, WHITE, 0.0), (0.51, BLACK, 0.0)]
                fall += [(0.82, BLACK, 0.16 * puff), (1, BLACK, 0.5 * puff)]
                drawing.polygon(sheet, drawing.linear((top[0], top[1]), (top[0], foot[1]), fall))

        self.marks.append(Mark(probes, normals, draw))

    def lathe(self, foot: Point, profile: Sequence[tuple[float, float]], paint: Color, *, cast: bool = True) -> None:
        """A turned body: (radius, height) pairs in meters from its foot upwards, with its rim."""
        radii = [radius for radius, _ in profile]
        if cast:
            wide = max(radii) * 0.8
            top = foot[1] + max(height for _, height in profile)
            self.lighting.boxes.append(
                ((foot[0] - wide, foot[1] + 0.01, foot[2] - wide), (foot[0] + wide, top, foot[2] + wide))
            )
        outline = np.array([*profile, *[(-radius, height) for radius, height in reversed(profile)]])
        if self.view.eye[1] > foot[1]:
            outline = np.concatenate([outline, self._belly(foot, profile[0][0])])
        else:
            self.face(ring_at(foot, profile[0][0]), mix(paint, BLACK, 0.3))
        self.blob(foot, outline, paint)
        rim, height = profile[-1]
        if self.view.eye[1] > foot[1] + height:
            self.face(ring_at((foot[0], foot[1] + height, foot[2]), rim), mix(paint, WHITE, 0.12))

    def _belly(self, foot: Point, radius: float) -> Floats:
        """The near half of a round foot as it hangs below its middle, seen from above: (n, 2) meters."""
        way = np.array(foot) - np.array(self.view.eye)
        sag = -float(way[1]) / float(np.hypot(way[0], way[2]))
        turn = np.linspace(np.pi, 2 * np.pi, 14)[1:-1]
        return np.stack([radius * np.cos(turn), radius * sag * np.sin(turn)], axis=1)

    def shadow(self, center: Point, across: float, away: float, strength: float = 0.4) -> None:
        """A soft dark patch under something small that stands on a surface."""
        for step in range(18):
            share = 1.0 - step / 19
            ring = ring_at(center, 1.0, 20)
            ring = np.array(center) + (ring - np.array(center)) * np.array([across, 1, away]) * share
            self.flat(ring, (0.05, 0.04, 0.04), strength / 15)

    def line(self, points: Sequence[Point] | Floats, paint: Color, width: float, opacity: float = 1.0) -> None:
        """A round cord or rod; width in meters."""
        spine = np.asarray(points, float)
        middle = spine[len(spine) // 2]

        def draw(drawing: Drawing, light: Floats) -> None:

            if self.view.local(spine)[:, 2].min() > 0.15:
                sheet = self.view.flat(self.view.local(spine))
                stroke = max(0.4, width * self.view.scale(middle))
                drawing.line(sheet, css(lit(paint, light[0])), stroke, opacity)

        self.marks.append(Mark(middle[None], np.array([[0.0, 1.0, 0.0]]), draw))

    def paint(self, paint: Callable[[Drawing], None]) -> None:
        """Anything else, painted in its turn without light."""
        self.marks.append(Mark(np.zeros((0, 3)), np.zeros((0, 3)), lambda drawing, _: paint(drawing)))

    def lamp(self, at: Point, strength: float = 0.18) -> None:
        """A lamp that is lit."""
        self.lighting.lamps.append(Lamp(at, strength))

    def _flat(self, outline: Sequence[Sequence[float]] | Floats, paint: Color, opacity: float) -> Mark:

        ring = np.asarray(outline, float)

        def draw(drawing: Drawing, _: Floats) -> None:
            drawing.polygon(self.view.project(ring), css(paint), opacity=opacity)

        return Mark(np.zeros((0, 3)), np.zeros((0, 3)), draw)

    def _edge(self, ring: Floats, paint: Color, opacity: float) -> None:
        top = ring[np.argsort(-ring[:, 1])[:2]]
        self.line([tuple(top[0]), tuple(top[0] * 0.5 + top[1] * 0.5), tuple(top[1])], paint, 0.004, opacity)

    def _towards_camera(self, ring: Floats) -> Floats:
        normal = np.cross(ring[1] - ring[0], ring[len(ring) // 2] - ring[0])
        normal = normal / max(float(np.linalg.norm(normal)), 1e-9)
        away = float(normal @ (ring.mean(axis=0) - np.array(self.view.eye))) > 0
        result: Floats = -normal if away else normal
        return result


def ring_at(center: Point, radius: float, count: int = 28) -> Floats:
    """A level circle as a polygon (count, 3)."""
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    flat = np.stack([np.cos(turn) * radius, np.zeros(count), np.sin(turn) * radius], axis=1)
    ring: Floats = flat + np.array(center)
    return ring


def wash(drawing: Drawing, sheet: Floats, seen: Floats, light: Floats, paint: Color) -> str:
    """A fill for a polygon: the straight gradient that comes closest to the light met on it."""

    mean = light.mean(axis=0)
    spread = float(np.ptp(light.mean(axis=1)))
    extent = np.ptp(sheet, axis=0)
    if spread < 0.02 or extent.max() < 6:
        return css(lit(paint, mean))
    system = np.column_stack([np.ones(len(seen)), seen])
    plane, *_ = np.linalg.lstsq(system, light, rcond=None)
    slope = plane[1:].mean(axis=1)
    steep = float(np.hypot(*slope))
    if steep < 1e-7:
        return css(lit(paint, mean))
    way = slope / steep
    along = seen @ way
    start, end = along.min(), along.max()
    base = seen.mean(axis=0)
    foot, head = base + way * (start - base @ way), base + way * (end - base @ way)
    low, high = light.min(axis=0), light.max(axis=0)
    stops: list[Stop] = []
    for at in (0.0, 0.5, 1.0):
        spot = foot + (head - foot) * at
        value = np.clip(np.array([1.0, *spot]) @ plane, low, high)
        stops.append((at, lit(paint, value), 1.0))
    return drawing.linear(foot, head, stops)


def _side(low: Floats, high: Floats, axis: int, at: float) -> Floats:
    first, second = [other for other in range(3) if other != axis]
    ring = np.full((4, 3), at)
    ring[:, first] = [low[first], high[first], high[first], low[first]]
    ring[:, second] = [low[second], low[second], high[second], high[second]]
    return ring
