"""Segments as pieces to send: bytes, and parts of open files that the kernel may send by itself."""

import asyncio
import io
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import BinaryIO

from proofroom.files import storage
from proofroom.files.package.layout import Segment, Stored

BLOCK = 512 * 1024
PIECE = 16 * 1024 * 1024
"""Bytes after which it is noted how far a download has come."""
SMALL = 128 * 1024
"""Bytes up to which a file is read and sent together with its neighbours: one hand-over for many."""


@dataclass(frozen=True)
class Part:
    """``length`` bytes of an open file from ``offset`` on; whoever has sent the ``last`` of a file calls ``sent``."""

    file: BinaryIO
    offset: int
    length: int
    last: bool

    def sent(self) -> None:
        """Closes the file when no other part of it follows."""
        if self.last:
            self.file.close()

    @property
    def on_disk(self) -> bool:
        """The kernel can send it without a copy; what comes from a bucket has to be read."""
        return isinstance(getattr(self.file, "raw", None), io.FileIO)

    def read(self) -> Iterator[bytes]:
        """Its bytes in blocks of half a megabyte. Raises EOFError when the stored object is shorter than it was."""
        self.file.seek(self.offset)
        left = self.length
        while left:
            block = self.file.read(min(BLOCK, left))
            if not block:
                raise EOFError(f"A stored file ended {left} bytes early")
            left -= len(block)
            yield block


Piece = bytes | Part


def pieces(segments: Iterable[Segment]) -> Iterator[Piece]:
    """What ``segments`` hold, small ones gathered to half a megabyte. Blocks: for threads. Raises EOFError."""
    gathered = bytearray()
    for segment in segments:
        if isinstance(segment, Stored) and segment.length > SMALL:
            if gathered:
                yield bytes(gathered)
                gathered.clear()
            yield from _parts(segment)
            continue
        gathered += segment if isinstance(segment, bytes) else _read(segment)
        if len(gathered) >= BLOCK:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


async def in_thread(found: Iterator[Piece]) -> AsyncIterator[Piece]:
    """``found`` without holding up anybody else: disks are slow, and so is the directory of 20,000 files.

    Each piece is looked for while the one before it is sent, so that sending never waits for a thread.
    """
    step = _next_of(found)
    try:
        while (piece := await asyncio.shield(step)) is not None:
            step = _next_of(found)
            yield piece
    finally:
        if not step.done():
            await asyncio.wait([step])  # a generator that still runs cannot be closed
        if not step.cancelled() and not step.exception() and isinstance(unsent := step.result(), Part):
            unsent.sent()
        close = getattr(found, "close", None)
        if close is not None:
            close()


async def blocks(segments: Iterable[Segment]) -> AsyncIterator[bytes]:
    """The bytes of ``segments`` in blocks, for servers that cannot send a file by themselves. Raises EOFError."""
    async with aclosing(in_thread(pieces(segments))) as found:  # type: ignore[type-var]
        async for piece in found:
            if isinstance(piece, bytes):
                yield piece
                continue
            try:
                reading = piece.read()
                while block := await asyncio.to_thread(next, reading, b""):
                    yield block
            finally:
                piece.sent()


def _next_of(found: Iterator[Piece]) -> "asyncio.Future[Piece | None]":
    return asyncio.ensure_future(asyncio.to_thread(next, found, None))


def _parts(segment: Stored) -> Iterator[Part]:
    file = storage.open_stored(segment.key)
    given_away = False
    try:
        for done in range(0, segment.length, PIECE):
            length = min(PIECE, segment.length - done)
            given_away = done + length == segment.length
            part = Part(file, segment.offset + done, length, last=given_away)
            if part.on_disk:
                # Asked for before it is needed, because a file that the kernel sends is read while others wait.
                os.posix_fadvise(file.fileno(), part.offset, length, os.POSIX_FADV_WILLNEED)
            yield part
    finally:
        if not given_away:
            file.close()


def _read(segment: Stored) -> bytes:
    found = storage.read_stored(segment.key, segment.offset, segment.length) if segment.length else b""
    if len(found) < segment.length:
        raise EOFError(f"{segment.key} ended {segment.length - len(found)} bytes early")
    return found
