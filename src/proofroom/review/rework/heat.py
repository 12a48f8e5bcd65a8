"""What changed as a picture to lay over the newer version: transparent where nothing did (Row E3)."""

import numpy as np
import pyvips

from proofroom.review.rework.comparing import Comparison
from proofroom.review.rework.windows import averaged

WARM, HOT = (230.0, 159.0, 0.0), (213.0, 94.0, 0.0)
"""From slight to strong: two colours of the Okabe and Ito set, of different brightness too."""
FULL = 40.0  # of 255: as strong as the overlay gets
FAINTEST, STRONGEST = 110.0, 215.0  # opacity, of 255


def heat_png(found: Comparison) -> bytes:
    """RGBA as large as the compared pictures."""
    heat = np.clip(found.strength / FULL, 0.0, 1.0)
    colors = [cool + (hot - cool) * heat for cool, hot in zip(WARM, HOT, strict=True)]
    # A little wider than the change, so that a cord's width can be seen.
    alpha = np.where(averaged(found.changed.astype(np.float32), 5) > 0, FAINTEST, 0.0)
    alpha = np.maximum(alpha, np.where(found.changed, FAINTEST + (STRONGEST - FAINTEST) * heat, 0.0))
    picture = np.stack([*colors, alpha], axis=2).round().astype(np.uint8)
    height, width = picture.shape[:2]
    image = pyvips.Image.new_from_memory(picture.tobytes(), width, height, 4, "uchar")
    return bytes(image.copy(interpretation="srgb").pngsave_buffer(compression=6))
