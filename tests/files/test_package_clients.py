"""Packages taken by the programs that people use, from the product's own server: broken off, resumed, in four parts."""

import hashlib
import os
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx
import pytest

from proofroom.core import clock
from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.models import Download, StoredFile
from proofroom.files.package.keeping import _read_layout
from proofroom.orders.models import Item
from proofroom.people.tokens import issue_token
from tests.cast import make_cast
from tests.orders_in_states import Orders, make_product
from tests.running_site import running_site

PATIENCE = 40  # seconds until a test gives up; none is expected to need them
LARGE = 9_000_000  # bytes: more than the sockets of both sides hold


@dataclass(frozen=True)
class Desk:
    """A running site with one delivered order, and what its customer needs to fetch it."""

    address: str
    token: str
    files: list[StoredFile]

    def curl(self, target: Path, *options: str) -> int:
        """The exit code of curl."""
        command = ["curl", "-sS", "-H", f"Authorization: Bearer {self.token}", "-o", str(target), *options]
        return subprocess.run([*command, self.address], check=False, timeout=PATIENCE).returncode

    def whole(self) -> bytes:
        """The package in one go."""
        return httpx.get(self.address, headers={"Authorization": f"Bearer {self.token}"}, timeout=PATIENCE).content


@pytest.fixture
def desk(transactional_db: None, tmp_path: Path) -> Iterator[Desk]:
    """Two pictures were delivered, one of them too large to vanish in a socket."""
    cast = make_cast()
    orders = Orders(cast, make_product(), clock.now())
    order = orders.delivered(pictures=2)
    large = tmp_path / "room-1.jpg"
    large.write_bytes(b"\xff\xd8\xff" + os.urandom(LARGE))
    with large.open("rb") as source:
        file = keep(source, "room-1 Küche.jpg", cast.artist, clock.now())
    order.items.get(position=1).versions.update(file=file)
    files = [order.items.get(position=each).versions.get().file for each in (1, 2)]
    token = issue_token(cast.customer, "curl", clock.now())
    with running_site() as address:
        yield Desk(f"{address}/api/v1/orders/{order.number}/package.zip", token, files)


def wait_for(wanted: Callable[[Download], bool]) -> Download:
    """The one download, once it is as ``wanted``: it is noted a moment after the client has its bytes."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        noted = Download.objects.select_related("package").first()
        if noted and wanted(noted):
            return noted
        time.sleep(0.02)
    raise AssertionError(f"It stayed at {Download.objects.first()}.")


def take_some_and_leave(desk: Desk, wanted: int) -> None:
    """Reads ``wanted`` bytes of the answer and is gone."""
    parts = urlsplit(desk.address)
    asked = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAuthorization: Bearer {desk.token}\r\n\r\n"
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
        connection.connect((parts.hostname or "", parts.port or 0))
        connection.sendall(asked.encode())
        while wanted > 0:
            wanted -= len(connection.recv(min(wanted, 65536)))


def test_curl_goes_on_where_it_was_broken_off(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(desk.whole()[:5_000_000])
    assert desk.curl(target, "-C", "-") == 0
    assert target.read_bytes() == desk.whole()


def test_four_connections_at_once_get_the_identical_file(desk: Desk, tmp_path: Path) -> None:
    aria = shutil.which("aria2c")
    assert aria, "aria2c is missing: apt-get install aria2"
    command = [aria, "-q", "-x4", "-s4", "-k1M", "--no-conf", "-d", str(tmp_path), "-o", "package.zip"]
    subprocess.run([*command, f"--header=Authorization: Bearer {desk.token}", desk.address], check=True)
    wait_for(lambda noted: noted.completed_at is not None)
    assert (tmp_path / "package.zip").read_bytes() == desk.whole()


def test_unzip_reads_it_and_the_checksums_hold(desk: Desk, tmp_path: Path) -> None:
    assert desk.curl(tmp_path / "package.zip") == 0
    subprocess.run(["unzip", "-q", "package.zip"], cwd=tmp_path, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert (tmp_path / "room-1 Küche.jpg").stat().st_size == LARGE + 3
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_a_client_that_leaves_early_has_not_downloaded_it(desk: Desk) -> None:
    take_some_and_leave(desk, 3_000_000)
    noted = wait_for(lambda noted: noted.stopped_at is not None)
    assert 3_000_000 - 2_000 <= noted.handed_out < noted.package.length
    assert noted.completed_at is None


def test_a_lost_file_is_told_instead_of_half_a_package(desk: Desk) -> None:
    storage.remove(desk.files[0].blob.key)
    answer = httpx.get(desk.address, headers={"Authorization": f"Bearer {desk.token}"})
    assert answer.status_code == 409
    assert "room-1 Küche.jpg cannot be found" in answer.json()["detail"]


def test_the_last_byte_makes_it_complete_also_after_a_break(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "package.zip"
    take_some_and_leave(desk, 4_000_000)
    kept = wait_for(lambda noted: noted.stopped_at is not None).handed_out
    target.write_bytes(desk.whole()[: kept - 1000])
    Download.objects.update(completed_at=None, spans=[[0, kept]])
    assert desk.curl(target, "-C", "-") == 0
    assert wait_for(lambda noted: noted.completed_at is not None).stopped_at is None
    with zipfile.ZipFile(target) as archive:
        assert hashlib.sha256(archive.read("room-1 Küche.jpg")).hexdigest() == desk.files[0].blob.sha256


def test_many_requests_follow_each_other_on_one_connection(desk: Desk) -> None:
    whole = desk.whole()
    with httpx.Client(headers={"Authorization": f"Bearer {desk.token}"}, timeout=PATIENCE) as client:
        for start in range(0, LARGE, 1_500_000):
            part = client.get(desk.address, headers={"Range": f"bytes={start}-{start + 999_999}"})
            assert part.content == whole[start : start + 1_000_000]
        assert client.head(desk.address).headers["Content-Length"] == str(len(whole))


def test_a_file_shorter_than_it_was_breaks_the_connection(desk: Desk, tmp_path: Path) -> None:
    with storage.local_copy(desk.files[0].blob.key) as path:
        path.chmod(0o600)
        os.truncate(path, 1_000_000)
    assert desk.curl(tmp_path / "package.zip") != 0
    assert wait_for(lambda noted: noted.stopped_at is not None).completed_at is None


def test_a_second_server_that_knows_nothing_of_the_first_goes_on(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "package.zip"
    whole = desk.whole()
    target.write_bytes(whole[:4_000_000])
    _read_layout.cache_clear()
    with running_site() as other:
        parts = urlsplit(desk.address)
        elsewhere = Desk(f"{other}{parts.path}", desk.token, desk.files)
        assert elsewhere.curl(target, "-C", "-") == 0
    assert target.read_bytes() == whole


def test_an_address_that_names_two_thousand_pictures_is_taken(desk: Desk, tmp_path: Path) -> None:
    picture = Item.objects.get(versions__file=desk.files[1])
    items = Item.objects.bulk_create(
        Item(order=picture.order, position=position, name=f"{position}.jpg", original=picture.original)
        for position in range(3, 2_002)
    )
    query = urlencode({"item": [picture.pk, *(item.pk for item in items)], "through": 1}, doseq=True)
    assert len(query) > 15_000
    told = tmp_path / "headers"
    assert Desk(f"{desk.address}?{query}", desk.token, desk.files).curl(tmp_path / "p.zip", "-D", str(told)) == 0
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert archive.namelist() == [desk.files[1].name, "SHA256SUMS"]
    assert max(map(len, told.read_text().splitlines())) < 500
