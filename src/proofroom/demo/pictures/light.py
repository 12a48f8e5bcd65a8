"""Light in a box-shaped room: window light with soft shadows, corners that darken, lamps."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from proofroom.demo.pictures.colors import Floats

Singles = NDArray[np.float32]

REACH = 1.6
"""Meters within which one surface darkens another."""


def _sphere(count: int) -> Singles:
    turn = np.arange(count) * 2.399963
    height = 1 - (np.arange(count) + 0.5) * 2 / count
    ring = np.sqrt(1 - height**2)
    return np.stack([ring * np.cos(turn), height, ring * np.sin(turn)], axis=1).astype(np.float32)


@dataclass(frozen=True)
class Pane:
    """A rectangle that daylight comes through: `samples` (n, 3) in meters, the way it faces, square meters."""

    samples: Floats
    facing: Floats
    area: float


@dataclass(frozen=True)
class Lamp:
    """A small warm light; strength is linear light at one meter."""

    at: tuple[float, float, float]
    strength: float
    tint: tuple[float, float, float] = (1.0, 0.82, 0.58)


@dataclass
class Lighting:
    """What shines and what stands in the way in one room of `size` = (width, height, depth) meters."""

    size: tuple[float, float, float]
    fill: float
    daylight: float
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)
    panes: list[Pane] = field(default_factory=list)
    lamps: list[Lamp] = field(default_factory=list)
    boxes: list[tuple[tuple[float, float, float], tuple[float, float, float]]] = field(default_factory=list)

    def at(self, points: Floats, normals: Floats) -> Floats:
        """Linear light (n, 3) at points facing along normals; 1.0 is a well exposed white wall."""
        spots, facing = points.astype(np.float32), normals.astype(np.float32)
        open_share = self._openness(spots, facing)[:, None]
        total = self.fill * open_share * (0.9 + 0.1 * facing[:, 1:2])
        day = sum((self._through(pane, spots, facing) for pane in self.panes), np.zeros(len(spots), np.float32))
        light = total + self.daylight * day[:, None] * np.array(self.tint)
        for lamp in self.lamps:
            light = light + self._from_lamp(lamp, spots, facing)
        soft: Floats = 1.62 * light / (light + 0.62)
        return soft

    def _openness(self, points: Singles, normals: Singles) -> Singles:
        ways = normals[:, None, :] + _sphere(16)[None] * 0.98
        ways = ways / np.linalg.norm(ways, axis=2, keepdims=True)
        starts = np.repeat(points, ways.shape[1], axis=0)
        reach = self._hit(starts, ways.reshape(-1, 3), REACH)
        near: Singles = np.square(1 - reach / REACH).reshape(len(points), -1).mean(axis=1)
        return 1 - near

    def _through(self, pane: Pane, points: Singles, normals: Singles) -> Singles:
        targets = pane.samples.astype(np.float32)
        ways = targets[None] - points[:, None]
        distance = np.linalg.norm(ways, axis=2)
        ways = ways / distance[..., None]
        facing = np.clip(np.einsum("nsk,nk->ns", ways, normals), 0, None)
        leaving = np.clip(-(ways @ pane.facing.astype(np.float32)), 0, None)
        sky = np.clip(0.6 + 0.9 * ways[..., 1], 0.22, 1.15)
        share = facing * leaving * sky / (distance**2 + 0.4)
        bright = np.flatnonzero(share.reshape(-1) > 1e-4)
        starts = np.repeat(points, len(targets), axis=0)[bright]
        reach = self._hit(starts, ways.reshape(-1, 3)[bright], 30.0, walls=False)
        clear = np.zeros(share.size, np.float32)
        clear[bright] = reach >= distance.reshape(-1)[bright]
        seen: Singles = (share * clear.reshape(share.shape)).mean(axis=1) * np.float32(pane.area)
        return seen

    def _from_lamp(self, lamp: Lamp, points: Singles, normals: Singles) -> Floats:
        ways = np.array(lamp.at, np.float32) - points
        distance = np.linalg.norm(ways, axis=1)
        facing = np.clip(np.einsum("nk,nk->n", ways, normals) / np.maximum(distance, 0.05), -0.15, 1) + 0.15
        glow: Floats = (lamp.strength * facing / (distance**2 + 0.12))[:, None] * np.array(lamp.tint)
        return glow

    def _hit(self, starts: Singles, ways: Singles, limit: float, *, walls: bool = True) -> Singles:
        """Meters to the first thing along each ray, at most `limit`."""
        nearest = np.full(len(starts), limit, np.float32)
        origin = [np.ascontiguousarray(starts[:, axis]) for axis in range(3)]
        pace = [1 / np.where(np.abs(ways[:, axis]) < 1e-5, np.float32(1e-5), ways[:, axis]) for axis in range(3)]
        if walls:
            for axis in range(3):
                out = np.where(pace[axis] > 0, self.size[axis] - origin[axis], -origin[axis]) * pace[axis]
                np.minimum(nearest, np.maximum(out, 0), out=nearest)
        for low, high in self.boxes:
            enter, leave = np.full(len(starts), -99, np.float32), np.full(len(starts), 99, np.float32)
            for axis in range(3):
                one, two = (low[axis] - origin[axis]) * pace[axis], (high[axis] - origin[axis]) * pace[axis]
                np.maximum(enter, np.minimum(one, two), out=enter)
                np.minimum(leave, np.maximum(one, two), out=leave)
            met = (leave > enter) & (enter > 0) & (enter < nearest)
            nearest[met] = enter[met]
        return nearest
