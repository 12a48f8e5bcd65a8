"""One file as a frame of a contact sheet."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from django.urls import reverse

from proofroom.files.models import Blob, Preview, StoredFile
from proofroom.files.tiles import is_deep

ANY = 2**53
"""Stands for the number of a file or picture; no order's number holds it."""
SMALL, LARGE = Preview.Longest.SMALL, Preview.Longest.LARGE


@dataclass(frozen=True)
class Picture:
    """A stored file of an order as it can be shown."""

    name: str
    """The name it was given."""
    size: int
    """Bytes."""
    download: str
    """Where the file itself is."""
    image: str
    """The small preview's address, empty while there is none."""
    large: str
    """The large preview's address, empty while there is none."""
    waiting: bool
    """The preview is being prepared."""
    broken: bool
    """The file cannot be opened at all."""
    kind: str
    """What it is, in capitals, for a frame without a picture: ``DWG``, ``3D``."""
    reason: str
    """Why there is no picture, or that it is not all, a sentence; empty where it is all or will be."""
    model: str
    """The address of a model that the page can turn round, empty for everything else."""
    width: int
    """Pixels of the file itself; 0 while nobody has looked at it."""
    height: int
    """Pixels of the file itself; 0 while nobody has looked at it."""
    tiles: str
    """Where deep zoom finds the file's own pixels; empty where the large preview has them all."""

    @property
    def ready(self) -> bool:
        """True when it was checked and can be opened."""
        return not (self.waiting or self.broken)


def picture_of(number: str, file: StoredFile) -> Picture:
    """The file of order ``number``; ``file.blob`` read already."""
    blob = file.blob
    is_model = blob.media_type.startswith("model/")
    shown = blob.inspection == Blob.Inspection.SHOWN and not is_model
    extension = PurePath(file.name).suffix.lstrip(".").upper()
    return Picture(
        name=file.name,
        size=blob.size,
        download=address_of("order_file", number).format(file.pk),
        image=address_of("order_preview", number, SMALL).format(file.pk) if shown else "",
        large=address_of("order_preview", number, LARGE).format(file.pk) if shown else "",
        waiting=blob.inspection == Blob.Inspection.PENDING,
        broken=blob.inspection == Blob.Inspection.BROKEN,
        kind="3D" if is_model else extension,
        reason=_why_unseen(blob, is_model=is_model),
        width=blob.width or 0,
        height=blob.height or 0,
        tiles=address_of("order_zoom", number).format(file.pk) if shown and is_deep(blob) else "",
        model=_model(number, file) if is_model and blob.inspection == Blob.Inspection.SHOWN else "",
    )


@lru_cache(maxsize=1_000)
def address_of(door: str, number: str, *more: int) -> str:
    """With ``{}`` for the file or picture: a contact sheet has a thousand addresses, and each look-up costs."""
    return reverse(door, args=[number, ANY, *more]).replace(str(ANY), "{}")


def _model(number: str, file: StoredFile) -> str:
    # The viewer takes GLB alone; the worker has made one of every other form.
    door = "order_file" if file.blob.media_type == "model/gltf-binary" else "order_model"
    return address_of(door, number).format(file.pk)


def _why_unseen(blob: Blob, *, is_model: bool) -> str:
    if blob.sentence:
        return blob.sentence
    return "Open it to turn it round." if is_model and blob.inspection == Blob.Inspection.SHOWN else ""
