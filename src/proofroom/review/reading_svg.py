"""The one shape of an SvgSelector. Only numbers are taken from it, so nothing of its markup is ever kept or shown."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from proofroom.core.errors import Invalid
from proofroom.review.kinds import Kind
from proofroom.review.reading_paths import numbers_in, points_of_path
from proofroom.review.selectors import SHAFT

Point = tuple[float, float]
Shape = tuple[Kind, list[Point]]
View = tuple[float, float, float, float]
PIN_LARGEST = 0.02  # a circle with a smaller radius, as a share of the drawing's width, is a pin
CONTAINERS = frozenset({"svg", "g"})
SILENT = frozenset({"title", "desc", "metadata", "defs", "style"})


def shape_in(markup: str) -> tuple[Kind, list[Point], View | None]:
    """Kind, points and the ``viewBox``; a box is its upper left and lower right.

    Raises Invalid for markup that is not whole, or holds no shape, several, or one that is turned or shifted.
    """
    root = _root(markup)
    view = _view(root)
    found = [each for each in root.iter() if _name(each) not in CONTAINERS | SILENT]
    if len(found) != 1:
        many = "no shape" if not found else f"{len(found)} shapes"
        raise unread(f"The SVG holds {many}. Send one shape in each annotation.")
    (shape,) = found
    if any("transform" in each.attrib for each in root.iter()):
        raise unread("The SVG turns or shifts its shape (transform). Send the shape where it is meant.")
    reader = READERS.get(_name(shape))
    if reader is None:
        raise unread(f"The SVG's {_name(shape)[:40]} is not a shape that can be marked.")
    kind, points = reader(shape.attrib)
    if kind is Kind.ELLIPSE and view and _is_pin(shape, points, view):
        (left, top), (right, bottom) = points
        return Kind.PIN, [((left + right) / 2, (top + bottom) / 2)], view
    return kind, points, view


def _root(markup: str) -> ET.Element:
    if "<!" in markup.replace("<!--", ""):
        raise unread("The SVG declares entities or a document type. Send the shape alone.")
    try:
        root = ET.fromstring(markup)  # noqa: S314 - without a document type there are no entities to expand
    except (ET.ParseError, ValueError) as wrong:
        raise unread("The SVG is not whole.") from wrong
    if _name(root) != "svg":
        raise unread("The selector's value is not an SVG.")
    return root


def _view(root: ET.Element) -> View | None:
    numbers = numbers_in(root.get("viewBox", ""))
    if len(numbers) != len(("x", "y", "width", "height")) or numbers[2] <= 0 or numbers[3] <= 0:
        return None
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _is_pin(shape: ET.Element, points: list[Point], view: View) -> bool:
    return _name(shape) == "circle" and points[1][0] - points[0][0] < 2 * PIN_LARGEST * view[2]


def _rectangle(given: Mapping[str, str]) -> Shape:
    x, y = _length(given, "x", 0.0), _length(given, "y", 0.0)
    return Kind.RECTANGLE, [(x, y), (x + _length(given, "width"), y + _length(given, "height"))]


def _ellipse(given: Mapping[str, str]) -> Shape:
    x, y = _length(given, "cx", 0.0), _length(given, "cy", 0.0)
    across = _length(given, "r" if "r" in given else "rx")
    down = _length(given, "r" if "r" in given else "ry")
    return Kind.ELLIPSE, [(x - across, y - down), (x + across, y + down)]


def _line(given: Mapping[str, str]) -> Shape:
    kind = Kind.ARROW if SHAFT in given.get("class", "") or "marker-end" in given else Kind.PENCIL
    return kind, [(_length(given, f"x{end}", 0.0), _length(given, f"y{end}", 0.0)) for end in (1, 2)]


def _polyline(given: Mapping[str, str]) -> Shape:
    numbers = numbers_in(given.get("points", ""))
    return Kind.PENCIL, list(zip(numbers[::2], numbers[1::2], strict=False))


def _polygon(given: Mapping[str, str]) -> Shape:
    kind, points = _polyline(given)
    return kind, [*points, *points[:1]]


def _path(given: Mapping[str, str]) -> Shape:
    points = points_of_path(given.get("d", ""))
    if points is None:
        raise unread("The path is made of parts that cannot be read here. Send lines or curves in one piece.")
    return Kind.PENCIL, points


READERS: dict[str, Callable[[Mapping[str, str]], Shape]] = {
    "rect": _rectangle,
    "ellipse": _ellipse,
    "circle": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "path": _path,
}


def _length(given: Mapping[str, str], name: str, missing: float | None = None) -> float:
    text = given.get(name, "" if missing is None else str(missing))
    numbers = numbers_in(re.sub(r"px$", "", text))
    if len(numbers) != 1:
        raise unread(f"The shape has no usable {name}.")
    return numbers[0]


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def unread(sentence: str) -> Invalid:
    """A selector that marks no place."""
    return Invalid(sentence, {"selector": sentence})
