"""A package of exact length that any process continues from any byte (Row E1)."""

import asyncio
import hashlib
import io
import shutil
import subprocess
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofroom.files.commands import keep
from proofroom.files.models import StoredFile
from proofroom.files.package.distinct import distinct
from proofroom.files.package.layout import Layout, MissingFiles, Stored
from proofroom.files.package.listing import Entry, as_entry
from proofroom.files.package.stream import blocks
from proofroom.people.models import Person
from tests.files import pictures


def kept(giver: Person, *names: str) -> list[StoredFile]:
    """One stored file for each name, all different."""
    return [
        keep(io.BytesIO(f"{number} {name}".encode() * 50), name, giver, pictures.AT)
        for number, name in enumerate(names)
    ]


def sent(layout: Layout, start: int = 0, stop: int | None = None) -> bytes:
    """The bytes a client receives."""

    async def gathered() -> bytes:
        wanted = layout.segments(start, layout.length if stop is None else stop)
        return b"".join([block async for block in blocks(wanted)])

    return asyncio.run(gathered())


def test_the_package_opens_anywhere_and_has_the_length_it_promised(giver: Person, tmp_path: Path) -> None:
    files = kept(giver, "kitchen.jpg", "🛋️ salon é.jpg", "kitchen.jpg")
    layout = Layout.of(as_entry(file, "delivered") for file in files)
    whole = sent(layout)
    assert len(whole) == layout.length
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "delivered/kitchen.jpg",
            "delivered/🛋️ salon é.jpg",
            "delivered/kitchen (2).jpg",
            "SHA256SUMS",
        ]
        assert archive.getinfo("delivered/kitchen.jpg").date_time == (2026, 11, 20, 9, 30, 0)
    (tmp_path / "p.zip").write_bytes(whole)
    unzip = shutil.which("unzip")
    assert unzip, "unzip is missing: apt-get install unzip"
    assert subprocess.run([unzip, "-t", tmp_path / "p.zip"], capture_output=True, check=False).returncode == 0


def test_the_checksums_inside_are_those_of_the_files(giver: Person) -> None:
    files = kept(giver, "a.jpg", "b.jpg")
    with zipfile.ZipFile(io.BytesIO(sent(Layout.of(map(as_entry, files))))) as archive:
        for line in archive.read("SHA256SUMS").decode().splitlines():
            digest, _, name = line.partition("  ")
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_any_range_holds_the_same_bytes_as_the_whole(giver: Person) -> None:
    layout = Layout.of(map(as_entry, kept(giver, "a.jpg", "b.jpg", "c.jpg")))
    whole = sent(layout)

    @settings(deadline=None, max_examples=60)
    @given(st.integers(0, layout.length), st.integers(0, layout.length))
    def holds(one: int, other: int) -> None:
        start, stop = sorted((one, other))
        assert sent(layout, start, stop) == whole[start:stop]

    holds()


def test_an_empty_package_is_a_package() -> None:
    with zipfile.ZipFile(io.BytesIO(sent(Layout.of([])))) as archive:
        assert archive.namelist() == ["SHA256SUMS"]


def test_equal_layouts_have_equal_tags_and_others_do_not(giver: Person) -> None:
    entries = [as_entry(file) for file in kept(giver, "a.jpg", "b.jpg")]
    assert Layout.of(entries).etag == Layout.of(entries).etag
    assert len({Layout.of(entries).etag, Layout.of(entries[::-1]).etag, Layout.of(entries[:1]).etag}) == 3


def test_lost_bytes_are_named_before_the_first_byte(giver: Person, folder: Path) -> None:
    files = kept(giver, "a.jpg", "b.jpg")
    (folder / "files" / files[1].blob.key).unlink()
    with pytest.raises(MissingFiles) as missing:
        Layout.of(map(as_entry, files)).check_present()
    assert missing.value.names == ["b.jpg"]
    assert "b.jpg" in missing.value.message


def test_bytes_that_end_early_break_the_connection_instead_of_the_package(giver: Person, folder: Path) -> None:
    file = kept(giver, "a.jpg")[0]
    path = folder / "files" / file.blob.key
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:10])
    with pytest.raises(EOFError):
        sent(Layout.of([as_entry(file)]))


def test_a_package_above_four_gigabytes_is_zip64_and_reads_back(tmp_path: Path) -> None:
    size = 5 * 1024**3
    entries = [_claimed("film.mov", size), _claimed("last.jpg", 100)]
    layout = Layout.of(entries)
    assert layout.length > size
    with zipfile.ZipFile(_sparse(layout, tmp_path / "large.zip")) as archive:
        film, last, _ = archive.infolist()
        assert (film.file_size, last.file_size) == (size, 100)
        assert last.header_offset > size
        assert archive.read("last.jpg") == bytes(100)


def test_more_members_than_sixteen_bits_count_are_zip64(tmp_path: Path) -> None:
    layout = Layout.of(_claimed(f"{number}.jpg", 1) for number in range(66_000))
    with zipfile.ZipFile(_sparse(layout, tmp_path / "many.zip")) as archive:
        assert len(archive.namelist()) == 66_001


def test_small_packages_need_no_zip64() -> None:
    whole = sent(Layout.of([]))
    assert b"PK\x06\x06" not in whole


@pytest.mark.parametrize(
    ("given_names", "chosen"),
    [
        (["a.jpg", "a.jpg", "a.jpg"], ["a.jpg", "a (2).jpg", "a (3).jpg"]),
        (["a.jpg", "A.JPG"], ["a.jpg", "A (2).JPG"]),
        (["a.jpg", "a.jpg", "a (2).jpg"], ["a.jpg", "a (3).jpg", "a (2).jpg"]),
        (["one/a.jpg", "two/a.jpg"], ["one/a.jpg", "two/a.jpg"]),
        (["../../x", "/etc/x"], ["x", "etc/x"]),
        (["sha256sums"], ["sha256sums (2)"]),
        (["..", ""], ["unnamed", "unnamed (2)"]),
    ],
)
def test_names_become_distinct(given_names: list[str], chosen: list[str]) -> None:
    assert distinct(given_names) == chosen


@given(st.lists(st.sampled_from(["a.jpg", "A.jpg", "a (2).jpg", "a (3).jpg", "b"]), max_size=8))
def test_distinct_names_are_distinct_whatever_was_given(names: list[str]) -> None:
    chosen = distinct(names)
    assert len({name.casefold() for name in chosen}) == len(names)
    assert chosen == distinct(names)


def _claimed(name: str, size: int) -> Entry:
    return Entry(
        name, name, "0" * 64, size, zlib.crc32(bytes(size)) if size < 1000 else 0, datetime(2026, 1, 1, tzinfo=UTC)
    )


def _sparse(layout: Layout, path: Path) -> Path:
    with path.open("wb") as target:
        for segment in layout.segments(0, layout.length):
            if isinstance(segment, Stored):
                target.seek(segment.length, 1)
            else:
                target.write(segment)
        target.truncate(layout.length)
    return path
