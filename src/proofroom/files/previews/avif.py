"""AVIF, by Pillow: libvips takes twice its memory for the same picture."""

import pyvips
from PIL import Image, ImageOps, UnidentifiedImageError

from proofroom.files.previews.bounds import check_held, check_pixels
from proofroom.files.previews.finding import LONGEST, Damaged, Finding, Job
from proofroom.files.previews.rendering import rendered, with_profile

BYTES_PER_PIXEL = 8.6  # seen with 24 megapixels: the decoder's own pictures, and the one it hands over


def look(job: Job) -> Finding:
    """Raises Damaged for a truncated file or a bomb, NotShowable for what is too large."""
    Image.MAX_IMAGE_PIXELS = None  # our own bounds say it in a sentence
    try:
        with Image.open(job.path, formats=["AVIF"]) as picture:
            width, height = picture.size
            check_pixels(width, height, job.path.stat().st_size)
            check_held(width, height, BYTES_PER_PIXEL)
            picture.thumbnail((LONGEST[0], LONGEST[0]), Image.Resampling.LANCZOS)
            small = ImageOps.exif_transpose(picture)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError) as wrong:
        raise Damaged("This file ends too early or is damaged. Upload it again.") from wrong
    sideways = (small.width > small.height) != (width > height)
    return rendered(_for_vips(small), (height, width) if sideways else (width, height), job)


def _for_vips(small: Image.Image) -> pyvips.Image:
    picture = pyvips.Image.new_from_array(small).copy(interpretation="srgb")
    return with_profile(picture, small.info.get("icc_profile"))
