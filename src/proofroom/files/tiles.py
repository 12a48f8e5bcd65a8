"""Deep zoom: who asks first has the tiles cut; until then, and where none are needed, the large preview serves."""

import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from proofroom.core.errors import NotVisible
from proofroom.core.tasks import later
from proofroom.files import darkroom, storage
from proofroom.files.models import Blob, Preview, Pyramid
from proofroom.files.previews.finding import TILE_SIZE, Job, Tiling

SPAN = struct.Struct("<QI")  # offset in the archive and length, in bytes
TIME_LIMIT = 110.0  # seconds; a picture of 200 megapixels takes about ten


@dataclass(frozen=True)
class Place:
    """One tile: ``level`` 0 is a single pixel, each next one twice as large; ``column`` and ``row`` count from 0."""

    level: int
    column: int
    row: int


def is_deep(blob: Blob) -> bool:
    """True when the picture has more pixels than its large preview."""
    pictured = blob.inspection == Blob.Inspection.SHOWN and blob.media_type.startswith("image/")
    drawn = blob.media_type == "image/svg+xml"
    return pictured and not drawn and max(blob.width or 0, blob.height or 0) > Preview.Longest.LARGE


def ask_for_tiles(blob: Blob) -> Pyramid | None:
    """The tiles of a picture, put aside for a worker at the first demand; None for one that needs none."""
    if not is_deep(blob):
        return None
    with transaction.atomic():
        pyramid, is_new = Pyramid.objects.get_or_create(blob=blob)
        if is_new:
            later(cut_tiles, blob.pk)
    return pyramid


def cut_tiles(blob_id: int) -> None:
    """Cuts and stores the tiles. Safe to run twice and beside itself: only what is not yet cut is changed."""
    pyramid = Pyramid.objects.select_related("blob").filter(blob=blob_id, state=Pyramid.State.CUTTING).first()
    if pyramid is None:
        return
    with (
        tempfile.TemporaryDirectory(dir=storage.incoming_folder()) as folder,
        storage.local_copy(pyramid.blob.key) as path,
    ):
        job = Job(path, pyramid.blob.media_type, Path(folder), deep=True)
        tiling = darkroom.look(job, TIME_LIMIT).tiling
        if tiling is not None:
            storage.put(_key(pyramid.blob), Path(tiling.path))
    _write_down(pyramid, tiling)


def read_tile(pyramid: Pyramid, place: Place) -> bytes:
    """The bytes of one tile. Raises NotVisible where there is none, FileNotFoundError when the store lost it."""
    offset, length = span_of(pyramid, place)
    with storage.open_stored(pyramid.key) as archive:
        archive.seek(offset)
        return archive.read(length)


def span_of(pyramid: Pyramid, place: Place) -> tuple[int, int]:
    """Offset and length in bytes of a tile within the archive. Raises NotVisible where there is no such tile."""
    columns, rows = _grid(pyramid, place.level)
    if place.level >= levels(pyramid) or place.column >= columns or place.row >= rows:
        raise NotVisible
    before = sum(across * down for across, down in (_grid(pyramid, level) for level in range(place.level)))
    offset, length = SPAN.unpack_from(pyramid.spans, (before + place.row * columns + place.column) * SPAN.size)
    return offset, length


def levels(pyramid: Pyramid) -> int:
    """How many scales there are, from a single pixel to the whole."""
    return (max(pyramid.width, pyramid.height) - 1).bit_length() + 1


def _grid(pyramid: Pyramid, level: int) -> tuple[int, int]:
    halved = max(levels(pyramid) - 1 - level, 0)
    step = TILE_SIZE << halved
    return -(-pyramid.width // step), -(-pyramid.height // step)


def _write_down(pyramid: Pyramid, tiling: Tiling | None) -> None:
    cutting = Pyramid.objects.filter(pk=pyramid.pk, state=Pyramid.State.CUTTING)
    if tiling is None:
        cutting.update(state=Pyramid.State.FAILED)
        return
    spans = b"".join(SPAN.pack(*span) for span in tiling.spans)
    cutting.update(
        state=Pyramid.State.READY,
        media_type=tiling.media_type,
        width=tiling.width,
        height=tiling.height,
        spans=spans,
        key=_key(pyramid.blob),
    )


def _key(blob: Blob) -> str:
    return f"tiles/{blob.key}.szi"
