"""Small things that make a room lived in: plants, lamps, pictures, vases, books, cushions, cords."""

from collections.abc import Sequence

import numpy as np

from proofroom.demo.pictures.colors import BLACK, WHITE, Color, Floats, mix
from proofroom.demo.pictures.drawing import Drawing
from proofroom.demo.pictures.stage import Point, Stage, ring_at

BRASS: Color = (0.72, 0.58, 0.34)
LEAF: Color = (0.27, 0.44, 0.24)


def pillow(width: float, height: float, squareness: float = 3.6) -> Floats:
    """The outline of a cushion around its foot point, in meters."""
    turn = np.linspace(0, 2 * np.pi, 44, endpoint=False)
    power = 2 / squareness
    x = np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** power * width / 2
    y = np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** power * height / 2
    pinch = 1 - 0.055 * np.cos(2 * turn) ** 2
    shape: Floats = np.stack([x * pinch, y * pinch + height / 2], axis=1)
    return shape


def cushion(stage: Stage, foot: Point, width: float, height: float, paint: Color) -> None:
    """A cushion that stands on its edge, with a darker seam below and a soft light above."""
    stage.shadow((foot[0], foot[1] + 0.005, foot[2] - 0.02), width * 0.55, 0.12, 0.35)
    stage.blob(foot, pillow(width, height, 5), mix(paint, BLACK, 0.22), depth=0.02)
    inner = (foot[0], foot[1] + height * 0.025, foot[2])
    stage.blob(inner, pillow(width * 0.965, height * 0.95, 4.6), paint, depth=0.02, puff=0.9)
    for lean in (-0.3, 0.28):
        fold = np.array([[lean * width, 0.86], [lean * 0.6 * width, 0.62], [lean * 0.75 * width, 0.66]])
        fold[:, 1] *= height
        stage.blob(foot, fold, mix(paint, BLACK, 0.16))


def plant(stage: Stage, foot: Point, height: float, pot: Color, *, leaves: int = 26, spread: float = 0.42) -> None:
    """A pot plant with arching leaves, each with a lit and a shaded half."""
    stage.shadow((foot[0], foot[1] + 0.003, foot[2]), 0.27, 0.22, 0.5)
    tall = height * 0.26
    stage.lathe(foot, [(0.11, 0), (0.15, tall * 0.5), (0.16, tall), (0.145, tall)], pot)
    top = (foot[0], foot[1] + tall, foot[2])
    rng = stage.rng
    order = sorted(range(leaves), key=lambda i: -abs(i - leaves / 2))
    for i in order:
        turn = (i / leaves - 0.5) * 2
        reach = spread * turn * rng.uniform(0.75, 1.15) + rng.uniform(-0.05, 0.05)
        rise = (height - tall) * (1 - 0.55 * abs(turn) ** 1.5) * rng.uniform(0.72, 1.05)
        tone = mix(mix(LEAF, (0.5, 0.62, 0.3), rng.random() * 0.5), BLACK, rng.random() * 0.25)
        _leaf(stage, top, reach, rise, tone)


def _leaf(stage: Stage, root: Point, reach: float, rise: float, tone: Color) -> None:
    along = np.linspace(0, 1, 12)
    droop = 0.35 * abs(reach)
    x = reach * along**1.25
    y = rise * along - droop * along**4
    width = 0.05 * np.sin(np.pi * np.clip((along - 0.22) / 0.78, 0, 1)) ** 0.8 + 0.004
    dx, dy = np.gradient(x), np.gradient(y)
    size = np.hypot(dx, dy)
    spine = np.stack([x, y], axis=1)
    side = np.stack([-dy / size, dx / size], axis=1) * width[:, None]
    stage.blob(root, np.concatenate([spine, (spine + side)[::-1]]), mix(tone, WHITE, 0.16))
    stage.blob(root, np.concatenate([spine, (spine - side)[::-1]]), mix(tone, BLACK, 0.1))


def table_lamp(stage: Stage, foot: Point, shade: Color, height: float = 0.46) -> None:
    """A lamp with a ceramic foot and a cloth shade; lit in the finished picture."""
    stage.shadow((foot[0], foot[1] + 0.003, foot[2]), 0.12, 0.1, 0.5)
    body = [(0.06, 0), (0.085, 0.05), (0.09, 0.12), (0.055, 0.2), (0.018, 0.235), (0.012, height * 0.62)]
    stage.lathe(foot, body, (0.86, 0.83, 0.78), cast=False)
    lampshade(stage, (foot[0], foot[1] + height * 0.55, foot[2]), (0.165, 0.115), height * 0.47, shade)


