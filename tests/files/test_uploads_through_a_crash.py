"""tus-py-client, written by others, against the real server, which is killed in the middle and started again."""

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tusclient.client import TusClient

from tests.files.crashing import STAGE, Server
from tests.ftp.studio import ROOT, environment

CONTENT = os.urandom(6_000_000)
CHUNK = 200_000


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A studio with an empty draft."""
    data = tmp_path / "data"
    subprocess.run([sys.executable, "-m", STAGE, "ready"], cwd=ROOT, env=environment(data, {}), check=True,
                   stdout=(tmp_path / "told").open("w"))  # fmt: skip
    running = Server(data)
    yield running
    running.kill()


def test_another_projects_client_goes_on_after_the_server_was_killed(server: Server, tmp_path: Path) -> None:
    number, token = (tmp_path / "told").read_text().split()
    (tmp_path / "film.bin").write_bytes(CONTENT)
    client = TusClient(server.url, headers={"Authorization": f"Bearer {token}"})
    told = {"filename": "film.bin", "target": f"{number}/originals"}
    uploader = client.uploader(
        str(tmp_path / "film.bin"), chunk_size=CHUNK, metadata=told, retries=60, retry_delay=1, upload_checksum=True
    )
    uploader.upload(stop_at=CHUNK * 10)
    server.kill()
    again = threading.Thread(target=server.start)
    again.start()
    uploader.upload()
    again.join()
    assert uploader.offset == len(CONTENT)
    assert server.ask("sums", number).split() == [hashlib.sha256(CONTENT).hexdigest(), "film.bin"]


def test_a_new_client_takes_up_what_a_killed_server_left_in_mid_request(server: Server, tmp_path: Path) -> None:
    number, token = (tmp_path / "told").read_text().split()
    headers = {"Authorization": f"Bearer {token}"}
    (tmp_path / "film.bin").write_bytes(CONTENT)
    client = TusClient(server.url, headers=headers)
    told = {"filename": "film.bin", "target": f"{number}/originals"}
    begun = client.uploader(str(tmp_path / "film.bin"), metadata=told)
    begun.set_url(begun.create_url())
    _send_a_part_and_kill(server, str(begun.url), headers)
    server.start()
    rest = client.uploader(str(tmp_path / "film.bin"), url=begun.url, chunk_size=CHUNK)
    assert 0 < rest.offset < len(CONTENT)
    rest.upload()
    assert server.ask("sums", number).split() == [hashlib.sha256(CONTENT).hexdigest(), "film.bin"]


def _send_a_part_and_kill(server: Server, url: str, headers: dict[str, str]) -> None:
    """All is promised; the server dies when a part of it is on the disk."""
    partial = Path(server.settings["PROOFROOM_DATA"]) / "uploads" / url.rsplit("/", 1)[-1]

    def slowly() -> Iterator[bytes]:
        for start in range(0, len(CONTENT), CHUNK):
            if partial.stat().st_size > 0:
                server.kill()
            yield CONTENT[start : start + CHUNK]

    tus = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    with pytest.raises(httpx.TransportError):
        httpx.patch(url, headers={**headers, **tus, "Content-Length": str(len(CONTENT))}, content=slowly())
