"""Selectors of other programs become markings of ours. Row E6; https://www.w3.org/TR/annotation-model/#selectors."""

import math
import re
from typing import Any

from proofroom.core.errors import Invalid
from proofroom.review.geometry import Geometry, checked
from proofroom.review.kinds import Kind
from proofroom.review.reading_svg import shape_in
from proofroom.review.selectors import Size

LONGEST_SELECTOR = 2_000_000  # characters: more than 20,000 points ever need
NUMBER = r"[-+]?[0-9]{0,9}\.?[0-9]{1,12}(?:[eE][-+]?[0-9]{1,2})?"
BOX = re.compile(rf"#?xywh=(?:(percent|pixel):)?({NUMBER}),({NUMBER}),({NUMBER}),({NUMBER})")
TRIPLE = rf"({NUMBER}),({NUMBER}),({NUMBER})"
ON_SURFACE = re.compile(rf"position={TRIPLE}&normal={TRIPLE}")
UNKNOWN_SIZE = "The size of this picture is not known yet, so pixels mean nothing on it. Try again in a minute."


def read_selector(selector: Any, size: Size) -> tuple[str, Geometry]:
    """Kind and geometry. ``size`` is the picture's in pixels, None while nobody has looked at it.

    Raises Invalid with a sentence for a selector that marks no place we can draw.
    """
    if not isinstance(selector, dict) or selector.get("type") not in READERS:
        raise _unread("A marking needs a FragmentSelector or an SvgSelector.")
    value = selector.get("value")
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_SELECTOR:
        raise _unread("The selector's value is empty or too long.")
    kind, geometry = READERS[selector["type"]](value.strip(), size)
    return kind, checked(kind, geometry)


def _fragment(value: str, size: Size) -> tuple[str, Geometry]:
    if found := ON_SURFACE.fullmatch(value):
        given = [float(each) for each in found.groups()]
        return Kind.SURFACE, {"position": given[:3], "normal": given[3:]}
    found = BOX.fullmatch(value)
    if found is None:
        raise _unread("The fragment has to read xywh=percent:x,y,width,height.")
    unit, *numbers = found.groups()
    x, y, width, height = (float(each) for each in numbers)
    if unit != "percent":
        across, down = _known(size)
        x, y, width, height = x / across * 100, y / down * 100, width / across * 100, height / down * 100
    return Kind.RECTANGLE, {"x": x, "y": y, "width": width, "height": height}


def _svg(value: str, size: Size) -> tuple[str, Geometry]:
    kind, points, view = shape_in(value)
    left, top, across, down = view or (0.0, 0.0, *_known(size))
    scaled = [((x - left) / across * 100, (y - top) / down * 100) for x, y in points]
    if not all(math.isfinite(number) for point in scaled for number in point):
        raise _unread("The shape has numbers that are too large.")
    if kind in {Kind.RECTANGLE, Kind.ELLIPSE}:
        (x, y), (right, bottom) = scaled
        return kind, {"x": x, "y": y, "width": right - x, "height": bottom - y}
    if kind is Kind.PIN:
        return kind, {"x": scaled[0][0], "y": scaled[0][1]}
    return kind, {"points": [list(point) for point in scaled]}


READERS = {"FragmentSelector": _fragment, "SvgSelector": _svg}


def _known(size: Size) -> tuple[float, float]:
    if not size[0] or not size[1]:
        raise _unread(UNKNOWN_SIZE)
    return float(size[0]), float(size[1])


def _unread(sentence: str) -> Invalid:
    return Invalid(sentence, {"selector": sentence})
