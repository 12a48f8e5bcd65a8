"""Packages beyond what 32 and 16 bits count, taken whole by the programs that people use; every night only."""

import subprocess
import zipfile
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from proofroom.core import clock
from proofroom.files.models import Blob
from proofroom.files.storage import incoming_folder, put
from proofroom.orders.models import Order
from proofroom.people.tokens import issue_token
from tests.cast import make_cast
from tests.files.bulk import delivered
from tests.orders_in_states import Orders, make_product
from tests.running_site import running_site

pytestmark = [pytest.mark.nightly, pytest.mark.django_db(transaction=True)]
FOUR_GIGABYTES, MANY = 2**32, 66_000
LARGE = FOUR_GIGABYTES + 5_000_000
BLOCK = 1 << 20
Fetch = Callable[..., Path]


@pytest.fixture
def orders() -> Orders:
    """The cast of a studio that is open now."""
    return Orders(make_cast(), make_product(), clock.now())


@pytest.fixture
def site() -> Iterator[str]:
    """The address of the product's own server."""
    with running_site() as address:
        yield address


def stored(begin: bytes, size: int) -> Blob:
    """``begin`` and zeros up to ``size`` bytes, which need no room on the disk, and a last byte."""
    path = incoming_folder() / "sparse"
    with path.open("wb") as target:
        target.write(begin)
        target.truncate(size - 1)
        target.seek(size - 1)
        target.write(b"!")
    told, crc32 = sha256(), 0
    with path.open("rb") as source:
        while block := source.read(BLOCK):
            told.update(block)
            crc32 = zlib.crc32(block, crc32)
    key = f"ab/cd/{told.hexdigest()}"
    put(key, path)
    path.unlink()
    return Blob.objects.create(
        sha256=told.hexdigest(), crc32=crc32, size=size, media_type="image/jpeg", key=key, stored_at=clock.now(),
        inspection=Blob.Inspection.UNSHOWN,
    )  # fmt: skip


@pytest.fixture
def fetch(site: str, orders: Orders, tmp_path: Path) -> Fetch:
    """Takes an order's package with a program and its options; both may go on with what lies there."""
    header = f"Authorization: Bearer {issue_token(orders.cast.customer, 'A program', clock.now())}"

    def fetched(order: Order, program: str, *options: str) -> Path:
        address = f"{site}/api/v1/orders/{order.number}/package.zip"
        target = {"curl": ["-sSf", "-H", header, "-o"], "aria2c": ["-q", "--no-conf", f"--header={header}", "-o"]}
        command = [program, *target[program], "package.zip", *options, address]
        subprocess.run(command, cwd=tmp_path, check=True)
        return tmp_path / "package.zip"

    return fetched


def test_four_connections_and_resuming_hold_beyond_four_gigabytes(orders: Orders, fetch: Fetch) -> None:
    files = [("film.mov", stored(b"film", LARGE)), ("last.jpg", stored(b"last", 100_000))]
    order = delivered(orders, files, clock.now())
    package = fetch(order, "aria2c", "-x4", "-s4", "-k64M", "--file-allocation=none")
    subprocess.run(["unzip", "-tqq", package], check=True)
    with zipfile.ZipFile(package) as archive:
        assert [each.filename for each in archive.infolist()] == ["film.mov", "last.jpg", "SHA256SUMS"]
        assert archive.getinfo("film.mov").file_size == LARGE
        assert archive.getinfo("last.jpg").header_offset > FOUR_GIGABYTES
    end = _end(package)
    with package.open("r+b") as broken:
        broken.truncate(FOUR_GIGABYTES + 1_000_000)
    assert _end(fetch(order, "curl", "-C", "-")) == end


def test_more_files_than_sixteen_bits_count_arrive(orders: Orders, fetch: Fetch) -> None:
    blob = stored(b"small", 700)
    order = delivered(orders, ((f"photo-{number:05}.jpg", blob) for number in range(MANY)), clock.now())
    package = fetch(order, "curl")
    subprocess.run(["unzip", "-tqq", package], check=True)
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == MANY + 1
        sums = archive.read("SHA256SUMS").decode().splitlines()
    assert sums[-1] == f"{blob.sha256}  photo-{MANY - 1:05}.jpg"


def _end(package: Path) -> bytes:
    with package.open("rb") as source:
        source.seek(-4_000_000, 2)
        return source.read()
