"""Colours in previews and tiles are those that the file means, brought to sRGB."""

import io

import pytest
import pyvips
from PIL import Image

from tests.files import pictures
from tests.files.looking import colour_at, is_close, looked_at, preview_of
from tests.files.profiles import WIDE, as_read_in, profile

pytestmark = pytest.mark.django_db
PAINTS = [(180, 90, 60), (60, 140, 90), (90, 90, 170), (128, 128, 128)]


@pytest.mark.parametrize("space", sorted(WIDE))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
def test_a_wide_colour_space_is_brought_to_srgb(space: str, kind: str) -> None:
    picture = Image.new("RGB", (400, 100))
    for number, paint in enumerate(PAINTS):
        picture.paste(as_read_in(space, paint), (number * 100, 0, number * 100 + 100, 100))
    options = {"quality": 95} if kind != "PNG" else {}
    preview = preview_of(looked_at(pictures.saved(picture, kind, icc_profile=profile(space), **options)))
    assert "icc_profile" not in preview.info
    for number, paint in enumerate(PAINTS):
        assert is_close(colour_at(preview, (number + 0.5) / 4, 0.5), paint, by=8), paint


def test_the_numbers_alone_would_look_different() -> None:
    assert all(not is_close(as_read_in(space, PAINTS[1]), PAINTS[1], by=4) for space in WIDE)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_picture_for_print_with_its_profile_keeps_its_colours(kind: str) -> None:
    colour = (180, 90, 60)
    screen = pyvips.Image.black(200, 100, bands=3).copy(interpretation="srgb") + list(colour)
    ink = screen.cast("uchar").copy(interpretation="srgb").icc_transform("cmyk", input_profile="srgb")
    content = ink.jpegsave_buffer(Q=95) if kind == "JPEG" else ink.tiffsave_buffer()
    assert Image.open(io.BytesIO(content)).mode == "CMYK"
    assert is_close(colour_at(preview_of(looked_at(content)), 0.5, 0.5), colour, by=8)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_broken_profile_is_passed_over(kind: str) -> None:
    broken = profile("Adobe RGB")[:200]
    blob = looked_at(pictures.saved(pictures.scene(), kind, icc_profile=broken))
    assert blob.inspection == "shown"
    assert is_close(colour_at(preview_of(blob), 0.25, 0.5), (200, 90, 30))


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_of_each_colour_are_shown(kind: str) -> None:
    deep = pyvips.Image.black(100, 60, bands=3).linear(1, [51_400, 25_700, 7_710]).cast("ushort")
    deep = deep.copy(interpretation="rgb16")
    content = deep.pngsave_buffer(bitdepth=16) if kind == "PNG" else deep.tiffsave_buffer()
    assert is_close(colour_at(preview_of(looked_at(content)), 0.5, 0.5), (200, 100, 30), by=3)
