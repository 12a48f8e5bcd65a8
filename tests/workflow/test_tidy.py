"""What has expired goes and what has not stays; the clock sees to it and outlives a failure."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.test import Client
from pytest_django import Settings

from proofroom.config import worker
from proofroom.core import clock
from proofroom.files.arrivals import UPLOAD_LIFE, start_upload
from proofroom.files.models import Upload
from proofroom.workflow import sweep, tidy
from proofroom.workflow.models import Once
from proofroom.workflow.once import Answer, once
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """The data folder of this test."""
    settings.DATA = tmp_path
    return tmp_path


def test_an_expired_upload_goes_with_its_partial_file_and_a_fresh_one_stays(cast: Cast, folder: Path) -> None:
    at = clock.now()
    start_upload(cast.named("customer"), "left.jpg", 9, "", at - UPLOAD_LIFE)
    fresh = start_upload(cast.named("customer"), "coming.jpg", 9, "", at - UPLOAD_LIFE + timedelta(seconds=1))
    tidy.tidy(at)
    assert list((folder / "uploads").iterdir()) == [fresh.partial]
    assert Upload.objects.get() == fresh


def test_an_answer_is_kept_for_seven_days(cast: Cast) -> None:
    at = clock.now()
    for key, age in [("old", timedelta(days=7)), ("young", timedelta(days=7, seconds=-1))]:
        once(cast.named("customer"), key, {}, at - age, lambda: Answer(200, ""))
    tidy.tidy(at)
    assert Once.objects.get().key == "young"


def test_a_sign_in_that_has_ended_is_forgotten_and_the_others_stay(cast: Cast) -> None:
    at = clock.now()
    for name in ("customer", "artist"):
        Client().force_login(cast.named(name), backend="allauth.account.auth_backends.AuthenticationBackend")
    ended, going_on = Session.objects.all()
    Session.objects.filter(pk=ended.pk).update(expire_date=at - timedelta(seconds=1))
    tidy.tidy(at)
    assert Session.objects.get() == going_on


@pytest.mark.parametrize("failure", [DatabaseError("gone"), OSError("full")])
def test_the_clock_goes_on_after_a_failure_and_tidies_once_an_hour(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    stop = threading.Event()
    now = datetime.fromisoformat("2026-11-21T09:00:00Z")
    moments = [now + timedelta(minutes=minutes) for minutes in (0, 0, 59, 60, 61)]
    left, swept, tidied = iter(moments), [], []

    def failing_sweep(at: datetime) -> None:
        swept.append(at)
        if at == moments[-1]:
            stop.set()
        raise failure

    def failing_tidy(at: datetime) -> None:
        tidied.append(at)
        raise failure

    monkeypatch.setattr(worker, "TICK", 0)
    monkeypatch.setattr(clock, "now", lambda: next(left))
    monkeypatch.setattr(sweep, "run_due", failing_sweep)
    monkeypatch.setattr(tidy, "tidy", failing_tidy)
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)
    worker._tick(stop)
    assert swept == moments[1:]
    assert tidied == [moments[0], moments[3]]
