"""What a room is: its size, where one stands in it, and how it is furnished."""

from collections.abc import Callable
from dataclasses import dataclass

from proofroom.demo.pictures.stage import Point, Stage


@dataclass(frozen=True)
class Plan:
    """A room of `size` = (width, height, depth) meters; `eye` in meters, `yaw` and `field` in degrees."""

    size: Point
    eye: Point
    yaw: float
    furnish: Callable[[Stage], None]
    field: float = 80.0
