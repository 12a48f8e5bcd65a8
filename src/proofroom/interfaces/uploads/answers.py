"""What goes back to the client, and the refusals of the protocol."""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.http import http_date

from proofroom.files.limits import LARGEST_FILE
from proofroom.files.models import Upload

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination"
ALGORITHMS = "sha1,sha256"

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@dataclass(frozen=True)
class Answer:
    """A status, headers, and at most a sentence as body."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""


class Declined(Exception):  # noqa: N818 - an answer, not a fault
    """The request cannot be met; carries the status of the tus protocol and a sentence for people."""

    def __init__(self, status: int, text: str, **headers: str) -> None:
        super().__init__(text)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answer = Answer(status, named, text)


def locked() -> Declined:
    """Somebody else writes to this upload at this moment."""
    return Declined(423, "This upload is being written to by another connection. Try again in a moment.")


def capabilities() -> Answer:
    """What this server can do (tus, OPTIONS)."""
    told = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": str(LARGEST_FILE)}
    return Answer(204, {**told, "Tus-Checksum-Algorithm": ALGORITHMS})


def progress(status: int, upload: Upload, offset: int, **more: str) -> Answer:
    """How far an upload is."""
    expires = http_date(upload.expires_at.timestamp())
    return Answer(status, {"Upload-Offset": str(offset), "Upload-Expires": expires, **more})


async def send_answer(send: Send, answer: Answer) -> None:
    """Writes the answer; every one names the protocol's version and is kept by no cache."""
    body = answer.text.encode()
    headers = {
        "Tus-Resumable": VERSION,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        **({"Content-Type": "text/plain; charset=utf-8"} if body else {}),
        **({} if answer.status == 204 else {"Content-Length": str(len(body))}),  # noqa: PLR2004 - RFC 9110 §8.6
        **answer.headers,
    }
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
