"""HEIC, as telephones make it."""

import pi_heif
import pyvips

from proofroom.files.previews.bounds import check_held, check_pixels
from proofroom.files.previews.finding import Damaged, Finding, Job
from proofroom.files.previews.rendering import reduced, rendered, with_profile

BYTES_PER_PIXEL = 5.0  # planes as they are decoded, and the picture that is made of them


def look(job: Job) -> Finding:
    """Raises Damaged when it cannot be read to its end, NotShowable when it is too large."""
    picture = whole(job)
    return rendered(reduced(picture), (picture.width, picture.height), job)


def whole(job: Job) -> pyvips.Image:
    """Every pixel, upright. Raises as ``look``."""
    try:
        heif = pi_heif.open_heif(job.path, convert_hdr_to_8bit=True)
        width, height = heif.size
        check_pixels(width, height, job.path.stat().st_size)
        check_held(width, height, BYTES_PER_PIXEL)
        return _decoded(heif)
    except (ValueError, EOFError, RuntimeError, OSError, SyntaxError) as wrong:
        raise Damaged("This HEIC picture ends too early or is damaged. Upload it again.") from wrong


def _decoded(heif: pi_heif.HeifFile) -> pyvips.Image:
    # The decoder has turned the picture already; the orientation in its camera notes must not be applied again.
    width, height = heif.size
    bands = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}[heif.mode]
    rows = pyvips.Image.new_from_memory(heif.data, heif.stride, height, 1, "uchar")
    picture = rows.crop(0, 0, width * bands, height).bandfold(factor=bands)
    # In memory of its own: the decoder frees its planes as soon as nobody holds the file.
    picture = picture.copy(interpretation="srgb" if bands > 2 else "b-w").copy_memory()  # noqa: PLR2004 - colour has three
    return with_profile(picture, heif.info.get("icc_profile"))
