"""tus-py-client, written by others, against the real server, which is killed in the middle and started again."""

import hashlib
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tusclient.client import TusClient

from tests.files.crashing import Drafted, Server, drafted

__all__ = ["drafted"]
CONTENT = os.urandom(2_000_000)
CHUNK = 200_000
PART = 1_500_000
"""More than a server gathers before it writes."""


@pytest.fixture
def server(drafted: Drafted, tmp_path: Path) -> Iterator[Server]:
    """A studio with an empty draft."""
    running = Server(drafted.copied(tmp_path / "data"))
    yield running
    running.kill()


def test_another_projects_client_goes_on_after_the_server_was_killed(
    server: Server, drafted: Drafted, tmp_path: Path
) -> None:
    (tmp_path / "film.bin").write_bytes(CONTENT)
    client = TusClient(server.url, headers={"Authorization": f"Bearer {drafted.token}"})
    told = {"filename": "film.bin", "target": f"{drafted.number}/originals"}
    uploader = client.uploader(
        str(tmp_path / "film.bin"), chunk_size=CHUNK, metadata=told, retries=60, retry_delay=1, upload_checksum=True
    )
    uploader.upload(stop_at=CHUNK * 4)
    server.kill()
    again = threading.Thread(target=server.start)
    again.start()
    uploader.upload()
    again.join()
    assert uploader.offset == len(CONTENT)
    assert server.ask("sums", drafted.number).split() == [hashlib.sha256(CONTENT).hexdigest(), "film.bin"]


def test_a_new_client_takes_up_what_a_killed_server_left_in_mid_request(
    server: Server, drafted: Drafted, tmp_path: Path
) -> None:
    headers = {"Authorization": f"Bearer {drafted.token}"}
    (tmp_path / "film.bin").write_bytes(CONTENT)
    client = TusClient(server.url, headers=headers)
    told = {"filename": "film.bin", "target": f"{drafted.number}/originals"}
    begun = client.uploader(str(tmp_path / "film.bin"), metadata=told)
    begun.set_url(begun.create_url())
    _send_a_part_and_kill(server, str(begun.url), headers)
    server.start()
    rest = client.uploader(str(tmp_path / "film.bin"), url=begun.url, chunk_size=CHUNK)
    assert 0 < rest.offset < len(CONTENT)
    rest.upload()
    assert server.ask("sums", drafted.number).split() == [hashlib.sha256(CONTENT).hexdigest(), "film.bin"]


def _send_a_part_and_kill(server: Server, url: str, headers: dict[str, str]) -> None:
    """All is promised; the server dies when a part of it is on the disk."""
    partial = Path(server.settings["PROOFROOM_DATA"]) / "uploads" / url.rsplit("/", 1)[-1]

    def cut() -> Iterator[bytes]:
        yield CONTENT[:PART]
        while not partial.stat().st_size:
            time.sleep(0.01)
        server.kill()
        yield CONTENT[PART:]

    tus = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    with pytest.raises(httpx.TransportError):
        httpx.patch(url, headers={**headers, **tus, "Content-Length": str(len(CONTENT))}, content=cut())
