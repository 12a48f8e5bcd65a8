"""Segments as blocks of bytes, read in threads so that a slow disk holds up nobody else."""

import asyncio
from collections.abc import AsyncIterator, Iterable

from proofroom.files import storage
from proofroom.files.package.layout import Segment, Stored

BLOCK = 512 * 1024


async def blocks(segments: Iterable[Segment]) -> AsyncIterator[bytes]:
    """The bytes of ``segments`` in blocks of at most half a megabyte.

    Raises EOFError when a stored object is shorter than it was: the connection then breaks off instead of
    carrying on with wrong bytes.
    """
    for segment in segments:
        if isinstance(segment, bytes):
            yield segment
        else:
            async for block in _read(segment):
                yield block


async def _read(segment: Stored) -> AsyncIterator[bytes]:
    source = await asyncio.to_thread(storage.open_stored, segment.key)
    try:
        await asyncio.to_thread(source.seek, segment.offset)
        left = segment.length
        while left:
            block = await asyncio.to_thread(source.read, min(BLOCK, left))
            if not block:
                raise EOFError(f"{segment.key} ended {left} bytes early")
            left -= len(block)
            yield block
    finally:
        source.close()
