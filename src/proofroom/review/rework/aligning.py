"""Finding by how many whole pixels one picture is shifted against another, by phase correlation."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
LARGEST = 8  # pixels; more is no slip of a tool but another crop


def shift_between(before: Floats, after: Floats) -> tuple[int, int]:
    """Rows and columns by which ``before`` has to be moved to lie on ``after``; none where the peak is not clear."""
    first, second = (each.mean(axis=2) - each.mean() for each in (before, after))
    window = np.outer(np.hanning(first.shape[0]), np.hanning(first.shape[1])).astype(np.float32)
    spectrum = np.fft.rfft2(second * window) * np.conj(np.fft.rfft2(first * window))
    surface = np.fft.irfft2(spectrum / (np.abs(spectrum) + 1e-9), first.shape)
    near = [(row, column) for row in range(-LARGEST, LARGEST + 1) for column in range(-LARGEST, LARGEST + 1)]
    best = max(near, key=lambda shift: surface[shift])
    unmoved = float(np.abs(second - first).mean())
    slid = float(np.abs(second - moved(first, best)).mean())
    return best if slid < unmoved else (0, 0)


def moved(picture: Floats, shift: tuple[int, int]) -> Floats:
    """The picture shifted; what comes in at the border repeats the border's own pixels."""
    rows, columns = picture.shape[:2]
    down = np.clip(np.arange(rows) - shift[0], 0, rows - 1)
    across = np.clip(np.arange(columns) - shift[1], 0, columns - 1)
    return picture[np.ix_(down, across)]
