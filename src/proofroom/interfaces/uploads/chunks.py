"""Takes the bytes of one request into the partial file while they arrive."""

import asyncio
import hashlib
from collections.abc import AsyncIterator

from proofroom.interfaces.uploads.answers import Declined, Receive
from proofroom.interfaces.uploads.partial import Partial
from proofroom.interfaces.uploads.protocol import Checksum

GATHERED = 256 * 1024  # bytes: what a crash of this process may lose, against one thread hop for each write


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
        hashed = checksum.start() if checksum else None
        await _write(receive, partial, size, hashed)
        _verify(hashed, checksum)
    except BaseException as ended:
        if checksum is not None or isinstance(ended, Declined):
            partial.take_back(began)
        raise
    partial.trust()


async def _write(receive: Receive, partial: Partial, size: int, hashed: "hashlib._Hash | None") -> None:
    async for block in _blocks(receive, partial):
        if partial.offset + len(block) > size:
            raise Declined(413, "More bytes arrived than the upload announced. Start it again.")
        if hashed is not None:
            hashed.update(block)
        await _written(partial, block)


async def _written(partial: Partial, block: bytes) -> None:
    write = asyncio.ensure_future(asyncio.to_thread(partial.append, block))
    try:
        await asyncio.shield(write)
    except asyncio.CancelledError:
        await write  # the thread must be done before the file is closed under it
        raise


async def _blocks(receive: Receive, partial: Partial) -> AsyncIterator[bytes]:
    gathered = bytearray()
    while True:
        message = await receive()
        ended = message["type"] == "http.disconnect"
        gathered += message.get("body", b"")
        if len(gathered) >= GATHERED or ended or not message.get("more_body"):
            yield bytes(gathered)
            gathered.clear()
        if ended:
            raise CutOff(f"{partial.offset} bytes are here")
        if not message.get("more_body"):
            return


def _verify(hashed: "hashlib._Hash | None", checksum: Checksum | None) -> None:
    if checksum is not None and hashed is not None and hashed.digest() != checksum.digest:
        raise Declined(460, "The bytes changed on their way here. This part was not kept; send it again.")
