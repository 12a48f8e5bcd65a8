"""Takes the bytes of one request into the partial file while they arrive."""

import asyncio
import hashlib
from collections.abc import AsyncIterator

from proofroom.interfaces.uploads.answers import Declined, Receive
from proofroom.interfaces.uploads.partial import Partial
from proofroom.interfaces.uploads.protocol import Checksum

GATHERED = 1024 * 1024  # bytes: what a crash of this process may lose, against one thread hop for each write


class CutOff(Exception):  # noqa: N818 - the client went away; there is nobody to answer
    """The connection ended before the request did."""


async def take(receive: Receive, partial: Partial, size: int, checksum: Checksum | None) -> None:
    """Appends the request's body to ``partial``; ``size`` bytes is the whole file.

    Raises CutOff (what arrived is kept, unless it was to be verified), Declined 413 for more bytes than announced
    and 460 for a wrong checksum; in both nothing of this request is kept.
    """
    began = partial.offset
    if checksum is not None:
        partial.doubt()
    try:
        # From the first byte on the whole file is counted up anyway: its SHA-256 is that of the chunk.
        own = checksum.start() if checksum and (began or checksum.algorithm != "sha256") else None
        await _write(receive, partial, size, own)
        if checksum is not None:
            _verify(own.digest() if own else bytes.fromhex(partial.count().sha256), checksum)
    except BaseException as ended:
        if checksum is not None or isinstance(ended, Declined):
            partial.take_back(began)
        raise
    partial.trust()


async def _write(receive: Receive, partial: Partial, size: int, own: "hashlib._Hash | None") -> None:
    async for blocks in _blocks(receive, partial):
        if partial.offset + sum(map(len, blocks)) > size:
            raise Declined(413, "More bytes arrived than the upload announced. Start it again.")
        await _written(partial, blocks, own)


async def _written(partial: Partial, blocks: list[bytes], own: "hashlib._Hash | None") -> None:
    write = asyncio.ensure_future(asyncio.to_thread(_append, partial, blocks, own))
    try:
        await asyncio.shield(write)
    except asyncio.CancelledError:
        await write  # the thread must be done before the file is closed under it
        raise


def _append(partial: Partial, blocks: list[bytes], own: "hashlib._Hash | None") -> None:
    partial.append(blocks)
    if own is not None:
        for block in blocks:
            own.update(block)


async def _blocks(receive: Receive, partial: Partial) -> AsyncIterator[list[bytes]]:
    gathered: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        ended = message["type"] == "http.disconnect"
        if block := message.get("body", b""):
            gathered.append(block)
            size += len(block)
        if size >= GATHERED or ended or not message.get("more_body"):
            yield gathered
            gathered, size = [], 0
        if ended:
            raise CutOff(f"{partial.offset} bytes are here")
        if not message.get("more_body"):
            return


def _verify(digest: bytes, checksum: Checksum) -> None:
    if digest != checksum.digest:
        raise Declined(460, "The bytes changed on their way here. This part was not kept; send it again.")
