"""Styles and levels of the catalogue as small changes to how a picture is finished."""

from dataclasses import replace

from proofroom.demo.pictures.developing import CAMERA, FINISHED, Look

STYLES: dict[str, Look] = {
    "Natural": replace(FINISHED, exposure=0.98, color=0.98),
    "Bright": replace(FINISHED, exposure=1.06, gamma=0.82, contrast=0.05),
    "Warm": replace(FINISHED, cast=(1.05, 1.0, 0.88), color=1.12),
    "Clean": replace(FINISHED, gamma=0.88, color=1.02, sharpness=0.6),
    "Editorial": replace(FINISHED, gamma=1.18, contrast=0.24, color=0.72, vignette=0.22),
}
PRODUCT_CAMERA = replace(
    CAMERA, exposure=0.92, gamma=1.12, cast=(1.03, 0.99, 0.88), vignette=0.34, bloom=0.0, grain=4.2
)
PRODUCT_FINISHED = replace(FINISHED, bloom=0.0, grain=1.6)


def look_of(*, after: bool, product: bool, style: str | None) -> Look:
    """How a picture is developed; a style speaks only for the finished one.

    Raises ValueError for a style that is not in `STYLES`.
    """
    if style is not None and style not in STYLES:
        raise ValueError(f"There is no style called {style}. There are: {', '.join(STYLES)}.")
    if not after:
        return PRODUCT_CAMERA if product else CAMERA
    look = STYLES[style] if style else FINISHED
    return replace(look, bloom=0.0, grain=PRODUCT_FINISHED.grain) if product else look


def leveled(look: Look, *, brightness: int, color: int, sharpness: int) -> Look:
    """The look with its variables moved by levels of -2 to +2."""
    return replace(
        look,
        gamma=look.gamma * (1 - 0.13 * brightness),
        exposure=look.exposure * (1 + 0.05 * brightness),
        color=max(0.0, look.color * (1 + 0.22 * color)),
        sharpness=look.sharpness + 0.8 * sharpness,
    )
