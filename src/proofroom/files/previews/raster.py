"""JPEG, PNG, TIFF, WebP and GIF: read in rows and reduced while reading, so that size costs no memory."""

import pyvips

from proofroom.files.previews.bounds import check_held, check_pixels
from proofroom.files.previews.finding import LONGEST, Damaged, Finding, Job
from proofroom.files.previews.rendering import rendered

SIDEWAYS = frozenset({5, 6, 7, 8})  # EXIF orientations that swap width and height
TOO_EARLY = "This file ends too early or is damaged. Upload it again."
WHOLE = {"image/gif": 8.0, "image/webp": 4.0}  # bytes for each pixel of what is decoded in one piece


def look(job: Job) -> Finding:
    """Raises Damaged for a truncated file or a bomb, NotShowable for what is too large."""
    try:
        upright, pages = _measured(job)
        return rendered(small(job), upright, job, pages)
    except pyvips.Error as wrong:
        raise Damaged(TOO_EARLY) from wrong


def _measured(job: Job) -> tuple[tuple[int, int], int | None]:
    header = pyvips.Image.new_from_file(str(job.path), access="sequential")
    check_pixels(header.width, header.height, job.path.stat().st_size)
    check_held(header.width, header.height, _bytes_held(header, job.media_type))
    sideways = header.get_typeof("orientation") and header.get("orientation") in SIDEWAYS
    upright = (header.height, header.width) if sideways else (header.width, header.height)
    several = job.media_type == "image/tiff" and header.get_typeof("n-pages")
    return upright, header.get("n-pages") if several else None


def _bytes_held(header: pyvips.Image, media_type: str) -> float:
    if not header.get_typeof("interlaced"):
        return WHOLE.get(media_type, 0.0)
    if media_type == "image/jpeg":
        # A progressive JPEG keeps two bytes for every coefficient until the last pass.
        halved = header.get_typeof("jpeg-chroma-subsample") and header.get("jpeg-chroma-subsample") == "4:2:0"
        return 3.0 if halved else 2.0 * header.bands
    return float(header.bands * (2 if header.format == "ushort" else 1))


def whole(job: Job) -> pyvips.Image:
    """Every pixel, upright. Raises as ``look``; a truncated file is found out by whoever reads the picture."""
    try:
        _measured(job)
        picture = pyvips.Image.new_from_file(str(job.path), access="sequential", fail_on=_strictness(job))
        if not picture.get_typeof("orientation") or picture.get("orientation") == 1:
            return picture
        return at_hand(picture, job).autorot()
    except pyvips.Error as wrong:
        raise Damaged(TOO_EARLY) from wrong


def at_hand(picture: pyvips.Image, job: Job) -> pyvips.Image:
    """The picture unpacked on the disk, for turning, which needs any row at any time; so it costs no memory."""
    unpacked = str(job.out / "unpacked.v")
    picture.write_to_file(unpacked)
    return pyvips.Image.new_from_file(unpacked)


def _strictness(job: Job) -> str:
    # A TIFF whose strips are missing is no truncation to libtiff; a JPEG with a stray byte is an "error" to libjpeg.
    return "error" if job.media_type == "image/tiff" else "truncated"


def small(job: Job) -> pyvips.Image:
    """The picture upright and at most 2,048 pixels long. Raises pyvips.Error for a truncated file."""
    header = pyvips.Image.new_from_file(str(job.path), access="sequential")
    profile = {"output_profile": "srgb"} if header.interpretation == "cmyk" else {}
    return pyvips.Image.thumbnail(str(job.path), LONGEST[0], size="down", fail_on=_strictness(job), **profile)