def lampshade(stage: Stage, foot: Point, radii: tuple[float, float], height: float, paint: Color) -> None:
    """A cloth shade, glowing from inside after."""
    low, high = radii
    stage.lathe(foot, [(low, 0), (high, height)], paint, cast=False)
    if not stage.after:
        return
    center = (foot[0], foot[1] + height * 0.45, foot[2])
    stage.lamp((foot[0], foot[1] + height * 0.5, foot[2] - 0.05), 0.05)

    def glow(drawing: Drawing) -> None:
        x, y = stage.view.flat(stage.view.local(np.array([center])))[0]
        size = stage.view.scale(np.array(center))
        warm: Color = (1.0, 0.86, 0.58)
        inner = drawing.radial(
            x, y, low * size * 1.15, [(0, (1, 0.96, 0.84), 0.95), (0.55, warm, 0.6), (1, warm, 0.05)]
        )
        shade = np.array([[-low, 0], [low, 0], [high, height], [-high, height]])
        right = stage.view.axes[0] * np.array([1, 0, 1])
        ring = np.array(foot) + shade[:, :1] * right + shade[:, 1:] * np.array([0, 1.0, 0])
        drawing.polygon(stage.view.project(ring), inner)
        halo = drawing.radial(x, y, size * 0.75, [(0, warm, 0.26), (0.4, warm, 0.1), (1, warm, 0)])
        drawing.ellipse(x, y, (size * 0.75, size * 0.75), halo)

    stage.paint(glow)


def floor_lamp(stage: Stage, foot: Point, shade: Color, height: float = 1.6) -> None:
    """A standing lamp: a round foot, a thin brass stem, a cloth shade."""
    stage.shadow((foot[0], 0.003, foot[2]), 0.2, 0.17, 0.5)
    stage.lathe(foot, [(0.15, 0), (0.15, 0.02), (0.02, 0.03)], BRASS, cast=False)
    stem = [(foot[0], 0.03, foot[2]), (foot[0], height / 2, foot[2]), (foot[0], height - 0.1, foot[2])]
    stage.line(stem, BRASS, 0.022)
    lampshade(stage, (foot[0], height - 0.22, foot[2]), (0.24, 0.17), 0.3, shade)


def pendant(stage: Stage, at: Point, paint: Color, radius: float = 0.2) -> None:
    """A lamp on a cord from the ceiling; `at` is the lower rim's middle."""
    top = stage.size[1]
    stage.line([at, (at[0], (at[1] + top) / 2, at[2]), (at[0], top, at[2])], (0.15, 0.15, 0.15), 0.008)
    turns = np.linspace(0, np.pi / 2, 14)
    profile = [(max(0.02, radius * float(np.cos(turn))), radius * 0.95 * float(np.sin(turn))) for turn in turns]
    stage.lathe(at, profile, paint, cast=False)
    if stage.after:
        stage.lamp((at[0], at[1] - 0.05, at[2]), 0.10)

        def glow(drawing: Drawing) -> None:
            x, y = stage.view.flat(stage.view.local(np.array([at])))[0]
            size = stage.view.scale(np.array(at)) * radius
            drawing.ellipse(
                x,
                y,
                (size * 2.2, size * 1.6),
                drawing.radial(x, y, size * 2.2, [(0, (1, 0.9, 0.66), 0.5), (1, (1, 0.9, 0.7), 0)], 0.72),
            )

        stage.paint(glow)


def picture(stage: Stage, ring: Floats, tones: tuple[Color, Color, Color], frame: Color = (0.16, 0.14, 0.12)) -> None:
    """A framed print hanging where `ring` (4 wall points, lower left first, counter-clockwise) says."""
    shadow = ring + np.array([0.012, -0.035, 0])
    for step in range(5):
        stage.decal(_between(shadow, -0.012 * (step + 1)), BLACK, 0.055)
    stage.decal(ring, frame)
    stage.decal(_between(ring, 0.022), (0.95, 0.94, 0.91))
    inner = _between(ring, 0.09)
    ground, hill, disc = tones
    stage.decal(inner, ground)
    origin, across, up = inner[0], inner[1] - inner[0], inner[3] - inner[0]
    x = np.linspace(0, 1, 24)
    for order, (base, sway) in enumerate(((0.46, 0.10), (0.30, 0.07), (0.16, 0.05))):
        y = base + sway * np.sin(x * (4 + order) + stage.rng.random() * 6)
        ridge = origin + x[:, None] * across + y[:, None] * up
        stage.decal(np.concatenate([ridge, [inner[1], inner[0]]]), mix(hill, ground, 0.55 - 0.25 * order))
    turn = np.linspace(0, 2 * np.pi, 30, endpoint=False)
    radius = 0.13 * float(np.linalg.norm(across))
    cx = stage.rng.uniform(0.35, 0.65)
    unit_a, unit_u = across / np.linalg.norm(across), up / np.linalg.norm(up)
    center = origin + across * cx + up * 0.74
    stage.decal(center + radius * (np.cos(turn)[:, None] * unit_a + np.sin(turn)[:, None] * unit_u), disc)


