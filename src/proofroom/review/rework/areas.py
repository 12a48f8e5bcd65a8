"""The pixels that a marking means, for the share of them that changed."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyvips

from proofroom.review.kinds import Kind
from proofroom.review.selectors import plain, shape_of

Mask = npt.NDArray[np.bool_]
PEN = 1.5  # percent of the picture's width on each side of a line
HALF = 128  # of 255: a pixel at the rim that lies mostly inside
AROUND_PIN = 3.0  # percent of its width around a pin or an arrow's tip


def area_of(kind: str, geometry: dict[str, Any], size: tuple[int, int]) -> Mask:
    """True where the marking is, in a picture of ``size``: inside a box, along and inside a drawn line, around a pin
    or an arrow's tip. Nowhere for a pin on a surface.
    """
    width, height = size
    if kind == Kind.SURFACE:
        return np.zeros((height, width), dtype=np.bool_)
    if kind in {Kind.PIN, Kind.ARROW}:
        x, y = (geometry["x"], geometry["y"]) if kind == Kind.PIN else geometry["points"][-1]
        place = f'cx="{plain(x * width / 100)}" cy="{plain(y * height / 100)}" r="{plain(AROUND_PIN * width / 100)}"'
        shape, line = f"<circle {place}/>", 0.0
    else:
        shape = shape_of(Kind(kind), geometry, (float(width), float(height))).replace('fill="none"', "")
        line = 2 * PEN * width / 100 if kind == Kind.PENCIL else 0.0
    look = f'fill="#fff" stroke="#fff" stroke-width="{plain(line)}"'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><g {look}>{shape}</g></svg>'
    )
    drawn = pyvips.Image.svgload_buffer(drawing.encode(), unlimited=True)
    return np.asarray(drawn.extract_band(drawn.bands - 1).numpy() >= HALF)
