"""The tus server: one small handler for each method."""

import asyncio
from collections.abc import Awaitable, Callable

from django.db import OperationalError

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.files import arrivals
from proofroom.files.models import Upload
from proofroom.interfaces.aside import Threads
from proofroom.interfaces.uploads import chunks, sessions
from proofroom.interfaces.uploads.answers import (
    Answer,
    Declined,
    Message,
    Receive,
    Send,
    capabilities,
    out_of_order,
    progress,
    send_answer,
)
from proofroom.interfaces.uploads.partial import locked_partial
from proofroom.interfaces.uploads.protocol import ROOT, Request, read_checksum, read_request

STATUS = {"too_large": 413, "no_room_left": 413, "unwanted_kind": 415, "wrong_bytes": 460}
Handler = Callable[[Request, Receive], Awaitable[Answer]]

# Apart from the pool that writes chunks: hashing a finished film must not hold up anybody's bytes.
aside = Threads("uploads", 8).aside


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Answers one HTTP request below ``/uploads/``. Who is cut off gets no answer and goes on later by HEAD."""
    try:
        request = read_request(scope)
        answer = await HANDLERS.get(request.method, _no_such_method)(request, receive)
    except chunks.CutOff:
        return
    except Declined as declined:
        answer = declined.answer
    except NotVisible:
        answer = Answer(404, text="There is no such order, or it takes no files from you.")
    except Refused as refused:
        # 422 and not the API's 409: to tus a 409 is a wrong offset, after which a client simply tries again.
        answer = Answer(STATUS.get(refused.code, 422), {"Proofroom-Refusal": refused.code}, refused.message)
    except (OSError, OperationalError) as wrong:
        answer = out_of_order(wrong)
    await send_answer(send, answer)


async def _options(_request: Request, _receive: Receive) -> Answer:
    return capabilities()


async def _create(request: Request, receive: Receive) -> Answer:
    if request.upload_id is not None:
        raise Declined(405, "An upload is created at its list, not at its own address.", Allow="HEAD, PATCH, DELETE")
    read_checksum(request)  # what cannot be verified is refused before anything is begun
    upload = await aside(sessions.begin, request, clock.now())
    reached = await _take(upload, request, receive) if request.has_body else 0
    return progress(201, upload, reached, Location=f"{ROOT}{upload.pk}")


async def _tell(request: Request, _receive: Receive) -> Answer:
    upload = await aside(sessions.find, request, clock.now())
    if upload.file is None and sessions.offset(upload) == upload.size:
        with locked_partial(upload.partial):
            # The process died between the last byte and the storing.
            upload = await aside(sessions.complete, upload, clock.now())
    told = {"Upload-Length": str(upload.size)}
    if upload.metadata:
        told["Upload-Metadata"] = upload.metadata
    return progress(200, upload, sessions.offset(upload), **told)


async def _append(request: Request, receive: Receive) -> Answer:
    if not request.has_body:
        raise Declined(415, "The body must be of the type application/offset+octet-stream.")
    upload = await aside(sessions.find, request, clock.now())
    if upload.file is not None:
        _check_offset(request, upload.size)
        return progress(204, upload, upload.size)
    return progress(204, upload, await _take(upload, request, receive))


async def _take(upload: Upload, request: Request, receive: Receive) -> int:
    checksum = read_checksum(request)
    with locked_partial(upload.partial) as partial:
        if request.method == "PATCH":
            _check_offset(request, partial.offset)
        try:
            await chunks.take(receive, partial, upload.size, checksum)
        finally:
            if partial.offset < upload.size:
                await asyncio.shield(aside(arrivals.note_offset, upload, partial.offset))
        if partial.offset == upload.size:
            await aside(sessions.complete, upload, clock.now(), partial.counted())
        return partial.offset


async def _end(request: Request, _receive: Receive) -> Answer:
    upload = await aside(sessions.find, request, clock.now())
    if upload.file is not None:
        raise Declined(409, "This file has arrived already. Remove it from the order instead.")
    with locked_partial(upload.partial):
        await aside(arrivals.discard_upload, upload)
    return Answer(204)


async def _no_such_method(_request: Request, _receive: Receive) -> Answer:
    raise Declined(
        405, "Uploads know POST, HEAD, PATCH, DELETE and OPTIONS.", Allow="POST, HEAD, PATCH, DELETE, OPTIONS"
    )


def _check_offset(request: Request, offset: int) -> None:
    if request.number("upload-offset") != offset:
        raise Declined(409, f"This upload goes on at byte {offset}.", Upload_Offset=str(offset))


HANDLERS: dict[str, Handler] = {"OPTIONS": _options, "POST": _create, "HEAD": _tell, "PATCH": _append, "DELETE": _end}
