"""Markings as selectors of W3C Web Annotations (https://www.w3.org/TR/annotation-model/#selectors). Row E6."""

from typing import Any
from xml.sax.saxutils import quoteattr

from proofroom.review.kinds import Kind

MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
SVG = "http://www.w3.org/TR/SVG/"
SURFACE = "urn:proofroom:surface"
"""What a fragment on a model conforms to: ``position=x,y,z&normal=x,y,z``; no standard has one."""
PIN_RADIUS = 0.6  # percent of the picture's width
SHAFT = "proofroom-arrow"
Size = tuple[int | None, int | None]


def selector_of(kind: Kind, geometry: dict[str, Any], size: Size) -> dict[str, str]:
    """FragmentSelector for a rectangle and for a pin on a surface, SvgSelector for all else.

    SVG is in pixels of the picture, as other programs expect; ``size`` is its width and height, None while nobody
    has looked at the file. Then a hundred units stand for the whole picture each way.
    """
    if kind is Kind.RECTANGLE:
        box = ",".join(plain(geometry[name]) for name in ("x", "y", "width", "height"))
        return {"type": "FragmentSelector", "value": f"xywh=percent:{box}"}
    if kind is Kind.SURFACE:
        parts = (f"{name}=" + ",".join(plain(each) for each in geometry[name]) for name in ("position", "normal"))
        return {"type": "FragmentSelector", "value": "&".join(parts)}
    width, height = float(size[0] or 100), float(size[1] or 100)
    shape = shape_of(kind, geometry, (width, height))
    view = f'viewBox="0 0 {plain(width)} {plain(height)}"'
    return {"type": "SvgSelector", "value": f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{shape}</svg>'}


def conforms_to(selector: dict[str, str]) -> str:
    """The standard that the selector's value follows."""
    if selector["type"] == "SvgSelector":
        return SVG
    return MEDIA_FRAGMENTS if selector["value"].startswith("xywh=") else SURFACE


def shape_of(kind: Kind, geometry: dict[str, Any], size: tuple[float, float]) -> str:
    """One SVG element in pixels of a picture of this size, without style."""
    across, down = size[0] / 100, size[1] / 100
    if "points" in geometry:
        points = [(x * across, y * down) for x, y, *_ in geometry["points"]]
        if kind is Kind.ARROW:
            (x1, y1), (x2, y2) = points
            return element("line", {"class": SHAFT, "x1": x1, "y1": y1, "x2": x2, "y2": y2})
        return element("path", {"d": "M" + "L".join(f"{plain(x)} {plain(y)}" for x, y in points), "fill": "none"})
    x, y = geometry["x"] * across, geometry["y"] * down
    if kind is Kind.PIN:
        return element("circle", {"cx": x, "cy": y, "r": PIN_RADIUS * across})
    width, height = geometry["width"] * across, geometry["height"] * down
    if kind is Kind.RECTANGLE:
        return element("rect", {"x": x, "y": y, "width": width, "height": height})
    return element("ellipse", {"cx": x + width / 2, "cy": y + height / 2, "rx": width / 2, "ry": height / 2})


def element(name: str, attributes: dict[str, str | float]) -> str:
    """``<name …/>`` with every attribute quoted."""
    written = (f"{key}={quoteattr(plain(value))}" for key, value in attributes.items())
    return f"<{name} {' '.join(written)}/>"


def plain(value: str | float) -> str:
    """A number without needless digits; a text as it is."""
    if isinstance(value, str):
        return value
    # Ten thousandths of a pixel: what was read from a written shape is written the same again.
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
