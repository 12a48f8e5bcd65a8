"""How long somebody has to wait after failed sign-ins, and what opens which door."""

from datetime import timedelta

import pytest

from proofroom.people import sign_in as module
from proofroom.people.app_passwords import issue_app_password, revoke_app_password
from proofroom.people.attempts import Locked
from proofroom.people.models import AppPassword
from proofroom.people.remembered import Remembered
from proofroom.people.sign_in import Door, WrongPassword, sign_in
from tests.cast import BEGINNING, PASSWORD, Cast

MINUTE = timedelta(minutes=1)
EMAIL = "customer@example.com"


def _fail(times: int, email: str = EMAIL, address: str = "192.0.2.1", after: timedelta = timedelta(0)) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            sign_in(email, "wrong", Door.WEB, address, BEGINNING + after)


def test_the_wait_doubles_with_each_failure_after_the_fifth(cast: Cast) -> None:
    _fail(5)
    passed = timedelta(0)
    for wait in (1, 2, 4, 8):
        with pytest.raises(Locked, match="wait"):
            sign_in(EMAIL, PASSWORD, Door.FTP, "192.0.2.9", BEGINNING + passed + wait * MINUTE - timedelta(seconds=1))
        passed += wait * MINUTE
        _fail(1, after=passed)


def test_one_address_that_tries_many_e_mails_has_to_wait(cast: Cast) -> None:
    for number in range(20):
        _fail(1, f"guess{number}@example.com")
    with pytest.raises(Locked):
        sign_in(EMAIL, PASSWORD, Door.SFTP, "192.0.2.1", BEGINNING)
    assert sign_in(EMAIL, PASSWORD, Door.SFTP, "192.0.2.2", BEGINNING) == cast.customer


def test_of_two_attempts_at_the_same_moment_none_has_to_wait(cast: Cast) -> None:
    _fail(1, after=timedelta(milliseconds=5))
    _fail(1)
    assert sign_in(EMAIL, PASSWORD, Door.WEB, "192.0.2.1", BEGINNING) == cast.customer


def test_a_day_later_nothing_counts(cast: Cast) -> None:
    _fail(5)
    assert sign_in(EMAIL, PASSWORD, Door.WEB, "192.0.2.1", BEGINNING + timedelta(days=1)) == cast.customer


def test_whoever_may_no_longer_come_in_is_answered_like_a_stranger(cast: Cast) -> None:
    cast.customer.is_active = False
    cast.customer.save()
    with pytest.raises(WrongPassword):
        sign_in(EMAIL, PASSWORD, Door.FTP, "192.0.2.1", BEGINNING)


def test_with_two_factor_sign_in_files_take_app_passwords_only(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_has_second_factor", lambda person: True)
    password = issue_app_password(cast.customer, "FileZilla", BEGINNING)
    with pytest.raises(WrongPassword):
        sign_in(EMAIL, PASSWORD, Door.FTP, "192.0.2.1", BEGINNING)
    assert sign_in(EMAIL, password, Door.FTP, "192.0.2.1", BEGINNING) == cast.customer
    assert sign_in(EMAIL, PASSWORD, Door.WEB, "192.0.2.1", BEGINNING) == cast.customer


def test_what_is_remembered_ends_with_the_app_password(cast: Cast) -> None:
    people, password = Remembered(Door.FTP), issue_app_password(cast.customer, "FileZilla", BEGINNING)
    for _ in range(2):
        assert people.sign_in(EMAIL, password, "192.0.2.1", BEGINNING).admitted() == cast.customer
    revoke_app_password(cast.customer, AppPassword.objects.get().pk)
    with pytest.raises(WrongPassword):
        people.sign_in(EMAIL, password, "192.0.2.1", BEGINNING)


def test_a_changed_password_ends_what_was_opened_with_the_old_one_and_nothing_else(cast: Cast) -> None:
    people, app_password = Remembered(Door.FTP), issue_app_password(cast.customer, "FileZilla", BEGINNING)
    own = people.sign_in(EMAIL, PASSWORD, "192.0.2.1", BEGINNING)
    by_program = people.sign_in(EMAIL, app_password, "192.0.2.1", BEGINNING)
    assert own.admitted() == by_program.admitted() == cast.customer
    cast.customer.set_password("another-password")
    cast.customer.save()
    assert own.admitted() is None
    assert by_program.admitted() == cast.customer


def test_what_is_remembered_of_the_own_password_ends_with_two_factor_sign_in(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = Remembered(Door.FTP)
    assert people.sign_in(EMAIL, PASSWORD, "192.0.2.1", BEGINNING).admitted() == cast.customer
    monkeypatch.setattr(module, "_has_second_factor", lambda person: True)
    with pytest.raises(WrongPassword):
        people.sign_in(EMAIL, PASSWORD, "192.0.2.1", BEGINNING)


def test_an_app_password_of_somebody_else_opens_nothing(cast: Cast) -> None:
    password = issue_app_password(cast.rival, "FileZilla", BEGINNING)
    with pytest.raises(WrongPassword):
        sign_in(EMAIL, password, Door.SFTP, "192.0.2.1", BEGINNING)
