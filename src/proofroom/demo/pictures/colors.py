"""Colors as fractions of full sRGB, and the few operations the painters need."""

import numpy as np
from numpy.typing import NDArray

Color = tuple[float, float, float]
Floats = NDArray[np.float64]

WHITE: Color = (1.0, 1.0, 1.0)
BLACK: Color = (0.0, 0.0, 0.0)


def color(text: str) -> Color:
    """`"#c8b090"` as three fractions."""
    return (int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255)


def mix(one: Color, other: Color, share: float) -> Color:
    """`one` with `share` (0 to 1) of `other` stirred in."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return (red, green, blue)


def lit(surface: Color, light: Floats) -> Color:
    """The sRGB color of a surface under linear light, where 1.0 shows the surface as it was named."""
    gain = np.power(np.maximum(light, 0.0), 1 / 2.2)
    red, green, blue = (float(value) for value in np.clip(np.asarray(surface) * gain, 0.0, 1.0))
    return (red, green, blue)


def css(value: Color) -> str:
    """The color as CSS writes it."""
    red, green, blue = (round(255 * min(1.0, max(0.0, part))) for part in value)
    return f"#{red:02x}{green:02x}{blue:02x}"
