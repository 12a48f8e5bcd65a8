"""AVIF, by Pillow: libvips takes twice its memory for the same picture."""

import pyvips
from PIL import Image, ImageOps, UnidentifiedImageError

from proofroom.files.previews.bounds import check_held, check_pixels
from proofroom.files.previews.finding import LONGEST, Damaged, Finding, Job
from proofroom.files.previews.rendering import rendered, with_profile

BYTES_PER_PIXEL = 8.6  # seen with 24 megapixels: the decoder's own pictures, and the one it hands over


def look(job: Job) -> Finding:
    """Raises Damaged for a truncated file or a bomb, NotShowable for what is too large."""
    small, upright = _decoded(job, LONGEST[0])
    return rendered(small, upright, job)


def whole(job: Job) -> pyvips.Image:
    """Every pixel, upright. Raises as ``look``."""
    return _decoded(job, None)[0]


def _decoded(job: Job, longest: int | None) -> tuple[pyvips.Image, tuple[int, int]]:
    Image.MAX_IMAGE_PIXELS = None  # our own bounds say it in a sentence
    try:
        with Image.open(job.path, formats=["AVIF"]) as picture:
            width, height = picture.size
            check_pixels(width, height, job.path.stat().st_size)
            check_held(width, height, BYTES_PER_PIXEL)
            if longest:
                picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
            upright = ImageOps.exif_transpose(picture)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError) as wrong:
        raise Damaged("This file ends too early or is damaged. Upload it again.") from wrong
    sideways = (upright.width > upright.height) != (width > height)
    return _for_vips(upright), (height, width) if sideways else (width, height)


def _for_vips(upright: Image.Image) -> pyvips.Image:
    picture = pyvips.Image.new_from_array(upright).copy(interpretation="srgb")
    return with_profile(picture, upright.info.get("icc_profile"))
