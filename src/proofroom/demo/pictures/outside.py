"""What is seen through a window: a garden under a blue sky, or the white of an overexposed one."""

import numpy as np
from numpy.typing import NDArray

from proofroom.demo.pictures.colors import Floats

WIDTH, HEIGHT = 360, 240


def cloudy(seed: int, rows: int, columns: int, coarse: int = 4) -> Floats:
    """Soft fractal noise (rows, columns) between 0 and 1."""
    rng = np.random.default_rng(seed)
    total = np.zeros((rows, columns))
    cells, weight = coarse, 1.0
    for _ in range(6):
        total += weight * _smooth(rng.random((cells + 2, cells * 2 + 2)), rows, columns)
        cells, weight = cells * 2, weight * 0.52
    low, high = total.min(), total.max()
    scaled: Floats = (total - low) / (high - low)
    return scaled


def _smooth(grid: Floats, rows: int, columns: int) -> Floats:
    y, x = np.linspace(0, grid.shape[0] - 1.001, rows), np.linspace(0, grid.shape[1] - 1.001, columns)
    i, j = y.astype(int), x.astype(int)
    u, v = (y - i)[:, None], (x - j)[None]
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    top = grid[i][:, j] * (1 - v) + grid[i][:, j + 1] * v
    bottom = grid[i + 1][:, j] * (1 - v) + grid[i + 1][:, j + 1] * v
    met: Floats = top * (1 - u) + bottom * u
    return met


def outlook(seed: int, *, after: bool) -> NDArray[np.uint8]:
    """Pixels (240, 360, 3) of the view."""
    if not after:
        return np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    down = np.linspace(0, 1, HEIGHT)[:, None, None]
    high, low = np.array([0.30, 0.56, 0.88]), np.array([0.76, 0.88, 0.97])
    scene = high * (1 - down) + low * down
    clouds = np.clip((cloudy(seed, HEIGHT, WIDTH) - 0.52) * 3.4, 0, 1)[..., None] * np.clip(1.1 - down * 0.6, 0, 1)
    shade = np.clip((cloudy(seed, HEIGHT + 14, WIDTH)[14:] - 0.5) * 2.0, 0, 1)[..., None]
    scene = scene * (1 - clouds) + clouds * (1.0 - 0.10 * shade * np.array([1.0, 0.8, 0.55]))
    layers = ((0.70, 0.05, (0.60, 0.72, 0.76)), (0.76, 0.06, (0.47, 0.62, 0.50)), (0.83, 0.10, (0.33, 0.49, 0.28)))
    for order, (line, rough, tone) in enumerate(layers):
        scene = _grown(scene, seed + order * 7, line, rough, np.array(tone))
    pixels: NDArray[np.uint8] = (np.clip(scene, 0, 1) * 255).round().astype(np.uint8)
    return pixels


def _grown(scene: Floats, seed: int, line: float, rough: float, tone: Floats) -> Floats:
    ridge = line - rough * (cloudy(seed, 4, WIDTH, 3)[1] - 0.5) * 2
    rows = np.linspace(0, 1, HEIGHT)[:, None]
    cover = np.clip((rows - ridge[None]) * HEIGHT * 0.5, 0, 1)[..., None]
    leaves = cloudy(seed + 3, HEIGHT, WIDTH, 24)[..., None]
    grown: Floats = scene * (1 - cover) + cover * tone * (0.74 + 0.52 * leaves)
    return grown
