"""What is put aside runs once the transaction is committed, and only then."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail import send_mail
from django.db import transaction
from django.utils.module_loading import import_string

from proofroom.core import clock
from proofroom.core.tasks import later, run_queued


def _mail_later() -> None:
    later(send_mail, "Your order", "It is ready.", None, ["customer@example.com"])


def _mail_later_and_think_better_of_it() -> None:
    with transaction.atomic():
        _mail_later()
        raise InterruptedError


@pytest.mark.django_db(transaction=True)
def test_a_committed_task_runs_once() -> None:
    with transaction.atomic():
        _mail_later()
    assert run_queued() == 1
    assert run_queued() == 0
    assert [message.subject for message in mail.outbox] == ["Your order"]


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_transaction_leaves_no_task() -> None:
    with pytest.raises(InterruptedError):
        _mail_later_and_think_better_of_it()
    assert run_queued() == 0
    assert mail.outbox == []


@pytest.mark.django_db
def test_keyword_arguments_arrive() -> None:
    later(send_mail, subject="By name", message="", from_email=None, recipient_list=["a@example.com"])
    run_queued()
    assert mail.outbox[0].subject == "By name"


@pytest.mark.django_db
def test_a_failed_task_is_shown_to_the_test_and_tried_again_later() -> None:
    later(import_string, "nowhere.nothing")
    with pytest.raises(RuntimeError, match="nowhere"):
        run_queued()
    assert run_queued() == 0
    with time_machine.travel(clock.now() + timedelta(seconds=11)), pytest.raises(RuntimeError, match="nowhere"):
        run_queued()


@pytest.mark.django_db
def test_a_task_that_keeps_failing_ends_after_six_tries() -> None:
    later(import_string, "nowhere.nothing")
    tries = 0
    for days in range(10):
        with time_machine.travel(clock.now() + timedelta(days=days)):
            try:
                run_queued()
            except RuntimeError:
                tries += 1
    assert tries == 6


def test_a_function_that_no_worker_could_find_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be found"):
        later(lambda: None)
    with pytest.raises(ValueError, match="cannot be found"):
        later("text".upper)
