"""What nobody points at goes after its grace time, and nothing in use ever does."""

import contextlib
import io
import os
import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connections, transaction

from proofroom.core.tasks import run_queued
from proofroom.files import collection, storage
from proofroom.files.arrivals import finish_upload, start_upload
from proofroom.files.collection import GRACE, collect_unused, keys_of, unused
from proofroom.files.commands import keep, settle
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob, StoredFile
from proofroom.orders.models import Order
from proofroom.people.models import Person
from tests.files import pictures
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db(transaction=True)
LATER = pictures.AT + GRACE


def given(shade: int = 600, by: Person | None = None) -> StoredFile:
    """A kept picture with its previews."""
    file = keep(io.BytesIO(pictures.jpeg(shade)), "kitchen.jpg", by, pictures.AT)
    inspect_blob(file.blob.pk)
    return file


def collected(at: datetime = LATER) -> int:
    """One day's collection, after the first one noted everything that nobody pointed at when it was given."""
    collect_unused(pictures.AT.isoformat())
    return collect_unused(at.isoformat())


def test_a_file_nobody_points_at_goes_with_its_previews(either_store: None) -> None:
    file = given()
    assert len(keys_of(file.blob)) == 3
    assert collected() == 1
    assert not Blob.objects.exists()
    assert list(storage.stored_keys()) == []


def test_it_stays_for_the_grace_time() -> None:
    file = given()
    assert collected(LATER - timedelta(seconds=1)) == 0
    assert storage.is_stored(file.blob.key)


def test_what_is_taken_up_again_in_the_grace_time_begins_anew(order_in: Callable[[str], Order]) -> None:
    file = given()
    collect_unused(pictures.AT.isoformat())
    item = order_in("placed").items.get(position=1)
    before, item.original = item.original, file
    item.save()
    collect_unused(LATER.isoformat())
    item.original = before
    item.save()
    assert collect_unused(LATER.isoformat()) == 0
    assert StoredFile.objects.filter(pk=file.pk).exists()


@pytest.mark.parametrize("state", ["draft", "in_production", "delivered", "reopened"])
def test_no_file_of_an_order_ever_goes(orders: Orders, state: str) -> None:
    orders.in_state(state)
    kept = set(Blob.objects.values_list("key", flat=True))
    collect_unused(pictures.AT.isoformat())
    collect_unused((LATER + timedelta(days=3_650)).isoformat())
    assert set(Blob.objects.values_list("key", flat=True)) == kept
    assert storage.missing(kept) == set()


def test_a_finished_upload_that_no_order_took_yet_keeps_its_file(giver: Person) -> None:
    upload = start_upload(giver, "kitchen.jpg", len(pictures.jpeg()), "", pictures.AT)
    upload.partial.write_bytes(pictures.jpeg())
    finish_upload(upload, pictures.AT)
    assert collected() == 0


def test_bytes_stay_while_another_name_for_them_is_in_use(order_in: Callable[[str], Order]) -> None:
    used, left = given(), given()
    item = order_in("placed").items.get(position=1)
    item.original = used
    item.save()
    collected()
    assert not StoredFile.objects.filter(pk=left.pk).exists()
    assert storage.is_stored(used.blob.key)


def test_every_relation_to_a_stored_file_counts() -> None:
    """The query names each table that has a foreign key to files, whichever module it belongs to."""
    asked = str(unused(StoredFile).query)
    for table in ("orders_item", "orders_looseresult", "catalogue_style", "files_upload"):
        assert f'"{table}"' in asked


def _taken_up_while_the_collection_runs(monkeypatch: pytest.MonkeyPatch, step: str) -> StoredFile:
    """The same bytes are kept anew at the moment the collection calls ``step``."""
    file = given()
    collect_unused(pictures.AT.isoformat())
    StoredFile.objects.all().delete()
    kept: list[StoredFile] = []
    keeping = threading.Thread(target=_keep_in_a_thread, args=(kept,))
    original = getattr(collection, step)

    def meanwhile(*given: object) -> object:
        if not keeping.ident:
            keeping.start()
            keeping.join(1)  # either it is done by now, or it waits for the collection
        return original(*given)

    monkeypatch.setattr(collection, step, meanwhile)
    collect_unused(LATER.isoformat())
    keeping.join()
    assert kept[0].blob.sha256 == file.blob.sha256
    return kept[0]


def _keep_in_a_thread(kept: list[StoredFile]) -> None:
    kept.append(keep(io.BytesIO(pictures.jpeg(600)), "again.jpg", None, LATER))
    connections.close_all()


@pytest.mark.parametrize("step", ["_forget_blob", "keys_of"])
def test_the_same_bytes_kept_anew_during_the_collection_are_there(
    monkeypatch: pytest.MonkeyPatch, either_store: None, step: str
) -> None:
    file = _taken_up_while_the_collection_runs(monkeypatch, step)
    run_queued()
    file.refresh_from_db()
    with storage.open_stored(file.blob.key) as stored:
        assert stored.read() == pictures.jpeg(600)


@pytest.mark.parametrize("step", ["before the row is gone", "before the bytes are gone"])
def test_a_collection_killed_in_the_middle_harms_no_file(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    file = given()
    collect_unused(pictures.AT.isoformat())
    StoredFile.objects.all().delete()
    connections.close_all()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # noqa: E731
        if step == "before the row is gone":
            monkeypatch.setattr(collection, "keys_of", die)
        else:
            monkeypatch.setattr(storage, "remove", die)
        with contextlib.suppress(BaseException):
            collect_unused(LATER.isoformat())
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    # Never a row without its bytes: both are there, or the row is gone.
    assert storage.is_stored(file.blob.key)
    assert Blob.objects.exists() == (step == "before the row is gone")
    again = given()
    run_queued()
    again.refresh_from_db()
    collect_unused(LATER.isoformat())
    assert storage.is_stored(again.blob.key)


def test_lost_bytes_are_whole_again_when_somebody_sends_them_anew(either_store: None) -> None:
    lost = given()
    storage.remove(lost.blob.key)
    given()
    run_queued()
    lost.refresh_from_db()
    with storage.open_stored(lost.blob.key) as stored:
        assert stored.read() == pictures.jpeg(600)


def test_settling_twice_drops_nothing_that_is_needed() -> None:
    file = given()
    settle(file.blob.pk, file.blob.key)
    assert storage.is_stored(file.blob.key)


def test_what_was_rolled_back_leaves_no_row() -> None:
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        given()
        raise ZeroDivisionError
    assert not Blob.objects.exists()
