"""A tus client that can misbehave, speaking to the server below any HTTP library."""

import asyncio
import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from proofroom.interfaces.uploads.asgi import application

BODY = {"content-type": "application/offset+octet-stream"}


@dataclass(frozen=True)
class Reply:
    """What came back; ``status`` 0 when the connection ended without an answer."""

    status: int
    headers: dict[str, str]
    text: str


def call(
    method: str, path: str, headers: dict[str, str] | None = None, blocks: Iterable[bytes] = (), *, cut: bool = False
) -> Reply:
    """One request; with ``cut`` the connection breaks after the last of ``blocks``."""
    return asyncio.run(exchange(method, path, headers, blocks, cut=cut))


async def exchange(
    method: str, path: str, headers: dict[str, str] | None = None, blocks: Iterable[bytes] = (), *, cut: bool = False
) -> Reply:
    """As ``call``, inside a running loop."""
    told = {"tus-resumable": "1.0.0", **(headers or {})}
    waiting = [{"type": "http.request", "body": block, "more_body": True} for block in blocks]
    waiting.append({"type": "http.disconnect"} if cut else {"type": "http.request", "body": b"", "more_body": False})
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0)
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(dict(message))

    raw = [(name.encode(), value.encode()) for name, value in told.items()]
    await application({"type": "http", "method": method, "path": path, "headers": raw}, receive, send)
    return _reply(sent)


def _reply(sent: list[dict[str, Any]]) -> Reply:
    if not sent:
        return Reply(0, {}, "")
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Reply(sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]).decode())


def metadata(**pairs: str) -> str:
    """The value of Upload-Metadata."""
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in pairs.items())


def create(size: int, name: str = "kitchen.jpg", target: str = "PR-2026-000123/originals") -> Reply:
    """Asks for a new upload."""
    headers = {"upload-length": str(size), "upload-metadata": metadata(filename=name, target=target)}
    return call("POST", "/uploads/", headers)


def patch(path: str, offset: int, *blocks: bytes, cut: bool = False, promised: str = "") -> Reply:
    """Sends bytes from ``offset`` on; ``promised`` is their checksum."""
    more = {"upload-checksum": promised} if promised else {}
    return call("PATCH", path, {**BODY, "upload-offset": str(offset), **more}, blocks, cut=cut)


def checksum(content: bytes, algorithm: str = "sha256") -> str:
    """The value of Upload-Checksum."""
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"
