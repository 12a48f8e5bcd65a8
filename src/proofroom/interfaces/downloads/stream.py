"""Serves one stored file, one model or one package to somebody who may have it."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from proofroom.core import clock
from proofroom.files import storage
from proofroom.files.models import Mesh, StoredFile
from proofroom.files.package.keeping import layout_of
from proofroom.files.package.layout import MissingFiles, Segment, Stored
from proofroom.interfaces.downloads.direct import direct_answer
from proofroom.interfaces.downloads.packages import Chosen
from proofroom.interfaces.downloads.ranges import Span, Unsatisfiable, asked_span
from proofroom.interfaces.downloads.sending import SegmentsResponse, Watch
from proofroom.interfaces.downloads.watching import Handing
from proofroom.people.models import Person

ASK_AGAIN = "private, no-cache"  # the right to a file can end; the answer to "still the same?" is one small message
KEEP_A_WHILE = "private, max-age=3600"


@dataclass(frozen=True)
class Source:
    """What can be sent: ``segments(start, stop)`` gives any part of its ``length`` bytes."""

    name: str
    media_type: str
    length: int
    etag: str
    attachment: bool
    segments: Callable[[int, int], Iterable[Segment]]
    cache: str = ASK_AGAIN
    watch: Callable[[Span], Watch | None] = lambda _: None


async def serve_file(request: HttpRequest, stored_file: StoredFile) -> HttpResponseBase:
    """A file as it was given, never shown inline; ``stored_file.blob`` read already. Raises MissingFiles."""
    blob = stored_file.blob
    await _check_stored(blob.key, stored_file.name)
    source = Source(
        stored_file.name, blob.media_type, blob.size, f'"{blob.sha256}"', attachment=True, segments=_of(blob.key)
    )
    told = storage.Attachment(_disposition(source), source.media_type)
    return await direct_answer(request, blob.key, told) or _answer(request, source)


async def serve_mesh(request: HttpRequest, mesh: Mesh) -> HttpResponseBase:
    """A model as the viewer takes it; ``mesh.blob`` read already. Raises MissingFiles."""
    await _check_stored(mesh.key, "model.glb")
    etag = f'"{mesh.blob.sha256}-glb"'
    source = Source(
        "model.glb", "model/gltf-binary", mesh.size, etag, attachment=True, segments=_of(mesh.key), cache=KEEP_A_WHILE
    )
    return _answer(request, source)


async def serve_package(request: HttpRequest, chosen: Chosen, reader: Person) -> HttpResponseBase:
    """A ZIP of exact length that resumes from any byte (Row E1). Raises MissingFiles before the first byte.

    What of it leaves is noted for the reader. ``Content-Location`` names the address that means these bytes for ever.
    """
    package = chosen.package
    layout = await sync_to_async(layout_of)(package, clock.now())
    source = Source(
        chosen.filename, "application/zip", package.length, package.etag, attachment=True, segments=layout.segments,
        watch=lambda span: Handing(reader, package, span),
    )  # fmt: skip
    response = _answer(request, source)
    response["Content-Location"] = f"{request.path}?{package.query}"
    return response


def _answer(request: HttpRequest, source: Source) -> HttpResponseBase:
    conditional = get_conditional_response(request, etag=source.etag)
    if conditional is not None:
        return _headed(conditional, source)
    try:
        span = asked_span(request, source.length, source.etag) if request.method == "GET" else None
    except Unsatisfiable:
        return _headed(HttpResponse(status=416, headers={"Content-Range": f"bytes */{source.length}"}), source)
    return _headed(_streamed(request, source, span), source)


def _streamed(request: HttpRequest, source: Source, span: Span | None) -> SegmentsResponse:
    sent = span or Span(0, source.length)
    asked = request.method != "HEAD"
    response = SegmentsResponse(
        request, source.segments(sent.start, sent.stop) if asked else [], source.watch(sent) if asked else None,
        status=206 if span else 200, content_type=source.media_type,
    )  # fmt: skip
    response["Content-Length"] = str(sent.length)
    if span:
        response["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{source.length}"
    return response


def _headed(response: HttpResponseBase, source: Source) -> HttpResponseBase:
    response["ETag"] = source.etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = source.cache
    response["Content-Disposition"] = _disposition(source)
    response["X-Content-Type-Options"] = "nosniff"
    # Whatever a stranger's file is, a browser that shows it runs nothing of it and lends it no sign-in.
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _disposition(source: Source) -> str:
    return content_disposition_header(source.attachment, source.name) or "attachment"


def _of(key: str) -> Callable[[int, int], Iterable[Segment]]:
    return lambda start, stop: [Stored(key, start, stop - start)] if start < stop else []


async def _check_stored(key: str, name: str) -> None:
    if not await asyncio.to_thread(storage.is_stored, key):
        raise MissingFiles([name])