def _between(ring: Floats, inset: float) -> Floats:
    across, up = ring[1] - ring[0], ring[3] - ring[0]
    a, u = across / np.linalg.norm(across) * inset, up / np.linalg.norm(up) * inset
    inner: Floats = ring + np.array([a + u, -a + u, -a - u, a - u])
    return inner


def vase(stage: Stage, foot: Point, paint: Color, height: float = 0.24, *, twigs: int = 0) -> None:
    """A vase, empty or with dry twigs."""
    stage.shadow((foot[0], foot[1] + 0.002, foot[2]), height * 0.4, height * 0.3, 0.5)
    for _ in range(twigs):
        lean, rise = stage.rng.uniform(-0.2, 0.2), stage.rng.uniform(0.9, 1.6) * height
        along = np.linspace(0, 1, 6)
        spine = np.stack([foot[0] + lean * along**1.5, foot[1] + height + rise * along, np.full(6, foot[2])], axis=1)
        stage.line(spine, (0.5, 0.4, 0.28), 0.005)
        for x, y, z in spine[2:]:
            stage.blob((x, y, z), pillow(0.035, 0.055, 2.2), (0.83, 0.76, 0.62))
    r = height * 0.3
    profile = [(r * 0.6, 0), (r, height * 0.3), (r * 0.95, height * 0.5), (r * 0.45, height * 0.8), (r * 0.5, height)]
    stage.lathe(foot, profile, paint, cast=False)


def books_flat(stage: Stage, foot: Point, count: int = 3) -> None:
    """A small pile of books."""
    tones: list[Color] = [stage.palette.accent, (0.9, 0.88, 0.83), stage.palette.second, (0.25, 0.27, 0.3)]
    x, y, z = foot
    stage.shadow((x + 0.13, y + 0.002, z + 0.1), 0.19, 0.14, 0.45)
    for i in range(count):
        shift = stage.rng.uniform(-0.015, 0.015)
        high = y + 0.028
        stage.box((x + shift, y, z), (x + 0.26 - i * 0.02 + shift, high, z + 0.19), tones[i % 4], cast=False)
        y = high


def cord(stage: Stage, points: Sequence[Point], paint: Color = (0.08, 0.08, 0.09)) -> None:
    """A cable that the photographer forgot: only in the picture as taken, bent softly through the points."""
    if stage.after:
        return
    spine = _curved(np.array(points))
    dark = spine + np.array([0.012, -0.004, -0.012])
    stage.line(dark, (0.05, 0.04, 0.04), 0.013, 0.35)
    stage.line(spine, paint, 0.009)


def _curved(points: Floats) -> Floats:
    ghost = np.concatenate([[2 * points[0] - points[1]], points, [2 * points[-1] - points[-2]]])
    pieces = []
    for i in range(1, len(ghost) - 2):
        t = np.linspace(0, 1, 14)[:, None]
        a, b, c, d = ghost[i - 1 : i + 3]
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    curve: Floats = np.concatenate(pieces)
    return curve


def power_strip(stage: Stage, foot: Point) -> None:
    """A multiple socket on the floor, there before and gone after."""
    if stage.after:
        return
    x, y, z = foot
    stage.shadow((x + 0.16, y + 0.002, z + 0.03), 0.2, 0.07, 0.5)
    stage.box((x, y, z), (x + 0.32, y + 0.045, z + 0.06), (0.9, 0.9, 0.88), cast=False)
    for i in range(4):
        stage.flat(ring_at((x + 0.05 + 0.075 * i, y + 0.046, z + 0.03), 0.02, 16), (0.25, 0.25, 0.25))
