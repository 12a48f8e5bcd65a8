"""What goes back to the client, and the refusals of the protocol."""

import errno
import logging
import re
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from django.db import OperationalError
from django.utils.http import http_date

from proofroom.files.limits import largest_file
from proofroom.files.models import Upload
from proofroom.files.storage import StoreError

logger = logging.getLogger(__name__)
FULL = re.compile("disk is full|No space left on device")  # as SQLite and PostgreSQL say it

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


def out_of_order(wrong: OSError | OperationalError) -> Answer:
    """The disk or the store does not take bytes now; what has arrived stays and the upload can go on.

    Raises ``wrong`` again when it is neither, for then it is a fault of ours.
    """
    if getattr(wrong, "errno", None) in {errno.ENOSPC, errno.EDQUOT} or FULL.search(str(wrong)):
        return Answer(507, text="There is no room for more files at the moment. What arrived is kept; try again later.")
    if isinstance(wrong, StoreError):
        logger.error("The store does not answer: %s", wrong)
        return Answer(503, text="The file store does not answer at the moment. What arrived is kept; try again later.")
    raise wrong


def capabilities() -> Answer:
    """What this server can do (tus, OPTIONS)."""
    told = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": str(largest_file())}
    return Answer(204, {**told, "Tus-Checksum-Algorithm": ALGORITHMS})


def progress(status: int, upload: Upload, offset: int, **more: str) -> Answer:
    """How far an upload is, and until when it waits for the rest; a finished one does not expire."""
    expires = {} if upload.file is not None else {"Upload-Expires": http_date(upload.expires_at.timestamp())}
    return Answer(status, {"Upload-Offset": str(offset), **expires, **more})


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
