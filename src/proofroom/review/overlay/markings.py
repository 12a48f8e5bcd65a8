"""The markings of a picture as a transparent PNG of exactly its size, to lay over it in any editor (issue 4.4)."""

from collections.abc import Iterable
from typing import Any

import pyvips

from proofroom.review.kinds import COLORS, Kind
from proofroom.review.models import Marking
from proofroom.review.selectors import element, plain, shape_of

LINE = 0.25  # percent of the picture's longer side
HALO = 2.0  # times as wide, in black below the line: seen on any ground
DIGITS = 1.8  # percent of the longer side
LONGEST_TIP = 0.15  # of the arrow


def png_of(markings: Iterable[Marking], size: tuple[int, int]) -> bytes:
    """RGBA of ``size`` pixels, transparent where nothing is marked. Pins on surfaces have no place on it."""
    drawing = svg_of(markings, size)
    # librsvg refuses to draw above 32,767 pixels; so does every picture format that people lay it over.
    return bytes(pyvips.Image.svgload_buffer(drawing.encode(), unlimited=True).pngsave_buffer(compression=6))


def svg_of(markings: Iterable[Marking], size: tuple[int, int], weight: float = 1.0) -> str:
    """The same as a drawing; lines and numbers ``weight`` times as heavy, for where it is seen small."""
    width, height = size
    drawn = "".join(_drawn(each, size, weight) for each in markings if each.kind != Kind.SURFACE)
    view = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{drawn}</svg>'


def _drawn(marking: Marking, size: tuple[int, int], weight: float) -> str:
    longer, color = max(size) * weight, COLORS[marking.color % len(COLORS)]
    shape = shape_of(Kind(marking.kind), marking.geometry, (float(size[0]), float(size[1])))
    if marking.kind == Kind.ARROW:
        shape += _tip(marking.geometry["points"], size)
    fill = color if marking.kind == Kind.PIN else "none"
    return "".join(
        f'<g fill="{fill}" stroke="{ink}" stroke-width="{plain(width * longer / 100)}" stroke-linecap="round" '
        f'stroke-linejoin="round">{shape}</g>'
        for ink, width in (("#000000", LINE * HALO), (color, LINE))
    ) + _number(marking, size, color, weight)


def _tip(points: list[list[float]], size: tuple[int, int]) -> str:
    """Two short lines back from the tip."""
    (x1, y1), (x2, y2) = [(x * size[0] / 100, y * size[1] / 100) for x, y in points]
    back, aside = ((x1 - x2) * LONGEST_TIP, (y1 - y2) * LONGEST_TIP), ((y2 - y1) * 0.1, (x1 - x2) * 0.1)
    ends = [(x2 + back[0] + side * aside[0], y2 + back[1] + side * aside[1]) for side in (-1, 1)]
    return "".join(element("line", {"x1": x2, "y1": y2, "x2": x, "y2": y}) for x, y in ends)


def _number(marking: Marking, size: tuple[int, int], color: str, weight: float) -> str:
    x, y = _beginning(marking.geometry)
    height = DIGITS * weight * max(size) / 100
    at: dict[str, str | float] = {
        "x": min(x * size[0] / 100 + height / 3, size[0] - height),
        "y": max(y * size[1] / 100, height),
    }
    look: dict[str, str | float] = {
        "font-size": height,
        "font-family": "sans-serif",
        "font-weight": "bold",
        "fill": color,
    }
    edge: dict[str, str | float] = {"stroke": "#000000", "stroke-width": height / 12, "paint-order": "stroke"}
    return element("text", {**at, **look, **edge}).replace("/>", f">{marking.number}</text>")


def _beginning(geometry: dict[str, Any]) -> tuple[float, float]:
    if "points" in geometry:
        return geometry["points"][0][0], geometry["points"][0][1]
    return geometry["x"], geometry["y"]
