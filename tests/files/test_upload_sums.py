"""The bytes that are kept are those that were sent, and equal ones are kept once (Row D2)."""

import hashlib
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from proofroom.core.tasks import run_queued
from proofroom.files import storage
from proofroom.files.models import Blob, StoredFile, Upload
from proofroom.interfaces.uploads import tallies
from proofroom.people.models import Person
from tests.files import tus
from tests.files.door import Door
from tests.files.small_upload import CONTENT, SIZE, started, stored_bytes

pytestmark = pytest.mark.django_db(transaction=True)


def announced(sha256: str) -> str:
    """The address of an upload that must add up to ``sha256``."""
    told = tus.metadata(filename="kitchen.jpg", target="x", sha256=sha256)
    headers = {"upload-length": str(SIZE), "upload-metadata": told}
    return tus.call("POST", "/uploads/", headers).headers["location"]


def test_a_file_that_adds_up_to_what_was_announced_is_kept(door: Door) -> None:
    assert tus.patch(announced(hashlib.sha256(CONTENT).hexdigest().upper()), 0, CONTENT).status == 204
    assert stored_bytes() == CONTENT


@pytest.mark.parametrize("parts", [[CONTENT], [CONTENT[:9], CONTENT[9:]]])
def test_a_file_that_does_not_add_up_is_refused_and_told(door: Door, folder: Path, parts: list[bytes]) -> None:
    path, at = announced("0" * 64), 0
    for part in parts:
        reply = tus.patch(path, at, part)
        at += len(part)
    assert reply.status == 460
    assert reply.headers["proofroom-refusal"] == "wrong_bytes"
    assert reply.text.startswith("kitchen.jpg arrived, but not as it was announced")
    assert tus.call("HEAD", path).status == 404
    assert not StoredFile.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_sum_that_is_none_is_refused_at_once(door: Door) -> None:
    told = tus.metadata(filename="kitchen.jpg", target="x", sha256="abc")
    assert tus.call("POST", "/uploads/", {"upload-length": "9", "upload-metadata": told}).status == 400


def test_nothing_is_begun_for_a_checksum_that_is_not_known(door: Door) -> None:
    headers = {"upload-length": "9", "upload-metadata": tus.metadata(filename="a.jpg", target="x"), **tus.BODY}
    assert tus.call("POST", "/uploads/", {**headers, "upload-checksum": "md5 abc="}, [b"123456789"]).status == 400
    assert not Upload.objects.exists()


def test_bytes_counted_by_another_process_are_read_again(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT[:1000])
    tallies._counted.clear()
    tus.patch(path, 1000, CONTENT[1000:])
    assert StoredFile.objects.get().blob.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert stored_bytes() == CONTENT


def test_the_count_goes_on_after_a_part_that_was_taken_back(door: Door) -> None:
    path = started()
    tus.patch(path, 0, CONTENT[:1000], promised=tus.checksum(CONTENT[:1000]))
    tus.patch(path, 1000, b"x" * 500, promised=tus.checksum(b"y"))
    tus.patch(path, 1000, CONTENT[1000:], promised=tus.checksum(CONTENT[1000:]))
    assert StoredFile.objects.get().blob.sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_the_same_file_of_two_customers_is_stored_once_and_neither_can_tell(door: Door) -> None:
    """Every byte is asked for, and storing puts the same tasks aside whether the bytes are known or not."""
    asked, answers = [], []
    for email in ("one@example.com", "two@example.com"):
        door.person = Person.objects.create_user(email, name="Somebody")
        DBTaskResult.objects.all().delete()
        created = tus.create(SIZE)
        reply = tus.patch(created.headers["location"], 0, CONTENT)
        answers.append((created.status, reply.status, sorted(reply.headers), reply.text))
        asked.append((DBTaskResult.objects.count(), len(list(storage.stored_keys()))))
        if email.startswith("one"):
            run_queued()
            before = len(list(storage.stored_keys()))
    assert answers[0] == answers[1]
    assert asked == [(1, 1), (1, before + 1)]
    run_queued()
    assert len(list(storage.stored_keys())) == before
    assert Blob.objects.get().files.count() == 2
