"""The empty room: walls, ceiling, floor, skirting, and the light that lies on them."""

import numpy as np
from numpy.typing import NDArray

from proofroom.demo.pictures.camera import View
from proofroom.demo.pictures.colors import Color, Floats
from proofroom.demo.pictures.drawing import UNITS, Drawing
from proofroom.demo.pictures.light import Lighting
from proofroom.demo.pictures.stage import Point, Stage

GRID = 28


def shell(stage: Stage, *, ceiling: Color = (0.965, 0.96, 0.95)) -> None:
    """Lays plain walls, ceiling and skirting boards; the floor is laid by `floors`."""
    width, height, depth = stage.size
    near = -0.6
    wall = stage.palette.wall
    stage.decal([(0, height, near), (width, height, near), (width, height, depth), (0, height, depth)], ceiling)
    for x in (0.0, width):
        stage.decal([(x, 0, near), (x, height, near), (x, height, depth), (x, 0, depth)], wall)
        _skirting(stage, (x, 0, near), (x, 0, depth))
    stage.decal([(0, 0, depth), (width, 0, depth), (width, height, depth), (0, height, depth)], wall)
    _skirting(stage, (0, 0, depth), (width, 0, depth))


def _skirting(stage: Stage, start: Point, end: Point) -> None:
    for low, high, paint in (
        (0.0, 0.09, (0.95, 0.95, 0.94)),
        (0.09, 0.096, (0.72, 0.71, 0.7)),
        (0.0, 0.006, (0.3, 0.27, 0.25)),
    ):
        a, b = np.array(start), np.array(end)
        up_low, up_high = np.array([0, low, 0]), np.array([0, high, 0])
        stage.decal(np.array([a + up_low, b + up_low, b + up_high, a + up_high]), paint)


def light_on_shell(view: View, lighting: Lighting, columns: int) -> NDArray[np.uint8]:
    """The light on the bare room as pixels to lay over it: black where it is dark, white where it is bright."""
    rows = round(columns * view.height / UNITS)
    rays = view.rays(columns, rows).reshape(-1, 3)
    rays = np.where(np.abs(rays) < 1e-6, 1e-6, rays)
    size, eye = np.array(lighting.size), np.array(view.eye)
    steps = np.where(rays > 0, size - eye, -eye) / rays
    axis = steps.argmin(axis=1)
    spots = eye + rays * steps.min(axis=1)[:, None]
    light = np.full((len(rays), 3), 0.01)
    for which in range(3):
        for side in (0, 1):
            here = (axis == which) & ((rays[:, which] > 0) == bool(side))
            if here.any():
                light[here] = _sampled(lighting, which, side, spots[here])
    gain = np.power(light, 1 / 2.2)
    value = gain.mean(axis=1, keepdims=True)
    tint = gain / np.maximum(value, 1e-6)
    dark = np.clip(1 - value, 0, 1)
    over = np.clip((value - 1) * 1.6, 0, 0.6)
    shade = np.clip(0.10 * tint**3, 0, 0.6) * (value < 1) + (value >= 1)
    alpha = np.maximum(dark / 0.9, over)
    pixels = np.concatenate([shade, alpha], axis=1).clip(0, 1) * 255
    picture: NDArray[np.uint8] = pixels.round().astype(np.uint8).reshape(rows, columns, 4)
    return picture


def _sampled(lighting: Lighting, axis: int, side: int, spots: Floats) -> Floats:
    size = np.array(lighting.size)
    first, second = [other for other in range(3) if other != axis]
    low = max(0.0, spots[:, second].min() - 0.3) if second == 2 else 0.0
    grid_a = np.linspace(0.02, size[first] - 0.02, GRID)
    grid_b = np.linspace(low + 0.02, size[second] - 0.02, GRID)
    points = np.zeros((GRID, GRID, 3))
    points[..., first], points[..., second] = grid_a[:, None], grid_b[None]
    points[..., axis] = size[axis] - 0.02 if side else 0.02
    normals = np.zeros((GRID * GRID, 3))
    normals[:, axis] = -1 if side else 1
    light = _softened(lighting.at(points.reshape(-1, 3), normals).reshape(GRID, GRID, 3))
    at_a = np.interp(spots[:, first], grid_a, np.arange(GRID))
    at_b = np.interp(spots[:, second], grid_b, np.arange(GRID))
    i, j = np.minimum(at_a.astype(int), GRID - 2), np.minimum(at_b.astype(int), GRID - 2)
    u, v = _eased(at_a - i)[:, None], _eased(at_b - j)[:, None]
    top = light[i, j] * (1 - u) + light[i + 1, j] * u
    bottom = light[i, j + 1] * (1 - u) + light[i + 1, j + 1] * u
    met: Floats = top * (1 - v) + bottom * v
    return met


def _softened(light: Floats) -> Floats:
    wide = np.pad(light, ((1, 1), (1, 1), (0, 0)), mode="edge")
    across = 0.25 * wide[:-2] + 0.5 * wide[1:-1] + 0.25 * wide[2:]
    soft: Floats = 0.25 * across[:, :-2] + 0.5 * across[:, 1:-1] + 0.25 * across[:, 2:]
    return soft


def _eased(share: Floats) -> Floats:
    eased: Floats = share * share * (3 - 2 * share) * 0.5 + share * 0.5
    return eased


def drawn(stage: Stage, columns: int) -> Drawing:
    """The whole stage on a sheet: bare room, its light, then everything in it."""
    drawing = Drawing(stage.view.height)
    everything = stage.decals + stage.marks
    points = np.concatenate([mark.points for mark in everything])
    normals = np.concatenate([mark.normals for mark in everything])
    light = stage.lighting.at(points, normals)
    used = 0
    for mark in stage.decals:
        mark.paint(drawing, np.zeros((0, 3)))
    overlay = light_on_shell(stage.view, stage.lighting, columns)
    drawing.image(overlay, (0, 0, UNITS, stage.view.height))
    for mark in stage.marks:
        mark.paint(drawing, light[used : used + len(mark.points)])
        used += len(mark.points)
    return drawing
