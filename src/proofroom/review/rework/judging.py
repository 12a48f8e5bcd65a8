"""From shares to words: what counts as changed. The limits come from ``bench.rework``."""

CHANGED = 0.00012
"""Of the picture: less than about forty pixels of 720 by 480 are a speck that saving made."""
TOUCHED = 0.012
"""Of a marked area: less is what spilled over from beside it."""
ANOTHER_TONE = 6.0
"""Of 255, averaged over the whole picture: what one sees without being told."""


def is_changed(share: float) -> bool:
    """True when something in the picture was changed."""
    return share > CHANGED


def is_touched(share: float) -> bool:
    """True when something in the marked area was changed."""
    return share > TOUCHED


def is_another_tone(tone: float) -> bool:
    """True when the whole picture became brighter, darker, or of another colour."""
    return tone > ANOTHER_TONE
