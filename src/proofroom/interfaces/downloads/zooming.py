"""Deep zoom into a picture of an order: what a viewer opens, and its tiles. Pages and API answer the same."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response

from proofroom.core.errors import NotVisible
from proofroom.files.models import Blob, Preview, Pyramid, StoredFile
from proofroom.files.package.layout import MissingFiles
from proofroom.files.previews.finding import OVERLAP, TILE_SIZE
from proofroom.files.tiles import Place, ask_for_tiles, read_tile

NAMESPACE = "http://schemas.microsoft.com/deepzoom/2008"
FORMATS = {"image/jpeg": "jpg", "image/webp": "webp"}
AGAIN_AFTER = 1  # seconds; the tiles of a camera's picture take about as long
FOR_EVER = "private, max-age=31536000, immutable"  # a file of an order never changes under its number


class Door(NamedTuple):
    """Names of the addresses where previews and tiles are had."""

    preview: str
    tile: str


def zoom_answer(number: str, file: StoredFile, door: Door) -> JsonResponse:
    """What OpenSeadragon opens, as JSON; 202 while tiles are being cut. Raises NotVisible for what has no picture."""
    blob = file.blob
    if not blob.previews.exists():
        raise NotVisible
    pyramid = ask_for_tiles(blob)
    is_ready = pyramid is not None and pyramid.state == Pyramid.State.READY
    source = _tiles(number, file, pyramid, door) if pyramid and is_ready else _preview(number, file, door)
    answer = JsonResponse({"size": _size(blob), "source": source})
    answer["Cache-Control"] = "private, no-cache"
    if pyramid is not None and pyramid.state == Pyramid.State.CUTTING:
        answer.status_code = 202
        answer["Retry-After"] = str(AGAIN_AFTER)
    return answer


def tile_answer(request: HttpRequest, file: StoredFile, place: Place, ending: str) -> HttpResponse:
    """One tile. Raises NotVisible while they are not cut and where there is none, MissingFiles when they were lost."""
    pyramid = Pyramid.objects.filter(blob=file.blob_id, state=Pyramid.State.READY).first()
    if pyramid is None or ending != FORMATS[pyramid.media_type]:
        raise NotVisible
    try:
        content = read_tile(pyramid, place)
    except FileNotFoundError as gone:
        raise MissingFiles([file.name]) from gone
    etag = f'"{file.blob.sha256}-{place.level}-{place.column}-{place.row}"'
    answer = get_conditional_response(request, etag=etag) or HttpResponse(content, content_type=pyramid.media_type)
    answer["ETag"] = etag
    answer["Cache-Control"] = FOR_EVER
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _size(blob: Blob) -> dict[str, int | None]:
    return {"width": blob.width, "height": blob.height}


def _tiles(number: str, file: StoredFile, pyramid: Pyramid, door: Door) -> dict[str, object]:
    first = reverse(door.tile, args=[number, file.pk, 0, 0, 0, FORMATS[pyramid.media_type]])
    return {
        "Image": {
            "xmlns": NAMESPACE,
            "Url": first.rpartition("0/")[0],
            "Format": FORMATS[pyramid.media_type],
            "Overlap": OVERLAP,
            "TileSize": TILE_SIZE,
            "Size": {"Width": pyramid.width, "Height": pyramid.height},
        }
    }


def _preview(number: str, file: StoredFile, door: Door) -> dict[str, object]:
    return {"type": "image", "url": reverse(door.preview, args=[number, file.pk, Preview.Longest.LARGE])}
