"""Keeps bytes and looks at them, as the worker does."""

import io

import numpy as np
from PIL import Image

from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob
from tests.files import pictures


def looked_at(content: bytes, name: str = "kitchen.jpg") -> Blob:
    """The blob after its inspection."""
    file = keep(io.BytesIO(content), name, None, pictures.AT)
    inspect_blob(file.blob.pk)
    return Blob.objects.get(pk=file.blob.pk)


def preview_of(blob: Blob, longest: int = 320) -> Image.Image:
    """A preview, decoded."""
    with storage.open_stored(blob.previews.get(longest=longest).key) as stored:
        picture = Image.open(stored)
        picture.load()
    return picture


def colour_at(picture: Image.Image, across: float, down: float) -> tuple[int, ...]:
    """The mean colour around a place, given as shares of width and height."""
    pixels = np.asarray(picture.convert("RGB")).astype(float)
    y, x = int(down * pixels.shape[0]), int(across * pixels.shape[1])
    return tuple(round(value) for value in pixels[max(y - 3, 0) : y + 3, max(x - 3, 0) : x + 3].mean(axis=(0, 1)))


def is_close(found: tuple[int, ...], wanted: tuple[int, ...], by: int = 14) -> bool:
    """Whether two colours look the same."""
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))
