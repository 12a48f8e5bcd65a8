"""From the drawn sheet to a photograph: exposure, color cast, bloom, vignette, grain, JPEG with its EXIF."""

from dataclasses import dataclass

import numpy as np
import pyvips

from proofroom.demo.pictures.drawing import Drawing

TILE = 448
"""Pixels after which the grain repeats."""

BLOCK = 4
"""Pixels that share one value of what changes slowly: vignette and bloom."""


@dataclass(frozen=True)
class Look:
    """How a picture is taken or finished; 1.0 and 0.0 leave it as it was drawn."""

    exposure: float = 1.0
    gamma: float = 1.0
    contrast: float = 0.0
    cast: tuple[float, float, float] = (1.0, 1.0, 1.0)
    color: float = 1.0
    bloom: float = 0.0
    vignette: float = 0.0
    grain: float = 1.2
    sharpness: float = 0.0
    quality: int = 92


CAMERA = Look(
    exposure=0.86, gamma=1.3, contrast=0.12, cast=(1.06, 0.99, 0.80), bloom=1.0, vignette=0.5, grain=5.0, quality=91
)
FINISHED = Look(exposure=1.03, gamma=0.96, contrast=0.08, bloom=0.14, grain=1.7, quality=95)


def develop(drawing: Drawing, look: Look, width: int, height: int, seed: int) -> bytes:
    """JPEG bytes of the sheet at a size in pixels, in sRGB with EXIF."""
    pyvips.cache_set_max(0)  # kept operations would hold on to whole pictures
    try:
        return _jpeg(_exposed(drawing, look, width, height, seed), look.quality, seed)
    finally:
        pyvips.cache_set_max(100)


def _exposed(drawing: Drawing, look: Look, width: int, height: int, seed: int) -> pyvips.Image:
    sheet = pyvips.Image.svgload_buffer(drawing.svg(width, height), unlimited=True).copy_memory()[:3]
    image = sheet.maplut(_curves(look))
    if look.color != 1.0:
        image = image.recomb(_saturation(look.color))
    if look.vignette:
        image = image * _falloff(look.vignette, width, height)
    if look.bloom:
        image = image + _bloom(sheet, look.bloom, width, height)
    image = (image + _grain(look.grain, width, height, seed)).cast("uchar")
    if look.sharpness > 0:
        image = image.sharpen(sigma=0.8, m2=3 * look.sharpness)
    return image


def _curves(look: Look) -> pyvips.Image:
    level = np.linspace(0, 1, 256)[:, None]
    value = np.power(level, look.gamma) * look.exposure
    value = value + look.contrast * (value - 0.5) * 4 * value * (1 - np.minimum(value, 1))
    top = np.clip((level - 0.9) / 0.1, 0, 1) ** 3
    value = value * (1 - top) + top * max(1.0, look.exposure)
    tinted = np.clip(value * (np.array(look.cast) * (1 - top) + top), 0, 1.2) * 255
    return pyvips.Image.new_from_array(tinted.astype(np.float32)[None])


def _saturation(share: float) -> list[list[float]]:
    weights = (0.299, 0.587, 0.114)
    return [
        [(share if row == column else 0) + (1 - share) * weights[column] for column in range(3)] for row in range(3)
    ]


def _falloff(strength: float, width: int, height: int) -> pyvips.Image:
    columns, rows = -(-width // BLOCK), -(-height // BLOCK)
    x, y = np.linspace(-1, 1, columns)[None], np.linspace(-1, 1, rows)[:, None]
    mask = 1 - strength * np.clip((x**2 + 0.8 * y**2) / 1.8, 0, 1) ** 1.3
    small = pyvips.Image.new_from_array(mask.astype(np.float32))
    return small.zoom(BLOCK, BLOCK).crop(0, 0, width, height)


def _bloom(sheet: pyvips.Image, strength: float, width: int, height: int) -> pyvips.Image:
    small = sheet.shrink(width / 250, width / 250)
    bright = ((small - 238) * 15).cast("uchar").cast("float").copy_memory()
    halo = bright.gaussblur(2) * 0.4 + bright.gaussblur(9) * 0.45 + bright.gaussblur(32) * 0.35
    columns, rows = -(-width // BLOCK), -(-height // BLOCK)
    spread = (halo * (strength * 0.62)).resize(columns / halo.width, vscale=rows / halo.height, kernel="linear")
    smooth = spread.embed(0, 0, columns, rows, extend="copy").copy_memory()
    return smooth.zoom(BLOCK, BLOCK).crop(0, 0, width, height)


def _grain(strength: float, width: int, height: int, seed: int) -> pyvips.Image:
    rng = np.random.default_rng(seed + 17)
    fine = rng.normal(0, 1, (TILE, TILE, 1)).astype(np.float32)
    tint = rng.normal(0, 0.45, (TILE, TILE, 3)).astype(np.float32)
    soft = tint + np.roll(tint, 1, axis=0) + np.roll(tint, 1, axis=1) + np.roll(tint, (1, 1), axis=(0, 1))
    coarse = sum((np.roll(fine, (i, j), axis=(0, 1)) for i in range(4) for j in range(4)), np.zeros_like(fine)) / 4
    tile = (0.7 * fine + 0.22 * coarse + 0.25 * np.roll(fine, 1, axis=1) + 0.5 * soft) * strength
    image = pyvips.Image.new_from_array(tile.astype(np.float32))
    return image.replicate(-(-width // TILE), -(-height // TILE)).crop(0, 0, width, height)


def _jpeg(image: pyvips.Image, quality: int, seed: int) -> bytes:
    taken = f"2026:05:{4 + seed % 20:02d} 10:{seed * 7 % 60:02d}:00"
    image = image.copy(interpretation="srgb")
    image.set_type(pyvips.GValue.gint_type, "orientation", 1)
    fields = {
        "exif-ifd0-Make": "Proofroom Demo",
        "exif-ifd0-Model": "Room Camera 24",
        "exif-ifd0-DateTime": taken,
        "exif-ifd2-DateTimeOriginal": taken,
        "exif-ifd2-FocalLength": "20/1",
        "exif-ifd2-ISOSpeedRatings": "800",
    }
    for name, value in fields.items():
        image.set_type(pyvips.GValue.gstr_type, name, value)
    data: bytes = image.jpegsave_buffer(Q=quality, profile="srgb", optimize_coding=False)
    return data
