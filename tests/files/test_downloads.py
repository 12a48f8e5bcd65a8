"""One file, one preview and one package over HTTP, with byte ranges (RFC 9110 §14)."""

import asyncio
import io
from pathlib import Path

import httpx
import pytest
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from proofroom.files.commands import keep
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Preview, StoredFile
from proofroom.files.package.layout import MissingFiles
from proofroom.interfaces.downloads.previews import serve_preview
from proofroom.interfaces.downloads.stream import serve_file
from tests.files import pictures

pytestmark = pytest.mark.django_db
CONTENT = pictures.jpeg()
LENGTH = len(CONTENT)


def file_of(content: bytes = CONTENT, name: str = "kitchen.jpg") -> StoredFile:
    """A kept file."""
    return keep(io.BytesIO(content), name, None, pictures.AT)


def served(file: StoredFile, method: str = "get", **headers: str) -> HttpResponseBase:
    """The answer to one request for it."""
    request = getattr(RequestFactory(), method)(
        "/", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    return asyncio.run(serve_file(request, file))


def body(response: HttpResponseBase) -> bytes:
    """All that would be sent."""
    if not isinstance(response, StreamingHttpResponse):
        return b""

    async def gathered() -> bytes:
        return b"".join([block async for block in response])

    return asyncio.run(gathered())


def test_the_whole_file_comes_with_its_length_and_tag() -> None:
    file = file_of()
    response = served(file)
    assert response.status_code == 200
    assert body(response) == CONTENT
    assert response["Content-Length"] == str(LENGTH)
    assert response["ETag"] == f'"{file.blob.sha256}"'
    assert response["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, LENGTH),
        ("bytes=-7", LENGTH - 7, LENGTH),
        ("bytes=5-999999999", 5, LENGTH),
        (f"bytes=-{LENGTH * 9}", 0, LENGTH),
        ("BYTES=0-0", 0, 1),
    ],
)
def test_a_range_is_answered_with_exactly_those_bytes(asked: str, start: int, stop: int) -> None:
    response = served(file_of(), range=asked)
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/{LENGTH}"
    assert response["Content-Length"] == str(stop - start)
    assert body(response) == CONTENT[start:stop]


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=9-2",
        "bytes=-",
        "bytes=a-b",
        "lines=1-2",
        "bytes=0-1,5-6",
        "bytes",
        f"bytes={'9' * 40}-",
        "bytes=\uff11-\uff12",
    ],
)
def test_what_is_no_single_range_is_answered_with_the_whole(asked: str) -> None:
    response = served(file_of(), range=asked)
    assert response.status_code == 200
    assert body(response) == CONTENT


@pytest.mark.parametrize("asked", [f"bytes={LENGTH}-", "bytes=-0", "bytes=99999999-"])
def test_a_range_behind_the_end_is_refused_with_the_length(asked: str) -> None:
    response = served(file_of(), range=asked)
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{LENGTH}"


def test_a_download_goes_on_only_if_it_is_still_the_same_file() -> None:
    file = file_of()
    same = served(file, range="bytes=10-", if_range=f'"{file.blob.sha256}"')
    other = served(file, range="bytes=10-", if_range='"something else"')
    assert (same.status_code, other.status_code) == (206, 200)


def test_what_the_browser_has_already_is_not_sent_again() -> None:
    file = file_of()
    response = served(file, if_none_match=f'"{file.blob.sha256}"')
    assert response.status_code == 304
    assert response["ETag"] == f'"{file.blob.sha256}"'


def test_head_tells_everything_and_sends_nothing() -> None:
    response = served(file_of(), "head", range="bytes=0-9")
    assert (response.status_code, response["Content-Length"], body(response)) == (200, str(LENGTH), b"")


@pytest.mark.parametrize("content", [CONTENT, pictures.SVG_WITH_SCRIPT, pictures.glb(), b"%PDF-1.7"])
def test_a_strangers_file_is_never_shown_inline(content: bytes) -> None:
    response = served(file_of(content, "logo.svg"))
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_any_name_survives_the_header() -> None:
    given = 'küche "alt" 🛋️.jpg'
    header = served(file_of(name=given))["Content-Disposition"]
    assert header.startswith("attachment; filename*=utf-8''k%C3%BCche")
    assert "\n" not in header


def test_lost_bytes_are_said_before_anything_is_sent(folder: Path) -> None:
    file = file_of()
    (folder / "files" / file.blob.key).unlink()
    with pytest.raises(MissingFiles):
        served(file)


def test_a_preview_is_shown_in_the_page() -> None:
    file = file_of()
    inspect_blob(file.blob.pk)
    preview = Preview.objects.select_related("blob").get(longest=320)
    response = serve_preview(RequestFactory().get("/"), preview)
    assert response["Content-Disposition"].startswith("inline")
    assert response["Content-Type"] == "image/jpeg"
    assert len(response.content) == preview.size


def test_who_follows_a_link_is_sent_to_the_bucket_where_browsers_reach_it(bucket: str) -> None:
    response = served(file_of())
    assert response.status_code == 302
    assert response["Cache-Control"] == "no-store"
    reply = httpx.get(response["Location"], headers={"Range": "bytes=5-9"})
    assert reply.content == CONTENT[5:10]
    assert reply.headers["content-disposition"] == 'attachment; filename="kitchen.jpg"'


@pytest.mark.parametrize(
    ("method", "headers"),
    [("head", {}), ("get", {"sec_fetch_mode": "cors"}), ("get", {"sec_fetch_mode": "same-origin"})],
)
def test_scripts_and_questions_are_answered_here(bucket: str, method: str, headers: dict[str, str]) -> None:
    assert served(file_of(), method, **headers).status_code == 200


def test_a_closed_bucket_is_read_by_us_in_ranges(bucket: str, settings: Settings) -> None:
    settings.STORAGE_URL = bucket.partition("&")[0]
    response = served(file_of(), range="bytes=100-199")
    assert response.status_code == 206
    assert body(response) == CONTENT[100:200]
