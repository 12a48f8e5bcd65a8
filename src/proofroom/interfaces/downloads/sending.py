"""The body of an answer: sent by the kernel where the server offers it, watched so that it is known what arrived."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Mapping
from contextlib import aclosing
from typing import Any, Protocol

from django.http import HttpRequest, StreamingHttpResponse

from proofroom.files.package.layout import Segment
from proofroom.files.package.stream import Part, blocks, in_thread, pieces

ZERO_COPY = "http.response.zerocopysend"
"""The ASGI extension of this name: the server sends a part of an open file without reading it."""
CONFIRMED = "proofroom.confirmed"
"""Our own: asks the connection how many bytes of the body the other side has confirmed."""
FIRST_LOOK, LONGEST_LOOK = 0.002, 0.25
"""Seconds between two looks whether the last bytes have arrived."""

Send = Callable[[Mapping[str, Any]], Awaitable[None]]


class Watch(Protocol):
    """Is told how many bytes of the answer have left."""

    async def moved(self, done: int) -> None:
        """``done`` bytes of the answer have left so far."""

    async def ended(self, done: int) -> None:
        """It is over, and the other side has ``done`` bytes."""


class SegmentsResponse(StreamingHttpResponse):
    """``segments`` as the body: read in blocks by any server, sent by the kernel under one with zero copy."""

    def __init__(self, request: HttpRequest, segments: Iterable[Segment], watch: Watch | None, **given: Any) -> None:
        self._segments = segments
        self._watch = watch
        self._extensions: Mapping[str, Any] = getattr(request, "scope", {}).get("extensions") or {}
        super().__init__(self._blocks(), **given)

    @property
    def zero_copy(self) -> bool:
        """The server takes ``send_body``."""
        return ZERO_COPY in self._extensions

    async def send_body(self, send: Send) -> None:
        """All ASGI events after ``http.response.start``. Raises ConnectionError when the client is gone."""
        if self._watch is None:
            await self._send_pieces(send)
        else:
            await self._send_watched(send, self._watch, self._extensions[CONFIRMED])
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _send_watched(self, send: Send, watch: Watch, confirmed: Callable[[], int]) -> None:
        confirmed()  # counts from here on
        try:
            await self._send_pieces(send, lambda: watch.moved(confirmed()))
            pause = FIRST_LOOK
            while confirmed() < self._length:  # the connection breaking ends this wait from outside
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_LOOK)
        finally:
            await _to_the_end(watch.ended(confirmed()))

    async def _send_pieces(self, send: Send, after: Callable[[], Awaitable[None]] | None = None) -> None:
        async with aclosing(in_thread(pieces(self._segments))) as found:  # type: ignore[type-var]
            async for piece in found:
                await _send_piece(send, piece)
                if after:
                    await after()

    async def _blocks(self) -> AsyncIterator[bytes]:
        done = 0
        try:
            async for block in blocks(self._segments):
                yield block
                done += len(block)
                if self._watch:
                    await self._watch.moved(done)
        finally:
            if self._watch:
                await self._watch.ended(done)

    @property
    def _length(self) -> int:
        return int(self.headers["Content-Length"])


async def _send_piece(send: Send, piece: bytes | Part) -> None:
    if isinstance(piece, bytes):
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        return
    try:
        await _send_part(send, piece)
    finally:
        piece.sent()


async def _send_part(send: Send, part: Part) -> None:
    if part.on_disk:
        asked = {"file": part.file.fileno(), "offset": part.offset, "count": part.length}
        await send({"type": ZERO_COPY, **asked, "more_body": True})
        return
    reading = part.read()
    while block := await asyncio.to_thread(next, reading, b""):
        await send({"type": "http.response.body", "body": block, "more_body": True})


async def _to_the_end(work: Coroutine[Any, Any, None]) -> None:
    """``work`` is finished also when the client's leaving cancels this task meanwhile."""
    begun = asyncio.ensure_future(work)
    try:
        await asyncio.shield(begun)
    except asyncio.CancelledError:
        await asyncio.wait([begun])
        raise
