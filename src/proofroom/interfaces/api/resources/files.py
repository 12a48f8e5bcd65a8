"""Single files of an order, their previews, and deep zoom into them; the ids are those of its items."""

from typing import Any

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Router

from proofroom.files.tiles import Place
from proofroom.interfaces.access import actor_at, file_or_404
from proofroom.interfaces.downloads.previews import preview_answer
from proofroom.interfaces.downloads.stream import serve_file
from proofroom.interfaces.downloads.zooming import Door, tile_answer, zoom_answer

router = Router(tags=["files"])
DOOR = Door(preview="api:read_preview", tile="api:read_tile")
BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
PICTURE: dict[str, Any] = {"content": {"image/jpeg": BYTES, "image/webp": BYTES}}
UNCHANGED: dict[str, Any] = {"description": "Still the same as If-None-Match names."}
FILE: dict[str, Any] = {
    "responses": {
        200: {"content": {"*/*": BYTES}},
        206: {"description": "The bytes that Range names.", "content": {"*/*": BYTES}},
        302: {"description": "Where the store sends them itself."},
        304: UNCHANGED,
        416: {"description": "The range begins behind the last byte."},
    }
}
SMALL: dict[str, Any] = {"responses": {200: PICTURE, 304: UNCHANGED}}
VIEWER: dict[str, Any] = {
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["size", "source"],
                "properties": {
                    "size": {"type": "object", "description": "`width` and `height` of the picture in pixels."},
                    "source": {"type": "object", "description": "A tile source of OpenSeadragon."},
                },
            }
        }
    }
}
ZOOM: dict[str, Any] = {
    "responses": {200: VIEWER, 202: {"description": "The same with a preview, while tiles are being cut.", **VIEWER}}
}


@router.api_operation(["GET", "HEAD"], "/orders/{order:number}/files/{int:file}", openapi_extra=FILE)
async def read_file(request: HttpRequest, number: str, file: int) -> HttpResponseBase:
    """One file as it was given; resumes from any byte."""
    found = await sync_to_async(file_or_404)(await sync_to_async(actor_at)(request), number, file)
    return await serve_file(request, found)


@router.get("/orders/{order:number}/files/{int:file}/preview/{int:longest}", openapi_extra=SMALL)
def read_preview(request: HttpRequest, number: str, file: int, longest: int) -> HttpResponse:
    """A small picture of it in sRGB, upright, 320 or 2048 pixels on its longer side; 404 while there is none."""
    return preview_answer(request, file_or_404(actor_at(request), number, file), longest)


@router.get("/orders/{order:number}/files/{int:file}/zoom", openapi_extra=ZOOM)
def read_zoom(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """What a viewer of deep zoom opens. Asking has the tiles cut; 202 says to ask again after `Retry-After` seconds."""
    return zoom_answer(number, file_or_404(actor_at(request), number, file), DOOR)


@router.get(
    "/orders/{order:number}/files/{int:file}/tiles/{int:level}/{int:column}_{int:row}.{slug:ending}",
    openapi_extra=SMALL,
)
def read_tile(
    request: HttpRequest, number: str, file: int, level: int, column: int, row: int, ending: str
) -> HttpResponse:
    """One tile; 404 while they are not cut. Level 0 is a single pixel, each next one twice as large."""
    return tile_answer(request, file_or_404(actor_at(request), number, file), Place(level, column, row), ending)
