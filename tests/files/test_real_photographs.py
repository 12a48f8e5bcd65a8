"""Photographs taken by people, as scikit-image ships them."""

import io
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image, ImageCms

from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob, Preview
from tests.cast import BEGINNING

FOLDER = Path(skimage.__file__).parent / "data"
PHOTOGRAPHS = ("astronaut.png", "brick.png", "chelsea.png", "coffee.png", "color.png", "rocket.jpg")
MOST_DIFFERENCE = 6.0
"""Mean difference of the 256 levels that a good preview may have from the photograph made as small."""


def in_srgb(photograph: Image.Image) -> Image.Image:
    """Its colours as a browser would show them."""
    profile = photograph.info.get("icc_profile")
    if profile is None:
        return photograph.convert("RGB")
    converted = ImageCms.profileToProfile(
        photograph, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    assert converted is not None
    return converted


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in PHOTOGRAPHS if (FOLDER / name).exists()])
def test_a_photograph_keeps_its_look(name: str) -> None:
    photograph = FOLDER / name
    file = keep(io.BytesIO(photograph.read_bytes()), name, None, BEGINNING)
    inspect_blob(file.blob_id)
    assert Blob.objects.get(pk=file.blob_id).inspection == Blob.Inspection.SHOWN
    preview = Preview.objects.get(blob=file.blob, longest=320)
    with storage.local_copy(preview.key) as path:
        shown = Image.open(path).convert("RGB")
    expected = in_srgb(Image.open(photograph)).resize(shown.size, Image.Resampling.LANCZOS)
    difference = np.abs(np.asarray(shown, float) - np.asarray(expected, float)).mean()
    assert difference < MOST_DIFFERENCE


def test_there_are_photographs_to_try() -> None:
    assert any((FOLDER / name).exists() for name in PHOTOGRAPHS)
