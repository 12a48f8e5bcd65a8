"""An SVG sheet 1500 units wide: polygons, gradients and embedded light maps, written as text."""

import base64
from collections.abc import Iterable, Sequence
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from proofroom.demo.pictures.colors import Color, Floats, css

UNITS = 1500.0

Stop = tuple[float, Color, float]


def path_of(points: Floats) -> str:
    """A closed path through points of shape (n, 2)."""
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z"


class Drawing:
    """Collects shapes from back to front; `svg()` gives the bytes for the rasterizer."""

    def __init__(self, height: float = 1000.0) -> None:
        self.height = height
        self._definitions: list[str] = []
        self._shapes: list[str] = []

    def path(
        self, outline: str, fill: str, *, opacity: float = 1.0, stroke: str = "none", stroke_width: float = 0.0
    ) -> None:
        """One filled path in SVG path syntax, in units."""
        line = f' stroke="{stroke}" stroke-width="{stroke_width:.2f}"' if stroke != "none" else ""
        kind = "fill" if stroke == "none" else "stroke"
        alpha = f' {kind}-opacity="{opacity:.3f}"' if opacity < 1 else ""
        self._shapes.append(f'<path d="{outline}" fill="{fill}"{alpha}{line}/>')

    def polygon(self, points: Floats, fill: str, *, opacity: float = 1.0, rounding: float = 0.0) -> None:
        """A closed polygon; `rounding` in units softens its corners by a stroke of the same paint."""
        if len(points) >= 3:
            stroke = fill if rounding > 0.05 else "none"
            self.path(path_of(points), fill, opacity=opacity, stroke=stroke, stroke_width=rounding)

    def line(self, points: Floats, paint: str, width: float, opacity: float = 1.0) -> None:
        """A round-capped stroke through the points."""
        if len(points) >= 2:
            self.path(path_of(points)[:-1], "none", opacity=opacity, stroke=paint, stroke_width=width)

    def ellipse(self, x: float, y: float, radii: tuple[float, float], fill: str, opacity: float = 1.0) -> None:
        """An upright ellipse."""
        self._shapes.append(
            f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{radii[0]:.2f}" ry="{radii[1]:.2f}" fill="{fill}"'
            f' fill-opacity="{opacity:.3f}"/>'
        )

    def linear(self, start: Sequence[float], end: Sequence[float], stops: Iterable[Stop]) -> str:
        """A linear gradient between two points of the sheet, as a fill."""
        shape = f'x1="{start[0]:.2f}" y1="{start[1]:.2f}" x2="{end[0]:.2f}" y2="{end[1]:.2f}"'
        return self._gradient("linearGradient", shape, stops)

    def radial(self, x: float, y: float, radius: float, stops: Iterable[Stop], squash: float = 1.0) -> str:
        """A radial gradient; `squash` is its height over its width."""
        shape = f'cx="0" cy="0" r="{radius:.2f}" gradientTransform="translate({x:.2f} {y:.2f}) scale(1 {squash:.3f})"'
        return self._gradient("radialGradient", shape, stops)

    def image(self, pixels: NDArray[np.uint8], box: Sequence[float], clip: Floats | None = None) -> None:
        """Pixels (h, w, 3 or 4) stretched over `box` = (x, y, width, height), cut to a polygon."""
        name = ""
        if clip is not None:
            key = f"c{len(self._definitions)}"
            self._definitions.append(f'<clipPath id="{key}"><path d="{path_of(clip)}"/></clipPath>')
            name = f' clip-path="url(#{key})"'
        x, y, width, height = box
        held = BytesIO()
        Image.fromarray(pixels).save(held, "PNG", compress_level=1)
        data = base64.b64encode(held.getvalue()).decode()
        self._shapes.append(
            f'<g{name}><image x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
            f' preserveAspectRatio="none" href="data:image/png;base64,{data}"/></g>'
        )

    def group(self, transform: str) -> None:
        """Opens a transformed group, closed by `end`."""
        self._shapes.append(f'<g transform="{transform}">')

    def end(self) -> None:
        """Closes the group opened last."""
        self._shapes.append("</g>")

    def svg(self, width: int, height: int) -> bytes:
        """The sheet at a size in pixels."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="0 0 {UNITS:g} {self.height:.3f}" preserveAspectRatio="none"'
            ' stroke-linejoin="round" stroke-linecap="round">'
        )
        return "".join([head, "<defs>", *self._definitions, "</defs>", *self._shapes, "</svg>"]).encode()

    def _gradient(self, kind: str, shape: str, stops: Iterable[Stop]) -> str:
        key = f"g{len(self._definitions)}"
        inside = "".join(
            f'<stop offset="{at:.3f}" stop-color="{css(paint)}" stop-opacity="{alpha:.3f}"/>'
            for at, paint, alpha in stops
        )
        self._definitions.append(f'<{kind} id="{key}" gradientUnits="userSpaceOnUse" {shape}>{inside}</{kind}>')
        return f"url(#{key})"
