"""Averages and extremes around each pixel, in time that does not grow with the window."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def averaged(values: Floats, window: int) -> Floats:
    """The mean of the ``window`` by ``window`` pixels around each; at the border of those there are."""
    half = window // 2
    rows, columns = values.shape[:2]
    sums = np.zeros((rows + 1, columns + 1), dtype=np.float64)
    sums[1:, 1:] = values.cumsum(axis=0, dtype=np.float64).cumsum(axis=1)
    top, bottom = np.clip(np.arange(rows) - half, 0, rows), np.clip(np.arange(rows) + half + 1, 0, rows)
    left, right = np.clip(np.arange(columns) - half, 0, columns), np.clip(np.arange(columns) + half + 1, 0, columns)
    inside = sums[np.ix_(bottom, right)] - sums[np.ix_(top, right)] - sums[np.ix_(bottom, left)]
    inside += sums[np.ix_(top, left)]
    return np.asarray(inside / np.outer(bottom - top, right - left), dtype=np.float32)


def highest(values: Floats) -> Floats:
    """The largest of the nine around each pixel."""
    return _extreme(values, np.maximum)


def lowest(values: Floats) -> Floats:
    """The smallest of the nine around each pixel."""
    return _extreme(values, np.minimum)


def _extreme(values: Floats, larger: "np.ufunc") -> Floats:
    across = values.copy()
    larger(across[:, 1:], values[:, :-1], out=across[:, 1:])
    larger(across[:, :-1], values[:, 1:], out=across[:, :-1])
    down = across.copy()
    larger(down[1:], across[:-1], out=down[1:])
    larger(down[:-1], across[1:], out=down[:-1])
    return down
