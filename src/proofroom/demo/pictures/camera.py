"""A pinhole camera in a room: meters in, sheet units out. x runs right, y up, z away from the photographer."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from proofroom.demo.pictures.colors import Floats
from proofroom.demo.pictures.drawing import UNITS

NEAR = 0.12


@dataclass(frozen=True)
class View:
    """Where the camera stands (meters) and how it is held (degrees)."""

    eye: tuple[float, float, float]
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    field: float = 76.0
    shift: float = 0.0
    height: float = 1000.0

    @cached_property
    def focal(self) -> float:
        """Focal length in sheet units."""
        return UNITS / 2 / float(np.tan(np.radians(self.field) / 2))

    @cached_property
    def axes(self) -> Floats:
        """Rows: right, up and forward of the camera, in room coordinates."""
        yaw, pitch, roll = np.radians([self.yaw, self.pitch, self.roll])
        forward = np.array([np.sin(yaw) * np.cos(pitch), np.sin(pitch), np.cos(yaw) * np.cos(pitch)])
        right = np.array([np.cos(yaw), 0.0, -np.sin(yaw)])
        up = np.cross(forward, right)
        return np.array([np.cos(roll) * right + np.sin(roll) * up, np.cos(roll) * up - np.sin(roll) * right, forward])

    def local(self, points: Floats) -> Floats:
        """Room points (n, 3) as the camera has them."""
        turned: Floats = (np.asarray(points, float) - np.array(self.eye)) @ self.axes.T
        return turned

    def flat(self, local: Floats) -> Floats:
        """Camera points as sheet points (n, 2); what is behind the lens is held at the near plane."""
        depth = np.maximum(local[:, 2], NEAR)
        x = UNITS / 2 + self.focal * local[:, 0] / depth
        y = self.height * (0.5 + self.shift) - self.focal * local[:, 1] / depth
        return np.stack([x, y], axis=1)

    def project(self, points: Floats) -> Floats:
        """A room polygon on the sheet, cut at the near plane; empty when all of it is behind."""
        local = self.local(points)
        if local[:, 2].min() < NEAR:
            local = _cut(local)
        return self.flat(local) if len(local) else np.zeros((0, 2))

    def scale(self, point: Floats) -> float:
        """Sheet units to the meter at a point."""
        depth = float(self.local(np.asarray(point, float)[None])[0, 2])
        return self.focal / max(depth, NEAR)

    def rays(self, columns: int, rows: int) -> Floats:
        """Directions (rows, columns, 3) through an even grid of pixels."""
        x = (np.arange(columns) + 0.5) / columns * UNITS - UNITS / 2
        y = self.height * (0.5 + self.shift) - (np.arange(rows) + 0.5) / rows * self.height
        grid = np.stack([*np.meshgrid(x, y), np.full((rows, columns), self.focal)], axis=-1)
        directions: Floats = grid @ self.axes
        return directions


def _cut(local: Floats) -> Floats:
    kept: list[Floats] = []
    for here, there in zip(local, np.roll(local, -1, axis=0), strict=True):
        if here[2] >= NEAR:
            kept.append(here)
        if (here[2] >= NEAR) != (there[2] >= NEAR):
            share = (NEAR - here[2]) / (there[2] - here[2])
            kept.append(here + share * (there - here))
    return np.array(kept).reshape(-1, 3)
