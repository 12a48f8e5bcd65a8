"""What a dead worker had begun is given back; what a living one runs is left alone."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import send_mail
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from proofroom.core import clock
from proofroom.core.tasks import later, recovery, run_queued

pytestmark = pytest.mark.django_db


def _begun_by(*workers: str) -> DBTaskResult[..., Any]:
    later(send_mail, "Your order", "It is ready.", None, ["customer@example.com"])
    row = DBTaskResult.objects.get()
    for worker in workers:
        row.claim(worker)
    return row


def _moment(seconds: float) -> datetime:
    return clock.now() + timedelta(seconds=seconds)


def test_the_task_of_a_dead_worker_runs_again() -> None:
    _begun_by("dead")
    assert run_queued() == 0
    recovery.give_back("dead", clock.now())
    assert run_queued() == 1
    assert len(mail.outbox) == 1


def test_the_task_of_another_worker_stays_with_it() -> None:
    _begun_by("dead", "alive")
    recovery.give_back("dead", clock.now())
    assert run_queued() == 0


def test_a_lease_that_nobody_renews_runs_out() -> None:
    _begun_by("on a machine that lost its power")
    recovery.give_back_expired(_moment(5))
    assert run_queued() == 0
    recovery.give_back_expired(_moment(13))
    assert run_queued() == 1


def test_a_renewed_lease_does_not_run_out() -> None:
    _begun_by("alive")
    recovery.renew({"alive"}, _moment(10))
    recovery.give_back_expired(_moment(13))
    assert run_queued() == 0


def test_a_task_that_kills_every_worker_is_given_up() -> None:
    row = _begun_by("first", "second", "third")
    recovery.give_back("third", clock.now())
    row.refresh_from_db()
    assert (row.status, row.traceback) == (TaskResultStatus.FAILED, "Given up: 3 worker processes died at it.")
    assert run_queued() == 0


def test_what_was_finished_a_week_ago_is_forgotten_and_what_waits_is_kept() -> None:
    _begun_by("done").set_successful(None)
    later(send_mail, "Next", "", None, ["customer@example.com"])
    recovery.forget_finished(_moment(6 * 86_400))
    assert DBTaskResult.objects.count() == 2
    recovery.forget_finished(_moment(8 * 86_400))
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY
