"""Uploads that survive a cut connection, by tus 1.0.0 (Row D2)."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.files.arrivals import discard_expired_uploads
from proofroom.files.models import StoredFile, Upload
from proofroom.interfaces.uploads.partial import locked_partial
from proofroom.people.models import Person
from tests.files import pictures, tus
from tests.files.door import Door
from tests.files.small_upload import CONTENT, SIZE, offset_at, started, stored_bytes

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_server_says_what_it_can(door: Door) -> None:
    reply = tus.call("OPTIONS", "/uploads/", {"tus-resumable": ""})
    assert reply.status == 204
    assert reply.headers["tus-version"] == "1.0.0"
    assert reply.headers["tus-extension"] == "creation,creation-with-upload,checksum,expiration,termination"
    assert reply.headers["tus-checksum-algorithm"] == "sha1,sha256"


def test_a_file_sent_in_three_parts_arrives_whole_and_is_received_once(
    door: Door, folder: Path, either_store: None
) -> None:
    path = started()
    assert tus.patch(path, 0, CONTENT[:1000]).headers["upload-offset"] == "1000"
    assert tus.patch(path, 1000, CONTENT[1000:5000], CONTENT[5000:6000]).headers["upload-offset"] == "6000"
    assert tus.patch(path, 6000, CONTENT[6000:]).status == 204
    assert stored_bytes() == CONTENT
    assert door.received == ["kitchen.jpg"]
    assert offset_at(path) == str(SIZE)
    assert not list((folder / "uploads").iterdir())


def test_creation_may_bring_the_bytes_along(door: Door) -> None:
    headers = {"upload-length": str(SIZE), "upload-metadata": tus.metadata(filename="a.jpg", target="x"), **tus.BODY}
    reply = tus.call("POST", "/uploads/", headers, [CONTENT])
    assert (reply.status, reply.headers["upload-offset"]) == (201, str(SIZE))
    assert stored_bytes() == CONTENT


def test_a_cut_connection_keeps_what_arrived_and_the_rest_follows(door: Door) -> None:
    path = started()
    assert tus.patch(path, 0, CONTENT[:7000], cut=True).status == 0
    assert offset_at(path) == "7000"
    assert tus.patch(path, 7000, CONTENT[7000:]).status == 204
    assert stored_bytes() == CONTENT


def test_bytes_are_on_the_disk_before_the_request_ends(door: Door, folder: Path) -> None:
    size = 1_000_000
    path = started(size)
    tus.patch(path, 0, *[bytes(100_000)] * 6, cut=True)
    assert Upload.objects.get().offset == 600_000
    assert Upload.objects.get().partial.stat().st_size == 600_000


def test_a_part_with_a_wrong_checksum_leaves_nothing_behind(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT[:1000], promised=tus.checksum(CONTENT[:1000]))
    reply = tus.patch(path, 1000, b"x" * 500, promised=tus.checksum(CONTENT[1000:1500]))
    assert reply.status == 460
    assert offset_at(path) == "1000"
    assert tus.patch(path, 1000, CONTENT[1000:], promised=tus.checksum(CONTENT[1000:], "sha1")).status == 204
    assert stored_bytes() == CONTENT


def test_a_part_that_was_to_be_verified_and_was_cut_leaves_nothing_behind(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT[:400], cut=True, promised=tus.checksum(CONTENT))
    assert offset_at(path) == "0"


def test_after_a_crash_unverified_bytes_do_not_count(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT[:1000])
    with locked_partial(Upload.objects.get().partial) as partial:
        partial.doubt()
        partial.append([b"never ", b"verified"])
    assert offset_at(path) == "1000"
    assert tus.patch(path, 1000, CONTENT[1000:]).status == 204
    assert stored_bytes() == CONTENT


@pytest.mark.parametrize("value", ["md5 abc=", "sha256 abc=", "sha256", "sha1 ???"])
def test_an_unknown_checksum_is_refused(door: Door, value: str) -> None:
    assert tus.patch(started(), 0, CONTENT, promised=value).status == 400


def test_two_writers_at_once_cannot_mix_their_bytes(door: Door) -> None:
    path = started()
    with locked_partial(Upload.objects.get().partial):
        reply = tus.patch(path, 0, CONTENT)
    assert reply.status == 423
    assert offset_at(path) == "0"


def test_of_two_whole_uploads_at_the_same_moment_one_is_received(door: Door) -> None:
    path = started()

    async def both() -> list[int]:
        headers = {**tus.BODY, "upload-offset": "0"}
        replies = await asyncio.gather(*(tus.exchange("PATCH", path, headers, [CONTENT]) for _ in range(2)))
        return sorted(reply.status for reply in replies)

    assert asyncio.run(both())[0] == 204
    assert door.received == ["kitchen.jpg"]
    assert stored_bytes() == CONTENT


def test_a_wrong_offset_says_where_to_go_on(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT[:10])
    reply = tus.patch(path, 5, CONTENT[5:])
    assert (reply.status, reply.headers["upload-offset"]) == (409, "10")
    assert offset_at(path) == "10"


def test_more_bytes_than_announced_are_refused(door: Door) -> None:
    path = started(100)
    assert tus.patch(path, 0, bytes(101)).status == 413
    assert offset_at(path) == "0"


def test_the_last_byte_said_twice_is_received_once(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT)
    assert tus.patch(path, SIZE).status == 204
    assert door.received == ["kitchen.jpg"]


def test_a_server_that_died_after_the_last_byte_finishes_when_asked(door: Door) -> None:
    path = started()
    Upload.objects.get().partial.write_bytes(CONTENT)
    assert offset_at(path) == str(SIZE)
    assert door.received == ["kitchen.jpg"]
    assert stored_bytes() == CONTENT


def test_a_refusal_at_the_end_is_a_sentence_and_keeps_nothing(door: Door, folder: Path) -> None:
    path = started()
    door.refusal = Refused("wrong_state", "PR-2026-000123 takes no originals now.")
    reply = tus.patch(path, 0, CONTENT)
    assert (reply.status, reply.text) == (422, "PR-2026-000123 takes no originals now.")
    assert not StoredFile.objects.exists()
    assert tus.call("HEAD", path).status == 404
    assert not list((folder / "uploads").iterdir())


def test_a_web_page_that_calls_itself_a_picture_is_refused_with_its_name(door: Door) -> None:
    path = started(len(pictures.WEB_PAGE))
    reply = tus.patch(path, 0, pictures.WEB_PAGE)
    assert (reply.status, reply.text) == (422, "kitchen.jpg is a web page, not a picture. It was not kept.")
    assert door.received == []


def test_what_the_order_does_not_take_is_refused_before_the_first_byte(door: Door) -> None:
    door.refusal = Refused("wrong_state", "It takes no originals now.")
    assert tus.create(SIZE).status == 422
    door.refusal = NotVisible()
    assert tus.create(SIZE).status == 404
    assert not Upload.objects.exists()


def test_an_empty_file_and_one_too_large_are_refused_before_the_first_byte(door: Door) -> None:
    assert (tus.create(0).status, tus.create(10**14).status) == (422, 413)
    assert tus.create(0).text == "kitchen.jpg is empty. Check the file and upload it again."


def test_a_kind_that_is_not_taken_is_refused_before_the_first_byte(door: Door, settings: Settings) -> None:
    settings.FILE_KINDS = ("pictures", ".zip")
    reply = tus.create(SIZE, name="tune.mp3")
    assert (reply.status, reply.text) == (
        415,
        "tune.mp3 is of a kind that is not taken here. Taken are pictures and .zip.",
    )
    assert tus.create(SIZE, name="MANY.ZIP").status == 201


def test_the_largest_size_is_told_and_held_to(door: Door, settings: Settings) -> None:
    settings.LARGEST_FILE = 1_500_000_000
    assert tus.call("OPTIONS", "/uploads/").headers["tus-max-size"] == "1500000000"
    reply = tus.create(1_500_000_001)
    assert (reply.status, reply.text) == (413, "kitchen.jpg is larger than 1.5 GB. Split it, or ask us how to send it.")


def test_what_the_client_said_of_its_file_is_told_again(door: Door) -> None:
    """tus 1.0.0, creation: HEAD must return Upload-Metadata as it was given."""
    told = tus.metadata(filename="kitchen.jpg", target="x", mood="warm")
    path = tus.call("POST", "/uploads/", {"upload-length": "9", "upload-metadata": told}).headers["location"]
    assert tus.call("HEAD", path).headers["upload-metadata"] == told
    assert tus.call("HEAD", path).headers["upload-length"] == "9"
    assert tus.call("HEAD", path).headers["cache-control"] == "no-store"


def test_a_name_that_climbs_is_made_safe(door: Door) -> None:
    tus.create(SIZE, name="../../x")
    assert Upload.objects.get().name == "x"


def test_whoever_is_signed_out_is_told_so(door: Door) -> None:
    path = started()
    door.person = None
    assert (tus.create(SIZE).status, tus.patch(path, 0, CONTENT).status) == (401, 401)
    assert tus.patch(path, 0, CONTENT).text.startswith("You are signed out.")


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE"])
def test_another_persons_upload_does_not_exist(door: Door, method: str) -> None:
    path = started()
    door.person = Person.objects.create_user("rival@example.com", name="Rita Rival")
    assert tus.call(method, path, {**tus.BODY, "upload-offset": "0"}, [CONTENT]).status == 404
    assert Upload.objects.get().offset == 0


def test_an_upload_can_be_given_up(door: Door, folder: Path) -> None:
    path = started()
    tus.patch(path, 0, CONTENT[:10])
    assert tus.call("DELETE", path).status == 204
    assert tus.call("HEAD", path).status == 404
    assert not list((folder / "uploads").iterdir())


def test_a_finished_upload_is_not_given_up(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT)
    assert tus.call("DELETE", path).status == 409
    assert stored_bytes() == CONTENT


def test_an_upload_nobody_came_back_for_expires(door: Door) -> None:
    path = started()
    assert "GMT" in tus.call("HEAD", path).headers["upload-expires"]
    Upload.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    assert tus.call("HEAD", path).status == 410
    started()
    Upload.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    assert discard_expired_uploads(clock.now()) == 1
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("HEAD", "/uploads/nonsense", {}, 404),
        ("HEAD", "/uploads/", {}, 404),
        ("GET", "/uploads/", {}, 405),
        ("POST", "/uploads/", {"upload-length": "-5"}, 400),
        ("POST", "/uploads/", {"upload-length": "9" * 30}, 400),
        ("POST", "/uploads/", {"upload-length": "5", "upload-metadata": "filename ???"}, 400),
        ("POST", "/uploads/", {"tus-resumable": "0.2.2"}, 412),
        ("POST", "/uploads/8c8c1b39-6d8c-4a0c-9a54-0d6f7f5b8a11", {"upload-length": "5"}, 405),
        ("PATCH", "/uploads/8c8c1b39-6d8c-4a0c-9a54-0d6f7f5b8a11", {"content-type": "text/plain"}, 415),
    ],
)
def test_nonsense_is_answered_by_the_protocol(
    door: Door, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    assert tus.call(method, path, headers).status == status


def test_a_client_that_can_only_post_may_patch(door: Door) -> None:
    path = started()
    headers = {**tus.BODY, "upload-offset": "0", "x-http-method-override": "PATCH"}
    assert tus.call("POST", path, headers, [CONTENT]).status == 204
    assert stored_bytes() == CONTENT
