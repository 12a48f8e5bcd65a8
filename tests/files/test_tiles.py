"""Deep zoom: the picture's own pixels, in tiles that are cut when somebody first asks."""

import io
import math

import numpy as np
import pytest
from PIL import Image

from proofroom.core.errors import NotVisible
from proofroom.core.tasks import run_queued
from proofroom.files.models import Blob, Pyramid
from proofroom.files.previews.finding import OVERLAP, TILE_SIZE
from proofroom.files.tiles import Place, ask_for_tiles, levels, read_tile, span_of
from tests.files import pictures
from tests.files.looking import colour_at, is_close, looked_at

pytestmark = pytest.mark.django_db
LEFT, RIGHT = (200, 90, 30), (30, 90, 200)


def cut(content: bytes, name: str = "kitchen.jpg") -> Pyramid:
    """The pyramid of a picture that somebody has asked to zoom into."""
    blob = looked_at(content, name)
    assert ask_for_tiles(blob) is not None
    run_queued()
    return Pyramid.objects.get(blob=blob)


def tile(pyramid: Pyramid, level: int, column: int, row: int) -> Image.Image:
    return Image.open(io.BytesIO(read_tile(pyramid, Place(level, column, row))))


def put_together(pyramid: Pyramid) -> Image.Image:
    """The deepest level as one picture again."""
    whole = Image.new("RGB", (pyramid.width, pyramid.height))
    for row in range(math.ceil(pyramid.height / TILE_SIZE)):
        for column in range(math.ceil(pyramid.width / TILE_SIZE)):
            left, top = (max(at * TILE_SIZE - OVERLAP, 0) for at in (column, row))
            whole.paste(tile(pyramid, levels(pyramid) - 1, column, row), (left, top))
    return whole


def test_the_deepest_level_has_every_pixel_of_the_picture() -> None:
    picture = pictures.scene(2300, 1100)
    pyramid = cut(pictures.saved(picture, "PNG"))
    assert (pyramid.state, pyramid.width, pyramid.height, levels(pyramid)) == ("ready", 2300, 1100, 13)
    difference = np.abs(np.asarray(put_together(pyramid)).astype(int) - np.asarray(picture).astype(int))
    assert difference.mean() < 2


def test_each_level_is_half_of_the_next_down_to_one_pixel() -> None:
    pyramid = cut(pictures.jpeg(2300, 1100))
    assert tile(pyramid, 0, 0, 0).size == (1, 1)
    assert tile(pyramid, 9, 0, 0).size == (288, 138)
    assert tile(pyramid, 11, 2, 1).size == (1150 - 2 * TILE_SIZE + OVERLAP, 550 - TILE_SIZE + OVERLAP)


@pytest.mark.parametrize("place", [(12, 5, 0), (12, 0, 3), (13, 0, 0), (9, 1, 0), (99, 0, 0)])
def test_outside_the_picture_there_is_no_tile(place: tuple[int, int, int]) -> None:
    with pytest.raises(NotVisible):
        span_of(cut(pictures.jpeg(2300, 1100)), Place(*place))


def test_tiles_of_a_turned_picture_are_upright() -> None:
    pyramid = cut(pictures.turned_jpeg(6, 2300, 1100))
    assert (pyramid.width, pyramid.height) == (1100, 2300)
    whole = put_together(pyramid)
    assert is_close(colour_at(whole, 0.5, 0.1), LEFT, by=30)
    assert is_close(colour_at(whole, 0.5, 0.9), RIGHT, by=30)


@pytest.mark.parametrize("kind", ["TIFF", "WEBP", "AVIF", "GIF"])
def test_other_kinds_have_tiles_in_their_colours(kind: str) -> None:
    pyramid = cut(pictures.saved(pictures.scene(2100, 300), kind))
    assert is_close(colour_at(tile(pyramid, 11, 0, 0), 0.5, 0.5), LEFT, by=30)


def test_a_photoshop_file_has_tiles_in_its_colours() -> None:
    pyramid = cut(pictures.psd(pictures.scene(2100, 300), packed=True), "kitchen.psd")
    assert is_close(colour_at(tile(pyramid, 11, 0, 0), 0.5, 0.5), LEFT, by=30)


def test_tiles_are_in_screen_colours_as_the_profile_means_them() -> None:
    pyramid = cut(pictures.jpeg(2300, 300, icc_profile=pictures.swapped_profile()))
    assert not is_close(colour_at(tile(pyramid, 12, 0, 0), 0.5, 0.5), LEFT, by=60)


def test_transparency_stays_in_the_tiles() -> None:
    picture = pictures.scene(2100, 300, "RGBA")
    picture.putalpha(0)
    pyramid = cut(pictures.saved(picture, "PNG"))
    assert pyramid.media_type == "image/webp"
    assert tile(pyramid, 12, 0, 0).mode == "RGBA"


@pytest.mark.parametrize("content", [pictures.jpeg(2048, 300), pictures.SVG_WITH_SCRIPT, b"Please brighten it."])
def test_what_the_preview_shows_whole_needs_no_tiles(content: bytes) -> None:
    assert ask_for_tiles(looked_at(content)) is None


def test_tiles_are_cut_once_however_often_they_are_asked_for() -> None:
    blob = looked_at(pictures.jpeg(2300, 300))
    for _ in range(3):
        ask_for_tiles(blob)
    assert run_queued() == 1 + 1  # the file's own inspection is still in the queue
    ask_for_tiles(blob)
    assert run_queued() == 0


def test_a_picture_that_cannot_be_cut_is_not_tried_again() -> None:
    blob = looked_at(pictures.jpeg(2300, 300))
    Blob.objects.filter(pk=blob.pk).update(media_type="image/heic")
    ask_for_tiles(blob)
    run_queued()
    assert Pyramid.objects.get(blob=blob).state == "failed"
    pyramid = ask_for_tiles(blob)
    assert pyramid is not None
    assert (pyramid.state, run_queued()) == ("failed", 0)
