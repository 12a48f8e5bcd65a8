"""Serves one stored file, one preview or one package to somebody who may have it."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from proofroom.files import storage
from proofroom.files.models import Preview, StoredFile
from proofroom.files.package.layout import Layout, MissingFiles, Segment, Stored
from proofroom.files.package.stream import blocks
from proofroom.interfaces.downloads.ranges import Span, Unsatisfiable, asked_span

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


async def serve_file(request: HttpRequest, stored_file: StoredFile) -> HttpResponseBase:
    """A file as it was given, never shown inline; ``stored_file.blob`` read already. Raises MissingFiles."""
    blob = stored_file.blob
    await _check_stored(blob.key, stored_file.name)
    source = Source(
        stored_file.name, blob.media_type, blob.size, f'"{blob.sha256}"', attachment=True, segments=_of(blob.key)
    )
    return _answer(request, source)


async def serve_preview(request: HttpRequest, preview: Preview) -> HttpResponseBase:
    """A preview of our own making, shown in the page; ``preview.blob`` read already. Raises MissingFiles."""
    name = f"preview-{preview.longest}.{'webp' if preview.media_type == 'image/webp' else 'jpg'}"
    await _check_stored(preview.key, name)
    etag = f'"{preview.blob.sha256}-{preview.longest}"'
    source = Source(
        name, preview.media_type, preview.size, etag, attachment=False, segments=_of(preview.key), cache=KEEP_A_WHILE
    )
    return _answer(request, source)


async def serve_package(request: HttpRequest, layout: Layout, filename: str) -> HttpResponseBase:
    """A ZIP of exact length that resumes from any byte (Row E1). Raises MissingFiles before the first byte."""
    await asyncio.to_thread(layout.check_present)
    source = Source(filename, "application/zip", layout.length, layout.etag, attachment=True, segments=layout.segments)
    return _answer(request, source)


def _answer(request: HttpRequest, source: Source) -> HttpResponseBase:
    conditional = get_conditional_response(request, etag=source.etag)
    if conditional is not None:
        return _headed(conditional, source)
    try:
        span = asked_span(request, source.length, source.etag) if request.method == "GET" else None
    except Unsatisfiable:
        return _headed(HttpResponse(status=416, headers={"Content-Range": f"bytes */{source.length}"}), source)
    return _headed(_streamed(request, source, span), source)


def _streamed(request: HttpRequest, source: Source, span: Span | None) -> StreamingHttpResponse:
    sent = span or Span(0, source.length)
    body = blocks([] if request.method == "HEAD" else source.segments(sent.start, sent.stop))
    response = StreamingHttpResponse(body, status=206 if span else 200, content_type=source.media_type)
    response["Content-Length"] = str(sent.length)
    if span:
        response["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{source.length}"
    return response


def _headed(response: HttpResponseBase, source: Source) -> HttpResponseBase:
    response["ETag"] = source.etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = source.cache
    response["Content-Disposition"] = content_disposition_header(source.attachment, source.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    # Whatever a stranger's file is, a browser that shows it runs nothing of it and lends it no sign-in.
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _of(key: str) -> Callable[[int, int], Iterable[Segment]]:
    return lambda start, stop: [Stored(key, start, stop - start)] if start < stop else []


async def _check_stored(key: str, name: str) -> None:
    if not await asyncio.to_thread(storage.is_stored, key):
        raise MissingFiles([name])
