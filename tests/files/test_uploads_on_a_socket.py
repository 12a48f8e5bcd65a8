"""The same door behind a real server, where a connection really breaks."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn

from proofroom.files.models import StoredFile
from proofroom.interfaces.uploads.asgi import application
from tests.files import pictures, tus
from tests.files.door import Door

pytestmark = pytest.mark.django_db(transaction=True)
CONTENT = pictures.saved(pictures.noisy(900, 700), "PNG")
HALF = len(CONTENT) // 2
PATIENCE = 20  # seconds until a test gives up; none is expected to need them
TUS = {"Tus-Resumable": "1.0.0"}


@pytest.fixture
def site(door: Door) -> Iterator[str]:
    """The address of a running server."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(application, lifespan="off", log_level="warning"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        running.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        running.join(PATIENCE)


def started(site: str) -> str:
    """The address of a new upload."""
    told = tus.metadata(filename="kitchen.png", target="PR-2026-000123/originals")
    headers = {**TUS, "Upload-Length": str(len(CONTENT)), "Upload-Metadata": told}
    return site + httpx.post(f"{site}/uploads/", headers=headers).headers["location"]


def send_half_and_break(address: str) -> None:
    """Promises all bytes, sends half of them, and is gone."""
    parts = urlsplit(address)
    promise = (
        f"PATCH {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
        f"Content-Type: application/offset+octet-stream\r\nContent-Length: {len(CONTENT)}\r\n\r\n"
    )
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as connection:
        connection.sendall(promise.encode() + CONTENT[:HALF])


def patiently(ask: Callable[[], httpx.Response], wanted: Callable[[httpx.Response], bool]) -> httpx.Response:
    """Asks again, as every client does, until the server has seen that nobody is on the other line any more."""
    patient_until = time.monotonic() + PATIENCE
    while not wanted(reply := ask()) and time.monotonic() < patient_until:
        time.sleep(0.05)
    return reply


def test_half_a_file_stays_when_the_connection_breaks_and_the_rest_follows(site: str, door: Door) -> None:
    address = started(site)
    send_half_and_break(address)
    patiently(lambda: httpx.head(address, headers=TUS), lambda reply: reply.headers["upload-offset"] == str(HALF))
    headers = {**TUS, "Upload-Offset": str(HALF), "Content-Type": "application/offset+octet-stream"}
    reply = patiently(
        lambda: httpx.patch(address, headers=headers, content=CONTENT[HALF:]), lambda reply: reply.status_code != 423
    )
    assert (reply.status_code, reply.headers["upload-offset"]) == (204, str(len(CONTENT)))
    assert StoredFile.objects.get().size == len(CONTENT)
    assert door.received == ["kitchen.png"]
