"""Camera raw files: the picture the camera put inside, or else the mosaic at half size."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyvips
import rawpy

from proofroom.files.previews import raster
from proofroom.files.previews.bounds import check_held
from proofroom.files.previews.finding import KEPT, LONGEST, Finding, Job, NotShowable
from proofroom.files.previews.rendering import reduced, rendered

MOSAIC_BYTES = 4.75  # for each pixel: two of the mosaic, two of the half-size colours, three quarters of the result
Sized = Callable[[Job], pyvips.Image]  # how much of the embedded picture is decoded
TURNS = {3: "d180", 5: "d270", 6: "d90"}  # LibRaw's flip to clockwise turns


def look(job: Job) -> Finding:
    """Raises NotShowable for a camera that is not known here; Damaged when the picture inside is cut short."""
    picture, upright = _read(job, raster.small)
    return rendered(reduced(picture), upright, job)


def whole(job: Job) -> pyvips.Image:
    """The largest picture there is of it: what the camera put inside, or else half of the mosaic. Raises as ``look``.

    The mosaic at its full size would want more memory than a worker may hold.
    """
    return _read(job, raster.whole)[0]


def _read(job: Job, sized: Sized) -> tuple[pyvips.Image, tuple[int, int]]:
    try:
        with rawpy.imread(str(job.path)) as raw:
            upright = _upright(raw)  # before developing, which halves what LibRaw tells of the size
            return _embedded(raw, job, sized) or _developed(raw), upright
    except rawpy.LibRawError as wrong:
        raise NotShowable(f"The raw format of this camera cannot be shown, or the file is damaged. {KEPT}") from wrong


def _upright(raw: rawpy.RawPy) -> tuple[int, int]:
    sizes = raw.sizes
    return (sizes.height, sizes.width) if sizes.flip in {5, 6} else (sizes.width, sizes.height)


def _embedded(raw: rawpy.RawPy, job: Job, sized: Sized) -> pyvips.Image | None:
    try:
        inside = raw.extract_thumb()
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError):
        return None
    if inside.format != rawpy.ThumbFormat.JPEG or not isinstance(inside.data, bytes):
        return None
    path = job.out / "embedded.jpg"
    path.write_bytes(inside.data)
    return _turned(path, raw, replace(job, path=path, media_type="image/jpeg"), sized)


def _turned(path: Path, raw: rawpy.RawPy, job: Job, sized: Sized) -> pyvips.Image | None:
    header = pyvips.Image.new_from_file(str(path))
    if max(header.width, header.height) < LONGEST[0] // 2:
        return None  # a stamp for the camera's own display
    picture = sized(job)
    turned = header.get_typeof("orientation") and header.get("orientation") != 1
    if turned or raw.sizes.flip not in TURNS:
        return picture
    return raster.at_hand(picture, job).rot(TURNS[raw.sizes.flip])


def _developed(raw: rawpy.RawPy) -> pyvips.Image:
    check_held(raw.sizes.raw_width, raw.sizes.raw_height, MOSAIC_BYTES)
    pixels = raw.postprocess(half_size=True, use_camera_wb=True, output_bps=8)
    return pyvips.Image.new_from_array(pixels).copy(interpretation="srgb")
