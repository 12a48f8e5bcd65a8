"""No room on the disk, and a store that does not answer: a sentence, nothing lost, and the upload goes on later."""

import errno
import io
import os

import pytest
from django.db import OperationalError

from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.models import StoredFile, Upload
from proofroom.files.storage import StoreError
from tests.files import pictures, tus
from tests.files.door import Door
from tests.files.small_upload import CONTENT, SIZE, offset_at, started, stored_bytes

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("promised", ["", tus.checksum(CONTENT)])
def test_a_full_disk_is_a_sentence_and_the_rest_follows_when_there_is_room(
    door: Door, monkeypatch: pytest.MonkeyPatch, promised: str
) -> None:
    kept = keep(io.BytesIO(pictures.jpeg()), "before.jpg", None, pictures.AT)
    path = started()
    room = [700]

    def small_disk(handle: int, blocks: list[memoryview], offset: int) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = write(handle, b"".join(blocks)[: room[0]], offset)
        room[0] -= written
        return written

    write = os.pwrite
    monkeypatch.setattr(os, "pwritev", small_disk)
    reply = tus.patch(path, 0, CONTENT, promised=promised)
    assert (reply.status, reply.text) == (
        507,
        "There is no room for more files at the moment. What arrived is kept; try again later.",
    )
    arrived = 0 if promised else 700
    assert offset_at(path) == str(arrived)
    monkeypatch.undo()
    with storage.open_stored(kept.blob.key) as stored:
        assert stored.read() == pictures.jpeg()


@pytest.mark.parametrize(
    ("failure", "status"),
    [(OSError(errno.ENOSPC, "No space"), 507), (OSError(errno.EDQUOT, "Quota"), 507), (StoreError("away"), 503)],
)
def test_a_store_that_takes_nothing_keeps_the_upload_and_finishes_later(
    door: Door, monkeypatch: pytest.MonkeyPatch, failure: OSError, status: int
) -> None:
    path = started()

    def refuse(*_: object) -> None:
        raise failure

    with monkeypatch.context() as full:
        full.setattr(storage, "put", refuse)
        reply = tus.patch(path, 0, CONTENT)
        assert reply.status == status
        assert "What arrived is kept" in reply.text
    assert not StoredFile.objects.exists()
    assert offset_at(path) == str(SIZE)
    assert stored_bytes() == CONTENT
    assert door.received == ["kitchen.jpg"]


def test_a_full_database_is_the_same_sentence(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(Upload, "save", full)
    assert tus.create(SIZE).status == 507
