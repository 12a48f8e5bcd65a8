"""Floors and rugs: boards, tiles, woven rugs, drawn piece by piece."""

import numpy as np

from proofroom.demo.pictures.colors import Color, mix
from proofroom.demo.pictures.stage import Stage

NEAR = -0.6


def boards(stage: Stage, width: float = 0.17, length: float = 1.9) -> None:
    """Wooden boards that run away from the camera, each with its own tone and grain."""
    room, _, depth = stage.size
    base = stage.palette.floor
    stage.decal([(0, 0, NEAR), (room, 0, NEAR), (room, 0, depth), (0, 0, depth)], mix(base, (0, 0, 0), 0.45))
    x = 0.0
    while x < room:
        right = min(x + width, room)
        z = NEAR - stage.rng.random() * length
        while z < depth:
            _board(stage, (x + 0.0015, right - 0.0015), (max(z, NEAR), min(z + length - 0.003, depth)))
            z += length
        x += width


def _board(stage: Stage, across: tuple[float, float], along: tuple[float, float]) -> None:
    rng = stage.rng
    (left, right), (near, far) = across, along
    if far - near < 0.01:
        return
    tone = mix(stage.palette.floor, (0.12, 0.07, 0.03), rng.random() * 0.2)
    tone = mix(tone, (1, 0.93, 0.8), rng.random() * 0.1)
    stage.decal([(left, 0, near), (right, 0, near), (right, 0, far), (left, 0, far)], tone)
    for _ in range(4):
        x = rng.uniform(left + 0.008, right - 0.012)
        thick = rng.uniform(0.001, 0.006)
        z = np.linspace(near + rng.random() * (far - near) * 0.4, far - rng.random() * (far - near) * 0.4, 7)
        if z[-1] - z[0] < 0.1:
            continue
        drift = x + np.cumsum([rng.uniform(-0.003, 0.003) for _ in z])
        drift = np.clip(drift, left + 0.002, right - 0.002)
        swell = thick * np.sin(np.linspace(0, np.pi, len(z))) + 0.0004
        one = np.stack([drift, np.zeros(7), z], axis=1)
        two = np.stack([np.minimum(drift + swell, right), np.zeros(7), z], axis=1)[::-1]
        stage.decal(np.concatenate([one, two]), mix(tone, (0.2, 0.11, 0.05), 0.55), rng.uniform(0.15, 0.5))


def tiles(stage: Stage, side: float, grout: Color = (0.62, 0.6, 0.57)) -> None:
    """Square tiles with grout between them."""
    room, _, depth = stage.size
    stage.decal([(0, 0, NEAR), (room, 0, NEAR), (room, 0, depth), (0, 0, depth)], grout)
    for x in np.arange(0, room, side):
        for z in np.arange(NEAR, depth, side):
            tone = mix(stage.palette.floor, (0.4, 0.38, 0.36), stage.rng.random() * 0.13)
            right, far = min(x + side, room) - 0.004, min(z + side, depth) - 0.004
            stage.decal([(x, 0, z), (right, 0, z), (right, 0, far), (x, 0, far)], tone)


def wall_tiles(stage: Stage, low: tuple[float, float], high: tuple[float, float], size: tuple[float, float]) -> None:
    """Glazed tiles on the back wall between (x, y) corners, laid in half bond."""
    depth = stage.size[2]
    stage.decal(_back(low, high, depth), (0.8, 0.79, 0.77))
    rows = round((high[1] - low[1]) / size[1])
    for row in range(rows):
        y = low[1] + row * size[1]
        x = low[0] - (size[0] / 2 if row % 2 else 0)
        while x < high[0]:
            left, right = max(x, low[0]), min(x + size[0], high[0])
            tone = mix((0.97, 0.97, 0.95), (0.72, 0.75, 0.75), stage.rng.random() * 0.22)
            if right - left > 0.01:
                box = ((left + 0.003, y + 0.003), (right - 0.003, y + size[1] - 0.003))
                stage.decal(_back(*box, depth), tone)
                stage.decal(
                    _back((left + 0.01, y + size[1] * 0.72), (right - 0.01, y + size[1] * 0.86), depth), (1, 1, 1), 0.5
                )
            x += size[0]


def _back(low: tuple[float, float], high: tuple[float, float], z: float) -> list[tuple[float, float, float]]:
    return [(low[0], low[1], z), (high[0], low[1], z), (high[0], high[1], z), (low[0], high[1], z)]


def rug(stage: Stage, low: tuple[float, float], high: tuple[float, float], paint: Color, border: Color) -> None:
    """A woven rug between (x, z) corners: border, weave and fringe."""
    (left, near), (right, far) = low, high
    for step in range(6):
        grow = 0.012 * (6 - step)
        stage.decal(_floor((left - grow, near - grow), (right + grow, far + grow)), (0.1, 0.07, 0.05), 0.06)
    stage.decal(_floor(low, high), border)
    stage.decal(_floor((left + 0.07, near + 0.07), (right - 0.07, far - 0.07)), mix(border, paint, 0.75))
    stage.decal(_floor((left + 0.1, near + 0.1), (right - 0.1, far - 0.1)), paint)
    z = near + 0.11
    while z < far - 0.12:
        dark = stage.rng.random()
        weave = mix(paint, (0.15, 0.12, 0.1), 0.5) if dark < 0.5 else mix(paint, (1, 1, 1), 0.5)
        stage.decal(_floor((left + 0.1, z), (right - 0.1, z + 0.006)), weave, 0.04 + 0.12 * stage.rng.random())
        z += 0.011
    for x in np.arange(left, right, 0.02):
        for z0, z1 in ((near, near - 0.045), (far, far + 0.03)):
            lean = stage.rng.uniform(-0.008, 0.008)
            stage.decal([(x, 0, z0), (x + 0.007, 0, z0), (x + 0.006 + lean, 0, z1), (x + lean, 0, z1)], border)


def _floor(low: tuple[float, float], high: tuple[float, float]) -> list[tuple[float, float, float]]:
    return [(low[0], 0, low[1]), (high[0], 0, low[1]), (high[0], 0, high[1]), (low[0], 0, high[1])]
