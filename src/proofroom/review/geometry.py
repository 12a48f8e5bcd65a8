"""Checking what was drawn. Lengths are percent of the picture's width and height, measured from its upper left.

================  ==========================================================================================
rectangle         ``{"x", "y", "width", "height"}``
ellipse           the same, for the rectangle around it
pencil            ``{"points": [[x, y], …]}`` or ``[x, y, pressure]`` with a pressure from 0 to 1
arrow             ``{"points": [[x, y], [x, y]]}``: from its tail to its tip
pin               ``{"x", "y"}``
surface           ``{"position": [x, y, z], "normal": [x, y, z]}`` in the model's own units
================  ==========================================================================================
"""

import math
from collections.abc import Callable
from typing import Any

from proofroom.core.errors import Invalid
from proofroom.review.kinds import Kind

WHOLE = 100.0
MOST_POINTS = 20_000
DIGITS = 3  # a thousandth of a percent is a tenth of a pixel in a picture 10,000 pixels wide
FARTHEST = 1e9  # of a model's own units
NUMBERS = frozenset({int, float})
Geometry = dict[str, Any]


def checked(kind: str, geometry: Any) -> Geometry:
    """The geometry, clipped to the picture and rounded. Raises Invalid with a sentence for what marks no place."""
    if kind not in CHECKS:
        raise _wrong(f"A marking is one of: {', '.join(CHECKS)}.", "kind")
    if not isinstance(geometry, dict):
        raise _wrong("The marking has no shape. Draw it again.")
    return CHECKS[kind](geometry)


def _box(geometry: Geometry) -> Geometry:
    left, top, width, height = (_number(geometry, name) for name in ("x", "y", "width", "height"))
    right, bottom = _clipped(left + width), _clipped(top + height)
    meets = left < WHOLE and top < WHOLE and left + width > 0 and top + height > 0
    _check_inside(meets or not (width and height))  # what has no size is told so below
    left, top = _clipped(left), _clipped(top)
    box = {"x": left, "y": top, "width": round(right - left, DIGITS), "height": round(bottom - top, DIGITS)}
    if box["width"] <= 0 or box["height"] <= 0:
        raise _wrong("The marked area has no size. Draw it larger, or set a pin.")
    return box


def _pencil(geometry: Geometry) -> Geometry:
    points = _points(geometry)
    if len({(point[0], point[1]) for point in points}) == 1:
        raise _wrong("The line has no length. Draw it longer, or set a pin.")
    return {"points": points}


def _arrow(geometry: Geometry) -> Geometry:
    points = [point[:2] for point in _points(geometry)]
    if len(points) != len(("tail", "tip")) or points[0] == points[1]:
        raise _wrong("An arrow needs two different points: its tail and its tip.")
    return {"points": points}


def _pin(geometry: Geometry) -> Geometry:
    x, y = _number(geometry, "x"), _number(geometry, "y")
    _check_inside(0 <= x <= WHOLE and 0 <= y <= WHOLE)
    return {"x": round(x, DIGITS), "y": round(y, DIGITS)}


def _surface(geometry: Geometry) -> Geometry:
    position, normal = (_triple(geometry, name) for name in ("position", "normal"))
    if not any(normal):
        raise _wrong("A pin on a surface needs the direction in which the surface looks there.")
    return {"position": position, "normal": normal}


CHECKS: dict[str, Callable[[Geometry], Geometry]] = {
    Kind.PENCIL: _pencil,
    Kind.RECTANGLE: _box,
    Kind.ELLIPSE: _box,
    Kind.ARROW: _arrow,
    Kind.PIN: _pin,
    Kind.SURFACE: _surface,
}


def _points(geometry: Geometry) -> list[list[float]]:
    points = geometry.get("points")
    if not isinstance(points, list) or not points:
        raise _wrong("The line has no points. Draw it again.")
    if len(points) > MOST_POINTS:
        raise _wrong(
            f"This line has {len(points):,} points; one marking takes {MOST_POINTS:,}. Draw it as several lines."
        )
    read = [_point(point) for point in points]
    _check_inside(any(0 <= x <= WHOLE and 0 <= y <= WHOLE for x, y, *_ in read))
    return [[_clipped(x), _clipped(y), *pressure] for x, y, *pressure in read]


def _point(point: Any) -> list[float]:
    if not isinstance(point, list) or len(point) not in {2, 3} or not all(_is_number(each) for each in point):
        raise _wrong("A point is two numbers in percent of the picture, with the pen's pressure from 0 to 1 if known.")
    return [*map(float, point[:2]), *(round(min(max(each, 0.0), 1.0), DIGITS) for each in point[2:])]


def _triple(geometry: Geometry, name: str) -> list[float]:
    numbers = geometry.get(name)
    if not isinstance(numbers, list) or len(numbers) != len("xyz") or not all(_is_number(each) for each in numbers):
        raise _wrong(f"A pin on a surface needs {name} as three numbers.")
    if any(abs(each) > FARTHEST for each in numbers):
        raise _wrong("This pin is too far away from the model.")
    return [round(float(each), 6) for each in numbers]


def _number(geometry: Geometry, name: str) -> float:
    number = geometry.get(name)
    if not _is_number(number):
        raise _wrong(f"The marking needs {name} as a number in percent of the picture.")
    return float(number)  # type: ignore[arg-type]


def _is_number(number: Any) -> bool:
    # JSON knows no boundary: 1e999 arrives as infinity, and True is an instance of int in Python. A line has thousands.
    return type(number) in NUMBERS and math.isfinite(number)


def _clipped(length: float) -> float:
    return round(min(max(length, 0.0), WHOLE), DIGITS)


def _check_inside(inside: bool) -> None:  # noqa: FBT001 - the condition is the argument
    if not inside:
        raise _wrong("The marking lies outside the picture. Draw it on the picture.")


def _wrong(sentence: str, field: str = "geometry") -> Invalid:
    return Invalid(sentence, {field: sentence})
