"""Deep zoom into a picture of an order: what to open, and its tiles."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from proofroom.core.errors import NotVisible
from proofroom.files.models import Blob, Preview, Pyramid, StoredFile
from proofroom.files.previews.finding import OVERLAP, TILE_SIZE
from proofroom.files.tiles import Place, ask_for_tiles, read_tile
from proofroom.interfaces.access import actor_at, file_or_404

NAMESPACE = "http://schemas.microsoft.com/deepzoom/2008"
FORMATS = {"image/jpeg": "jpg", "image/webp": "webp"}
AGAIN_AFTER = 1  # seconds; the tiles of a camera's picture take about as long
FOR_EVER = "private, max-age=31536000, immutable"  # a file of an order never changes under its number


@require_safe
@login_required
def zoom(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """What OpenSeadragon opens, as JSON; 202 while tiles are being cut, 404 for what has no picture."""
    found = file_or_404(actor_at(request), number, file)
    blob = found.blob
    if not blob.previews.exists():
        raise NotVisible
    pyramid = ask_for_tiles(blob)
    is_ready = pyramid is not None and pyramid.state == Pyramid.State.READY
    source = _tiles(number, found, pyramid) if pyramid and is_ready else _preview(number, found)
    answer = JsonResponse({"size": _size(blob), "source": source})
    answer["Cache-Control"] = "private, no-cache"
    if pyramid is not None and pyramid.state == Pyramid.State.CUTTING:
        answer.status_code = 202
        answer["Retry-After"] = str(AGAIN_AFTER)
    return answer


@require_safe
@login_required
def tile(request: HttpRequest, number: str, file: int, level: int, column: int, row: int, ending: str) -> HttpResponse:
    """One tile; 404 while they are not cut."""
    found = file_or_404(actor_at(request), number, file)
    pyramid = Pyramid.objects.filter(blob=found.blob_id, state=Pyramid.State.READY).first()
    if pyramid is None or ending != FORMATS[pyramid.media_type]:
        raise NotVisible
    content = read_tile(pyramid, Place(level, column, row))
    etag = f'"{found.blob.sha256}-{level}-{column}-{row}"'
    answer = get_conditional_response(request, etag=etag) or HttpResponse(content, content_type=pyramid.media_type)
    answer["ETag"] = etag
    answer["Cache-Control"] = FOR_EVER
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _size(blob: Blob) -> dict[str, int | None]:
    return {"width": blob.width, "height": blob.height}


def _tiles(number: str, file: StoredFile, pyramid: Pyramid) -> dict[str, object]:
    first = reverse("order_tile", args=[number, file.pk, 0, 0, 0, FORMATS[pyramid.media_type]])
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


def _preview(number: str, file: StoredFile) -> dict[str, object]:
    return {"type": "image", "url": reverse("order_preview", args=[number, file.pk, Preview.Longest.LARGE])}
