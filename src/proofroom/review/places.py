"""Where a marking lies, in words, for those who do not see it: "upper left, 12 % of the picture". Row D10."""

from typing import Any

from proofroom.review.geometry import WHOLE
from proofroom.review.kinds import Kind

ROWS, COLUMNS = ("upper", "middle", "lower"), ("left", "center", "right")
LEAST = 1.0  # percent; less is not counted out


def place_of(kind: str, geometry: dict[str, Any]) -> str:
    """A sentence's part: the ninth of the picture in which the marking's middle lies, and how much it covers."""
    if kind == Kind.SURFACE:
        return "on the surface of the model"
    left, top, right, bottom = bounds(geometry)
    where = _ninth((left + right) / 2, (top + bottom) / 2)
    if kind in {Kind.PIN, Kind.ARROW}:
        return where
    covered = (right - left) * (bottom - top) / WHOLE
    return f"{where}, {_percent(covered)} of the picture"


def bounds(geometry: dict[str, Any]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in percent of the picture. Not for pins on a surface."""
    if "points" in geometry:
        across, down = [point[0] for point in geometry["points"]], [point[1] for point in geometry["points"]]
        return min(across), min(down), max(across), max(down)
    x, y = geometry["x"], geometry["y"]
    return x, y, x + geometry.get("width", 0.0), y + geometry.get("height", 0.0)


def _ninth(x: float, y: float) -> str:
    row, column = (min(int(middle / WHOLE * 3), 2) for middle in (y, x))
    return "in the center" if (row, column) == (1, 1) else f"{ROWS[row]} {COLUMNS[column]}"


def _percent(covered: float) -> str:
    return f"{covered:.0f} %" if covered >= LEAST else f"less than {LEAST:.0f} %"
