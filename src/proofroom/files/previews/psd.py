"""Photoshop documents: the merged picture inside, one channel at a time, so that the layers are never read.

The order of sections is that of Adobe's "Photoshop File Formats Specification"; psd_tools reads each of them.
"""

import warnings
from collections.abc import Callable, Iterator
from typing import BinaryIO

import numpy as np
import pyvips
from psd_tools.compression import PSDDecompressionWarning, decompress
from psd_tools.constants import ColorMode, Compression, Resource
from psd_tools.psd.color_mode_data import ColorModeData
from psd_tools.psd.header import FileHeader
from psd_tools.psd.image_resources import ImageResources

from proofroom.files.previews.bounds import check_held, check_pixels
from proofroom.files.previews.finding import KEPT, Damaged, Finding, Job, NotShowable
from proofroom.files.previews.rendering import reduced, rendered, with_profile

Sized = Callable[[pyvips.Image], pyvips.Image]  # what is done to a channel as soon as it is unpacked
COLOURS = {
    ColorMode.RGB: (3, "srgb"),
    ColorMode.GRAYSCALE: (1, "b-w"),
    ColorMode.DUOTONE: (1, "b-w"),
    ColorMode.CMYK: (4, "cmyk"),
}
DEPTHS = (8, 16)
LARGE_DOCUMENT = 2  # the version number of a PSB


def look(job: Job) -> Finding:
    """Raises Damaged when the merged picture is not whole, NotShowable when there is none or its mode is not known."""
    picture, upright = _read(job, reduced)
    return rendered(picture, upright, job)


def whole(job: Job) -> pyvips.Image:
    """Every pixel. Raises as ``look``."""
    return _read(job, lambda plane: plane)[0]


def _read(job: Job, sized: Sized) -> tuple[pyvips.Image, tuple[int, int]]:
    try:
        with job.path.open("rb") as source, warnings.catch_warnings():
            warnings.simplefilter("error", PSDDecompressionWarning)
            return _merged(source, job, sized)
    except (ValueError, OSError, EOFError, AssertionError, PSDDecompressionWarning, pyvips.Error) as wrong:
        raise Damaged("This Photoshop file ends too early or is damaged. Upload it again.") from wrong


def _merged(source: BinaryIO, job: Job, sized: Sized) -> tuple[pyvips.Image, tuple[int, int]]:
    header = FileHeader.read(source)
    _check_showable(header, job.path.stat().st_size)
    ColorModeData.read(source)
    resources = ImageResources.read(source)
    if (
        resources.get_data(Resource.VERSION_INFO) is not None
        and not resources.get_data(Resource.VERSION_INFO).has_composite
    ):
        raise NotShowable(f"This Photoshop file was saved without a merged picture, so it cannot be shown. {KEPT}")
    _skip_layers(source, header)
    count, interpretation = COLOURS[header.color_mode]
    planes = [sized(_plane(data, header)).copy_memory() for data in _channels(source, header, count)]
    picture = planes[0].bandjoin(planes[1:]) if count > 1 else planes[0]
    picture = with_profile(picture.copy(interpretation=interpretation), resources.get_data(Resource.ICC_PROFILE))
    return picture, (header.width, header.height)


def _check_showable(header: FileHeader, file_size: int) -> None:
    check_pixels(header.width, header.height, file_size)
    check_held(header.width, header.height, 3 * header.depth / 8)
    if (
        header.color_mode not in COLOURS
        or header.depth not in DEPTHS
        or header.channels < COLOURS[header.color_mode][0]
    ):
        mode = header.color_mode.name.lower().replace("_", " ")
        raise NotShowable(f"A Photoshop file in {mode} mode with {header.depth} bits cannot be shown. {KEPT}")


def _skip_layers(source: BinaryIO, header: FileHeader) -> None:
    width = 8 if header.version == LARGE_DOCUMENT else 4
    source.seek(int.from_bytes(source.read(width), "big"), 1)


def _channels(source: BinaryIO, header: FileHeader, count: int) -> Iterator[bytes]:
    compression = Compression(int.from_bytes(_exactly(source, 2), "big"))
    if compression == Compression.RAW:
        size = header.width * header.height * header.depth // 8
        yield from (_exactly(source, size) for _ in range(count))
    elif compression == Compression.RLE:
        yield from _packed_channels(source, header, count)
    else:
        raise NotShowable(f"The way this Photoshop file is compressed cannot be shown. {KEPT}")


def _packed_channels(source: BinaryIO, header: FileHeader, count: int) -> Iterator[bytes]:
    width = 4 if header.version == LARGE_DOCUMENT else 2
    table = _exactly(source, header.height * header.channels * width)
    for channel in range(count):
        lengths = table[channel * header.height * width : (channel + 1) * header.height * width]
        packed = _exactly(source, int(np.frombuffer(lengths, f">u{width}").sum(dtype=np.int64)))
        yield decompress(lengths + packed, Compression.RLE, header.width, header.height, header.depth, header.version)


def _plane(data: bytes, header: FileHeader) -> pyvips.Image:
    eight_bits = np.frombuffer(data, np.uint8)[:: header.depth // 8]
    if header.color_mode == ColorMode.CMYK:
        eight_bits = 255 - eight_bits  # Photoshop writes 0 for full ink
    picture = pyvips.Image.new_from_memory(eight_bits.tobytes(), header.width, header.height, 1, "uchar")
    return picture.copy(interpretation="b-w")


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise EOFError
    return data
