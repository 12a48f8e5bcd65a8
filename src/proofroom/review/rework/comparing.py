"""What changed between two pictures, whatever recompression, a slight shift or another overall tone did to them.

Plain arrays without files or rows: red, green and blue from 0 to 255 in ``float32``, ``(height, width, 3)``.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from proofroom.review.rework.aligning import moved, shift_between
from proofroom.review.rework.windows import averaged, highest, lowest

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Thresholds:
    """Chosen on the tuning half of ``bench.rework`` and reported on the other.

    ``window``: pixels averaged to tell a real change from noise. ``least``: difference, of 255, that counts at all.
    ``noise``: times the picture's own noise that a difference has to exceed. ``contrast``: part of the contrast
    around a place by which it has to exceed that, because compression rings beside hard edges, within ``reach``
    pixels. ``color``: weight of colour against brightness. ``grain``: share of change within ``area`` by ``area``
    pixels below which it is a speck.
    """

    window: int = 5
    least: float = 4.0
    noise: float = 4.0
    contrast: float = 0.15
    reach: int = 13
    color: float = 0.7
    area: int = 9
    grain: float = 0.25


@dataclass(frozen=True)
class Comparison:
    """``changed`` is True where the pictures differ; ``strength`` is how much, of 255.

    ``tone`` is by how much the whole picture became another one, brighter or of another colour, of 255.
    """

    changed: Mask
    strength: Floats
    shift: tuple[int, int]
    tone: float

    @property
    def share(self) -> float:
        """Of the picture, from 0 to 1."""
        return float(self.changed.mean())


def compare(before: Floats, after: Floats, chosen: Thresholds | None = None) -> Comparison:
    """``before`` and ``after`` have one size. The result is in the place of ``after``."""
    chosen = chosen or Thresholds()
    shift = shift_between(before, after)
    laid = moved(before, shift)
    there = toned(laid, after)
    first, second = split(there), split(after)
    apart = difference(first, second)
    strength = averaged(np.maximum(apart[..., 0], chosen.color * apart[..., 1:].max(axis=2)), chosen.window)
    around = np.minimum(contrast(first, chosen.reach), contrast(second, chosen.reach))
    candidates = strength > max(chosen.least, chosen.noise * noise_of(strength)) + chosen.contrast * around
    dense = averaged(candidates.astype(np.float32), chosen.area) > chosen.grain
    changed = candidates & dense & ~edges(shift, candidates.shape)
    tone = float(np.abs(there - laid).mean())
    return Comparison(changed, np.where(changed, strength, 0.0).astype(np.float32), shift, tone)


def split(picture: Floats) -> Floats:
    """Brightness and two colour differences (ITU-R BT.601); colour is averaged, as JPEG keeps it coarsely."""
    red, green, blue = picture[..., 0], picture[..., 1], picture[..., 2]
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    colors = [averaged(0.564 * (blue - bright), 5), averaged(0.713 * (red - bright), 5)]
    return np.stack([bright, *colors], axis=2).astype(np.float32)


def difference(before: Floats, after: Floats) -> Floats:
    """How far each pixel is outside the range of its neighbours in the other picture: the larger of both directions.

    A line that moved by part of a pixel stays within that range, and a new spot does not.
    """
    there = np.maximum(after - highest(before), lowest(before) - after)
    back = np.maximum(before - highest(after), lowest(after) - before)
    return np.asarray(np.maximum(np.maximum(there, back), 0), dtype=np.float32)


def contrast(picture: Floats, reach: int) -> Floats:
    """How much brightness varies from pixel to pixel around each place."""
    bright = picture[..., :1]
    return averaged((highest(bright) - lowest(bright))[..., 0], reach)


def toned(before: Floats, after: Floats) -> Floats:
    """``before`` with the overall tone of ``after``: a gain and an offset for each colour, from the pixels that fit.

    Three rounds of least squares; after each, what lies far off is what was really changed and has no say.
    """
    fitted = before.copy()
    for channel in range(before.shape[2]):
        x, y = before[::4, ::4, channel].ravel(), after[::4, ::4, channel].ravel()
        gain, offset = 1.0, float(np.median(y - x))
        for _ in range(3):
            off = np.abs(y - (gain * x + offset))
            fits = off <= max(3.0, 2.5 * float(np.median(off)))
            gain, offset = _line(x[fits], y[fits])
        fitted[:, :, channel] = gain * before[:, :, channel] + offset
    return fitted


def noise_of(strength: Floats) -> float:
    """What most of the picture differs by although nothing was changed: the 90th percentile of the calmer half."""
    calm = strength[strength <= np.median(strength)]
    return float(np.percentile(calm, 90)) if calm.size else 0.0


def edges(shift: tuple[int, int], shape: tuple[int, ...]) -> Mask:
    """The border that a shift leaves without a counterpart, as far as the windows carry it inward."""
    mask = np.zeros(shape, dtype=np.bool_)
    down, across = (abs(each) + 5 if any(shift) else 2 for each in shift)
    mask[:down], mask[-down:], mask[:, :across], mask[:, -across:] = True, True, True, True
    return mask


def _line(x: Floats, y: Floats) -> tuple[float, float]:
    spread = float(x.std())
    if spread < 1.0:  # a picture of one tone tells nothing about the gain
        return 1.0, float((y - x).mean())
    gain = float(((x - x.mean()) * (y - y.mean())).mean()) / spread**2
    gain = min(max(gain, 0.5), 2.0)
    return gain, float(y.mean() - gain * x.mean())
