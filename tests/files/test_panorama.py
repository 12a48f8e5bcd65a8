"""Panoramas of 200 megapixels: shown, and zoomed into down to their own pixels."""

import io

import pytest
from PIL import Image

from proofroom.core.tasks import run_queued
from proofroom.files.models import Blob, Pyramid
from proofroom.files.tiles import Place, ask_for_tiles, levels, read_tile
from tests.files.looking import colour_at, is_close, looked_at, preview_of

pytestmark = pytest.mark.django_db
WIDTH, HEIGHT = 20_000, 10_000
ROW = 8
"""Lines of one row of blocks without subsampling."""
LEFT, RIGHT = (200, 90, 30), (30, 90, 200)


def panorama() -> bytes:
    """A JPEG whose rows of blocks are all the same, so that one is pressed and repeated behind restart markers."""
    strip = Image.new("RGB", (WIDTH, ROW), LEFT)
    strip.paste(RIGHT, (WIDTH // 2, 0, WIDTH, ROW))
    target = io.BytesIO()
    strip.save(target, "JPEG", subsampling=0, restart_marker_rows=1)
    head, begin, scan = target.getvalue().removesuffix(b"\xff\xd9").partition(b"\xff\xda")
    length = int.from_bytes(scan[:2], "big")
    frame = head.index(b"\xff\xc0") + 5  # marker, length and precision stand before the height
    head = head[:frame] + HEIGHT.to_bytes(2, "big") + head[frame + 2 :]
    rows = HEIGHT // ROW
    restarted = b"".join(scan[length:] + bytes((0xFF, 0xD0 + row % 8)) for row in range(rows - 1))
    return head + begin + scan[:length] + restarted + scan[length:] + b"\xff\xd9"


@pytest.fixture
def blob() -> Blob:
    """The panorama, looked at."""
    return looked_at(panorama(), "panorama.jpg")


def test_a_panorama_of_200_megapixels_is_shown(blob: Blob) -> None:
    assert (blob.inspection, blob.width, blob.height) == ("shown", WIDTH, HEIGHT)
    preview = preview_of(blob, 2048)
    assert preview.size == (2048, 1024)
    assert is_close(colour_at(preview, 0.1, 0.99), LEFT)
    assert is_close(colour_at(preview, 0.9, 0.99), RIGHT)


@pytest.mark.nightly
def test_a_panorama_of_200_megapixels_is_zoomed_into_down_to_its_own_pixels(blob: Blob) -> None:
    ask_for_tiles(blob)
    run_queued()
    pyramid = Pyramid.objects.get(blob=blob)
    assert (pyramid.state, pyramid.width, pyramid.height) == ("ready", WIDTH, HEIGHT)
    # Where the colours meet: the 10,000th column lies in tile 19, 272 pixels (and one of overlap) from its left.
    meeting = Image.open(io.BytesIO(read_tile(pyramid, Place(levels(pyramid) - 1, 19, 19))))
    assert is_close(meeting.getpixel((263, 100)), LEFT)  # type: ignore[arg-type]
    assert is_close(meeting.getpixel((282, 100)), RIGHT)  # type: ignore[arg-type]
