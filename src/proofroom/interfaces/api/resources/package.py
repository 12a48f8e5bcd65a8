"""The whole package as one ZIP. The one asynchronous operation, so that an open stream holds nobody up (ADR 0001)."""

from typing import Any

from asgiref.sync import sync_to_async
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Router

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.downloads.packages import Chosen, delivered_package
from proofroom.interfaces.downloads.stream import serve_package

router = Router(tags=["items"])
ZIP: dict[str, Any] = {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}
ANSWERS: dict[str, Any] = {
    "responses": {
        200: ZIP,
        206: {"description": "The bytes that Range names.", **ZIP},
        304: {"description": "Still the same as If-None-Match names."},
        409: {"description": "Nothing has been delivered yet."},
        416: {"description": "The range begins behind the last byte."},
    }
}


@router.api_operation(["GET", "HEAD"], "/orders/{order:number}/package.zip", openapi_extra=ANSWERS)
async def read_package(request: HttpRequest, number: str) -> HttpResponseBase:
    """The newest delivered result of every picture, or what the query chooses; resumes from any byte (Row E1).

    ``Content-Location`` in the answer names the address that means the same bytes for ever.
    """
    chosen = await sync_to_async(_chosen)(request, number)
    return await serve_package(request, chosen, person_at(request))


def _chosen(request: HttpRequest, number: str) -> Chosen:
    return delivered_package(order_or_404(actor_at(request), number), person_at(request), request, clock.now())
