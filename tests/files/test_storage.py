"""A folder and a bucket behave alike; only the bucket has addresses of its own."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from pytest_django import Settings

from proofroom.files import storage
from proofroom.files.storage import Attachment, StoreError
from proofroom.files.storage.bucket import PART

pytestmark = pytest.mark.usefixtures("either_store")
CONTENT = os.urandom(300_000)
KEY = "ab/cd/abcd.0"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file that is stored under KEY."""
    source = tmp_path / "source"
    source.write_bytes(CONTENT)
    storage.put(KEY, source)
    return source


def test_what_is_put_is_read_again_from_any_byte(kept: Path) -> None:
    with storage.open_stored(KEY) as stored:
        stored.seek(1000)
        assert stored.read(5) == CONTENT[1000:1005]
        assert stored.read(5) == CONTENT[1005:1010]
        assert stored.seek(-7, os.SEEK_END) == len(CONTENT) - 7
        assert stored.read() == CONTENT[-7:]
        stored.seek(0)
        assert stored.read() == CONTENT
        assert stored.read() == b""
    assert storage.read_stored(KEY, 99, 3) == CONTENT[99:102]


def test_libraries_get_a_path(kept: Path) -> None:
    with storage.local_copy(KEY) as path:
        assert path.read_bytes() == CONTENT


def test_it_knows_what_is_there(kept: Path) -> None:
    assert storage.is_stored(KEY)
    assert list(storage.stored_keys()) == [KEY]
    assert storage.missing([KEY, "ab/cd/other"]) == {"ab/cd/other"}


def test_what_is_removed_is_gone_and_may_be_removed_again(kept: Path) -> None:
    for _ in range(2):
        storage.remove(KEY)
        assert not storage.is_stored(KEY)
    with pytest.raises(FileNotFoundError), storage.open_stored(KEY) as stored:
        stored.read()


def test_an_empty_store_has_no_keys() -> None:
    assert list(storage.stored_keys()) == []


def test_a_large_object_travels_in_parts(bucket: str, tmp_path: Path) -> None:
    source = tmp_path / "film"
    source.write_bytes(CONTENT * (PART * 2 // len(CONTENT)))
    storage.put("fi/lm/film.0", source)
    with storage.open_stored("fi/lm/film.0") as stored:
        stored.seek(PART - 5)
        assert stored.read(10) == (CONTENT * (PART * 2 // len(CONTENT)))[PART - 5 : PART + 5]


def test_a_direct_address_gives_the_file_under_its_name_and_kind(bucket: str, kept: Path) -> None:
    address = storage.direct_address(KEY, Attachment("attachment; filename*=utf-8''k%C3%BCche.jpg", "image/jpeg"))
    assert address is not None
    assert "X-Amz-Expires=300" in urlsplit(address).query
    reply = httpx.get(address)
    assert reply.content == CONTENT
    assert reply.headers["content-type"] == "image/jpeg"
    assert reply.headers["content-disposition"] == "attachment; filename*=utf-8''k%C3%BCche.jpg"


def test_without_the_setting_nobody_is_sent_to_the_bucket(bucket: str, kept: Path, settings: Settings) -> None:
    settings.STORAGE_URL = bucket.partition("&")[0]
    assert storage.is_stored(KEY)
    assert storage.direct_address(KEY, Attachment("attachment", "image/jpeg")) is None


def test_a_folder_has_no_direct_address(folder: Path, kept: Path, settings: Settings) -> None:
    settings.STORAGE_URL = (folder / "files").as_uri()
    assert storage.direct_address(KEY, Attachment("attachment", "image/jpeg")) is None


def test_a_bucket_that_does_not_answer_is_told_from_a_missing_object(bucket: str, settings: Settings) -> None:
    settings.STORAGE_URL = "s3://nobody?endpoint_url=http://127.0.0.1:9"
    with pytest.raises(StoreError):
        storage.is_stored(KEY)
