"""Passwords for single programs, made and revoked in the settings."""

import re

import pytest

from proofroom.people.app_passwords import fits, issue_app_password
from proofroom.people.models import AppPassword
from tests.cast import BEGINNING, Cast
from tests.conftest import SignedIn

pytestmark = pytest.mark.django_db
ADDRESS = "/settings/app-passwords/"
SECRET = re.compile(r"(?:[a-z2-9]{5}-){3}[a-z2-9]{5}")


def test_a_new_app_password_is_shown_once_and_fits(signed_in: SignedIn, cast: Cast) -> None:
    customer = signed_in("customer")
    shown = customer.post(ADDRESS, {"name": "FileZilla", "once": "k"}).content.decode()
    assert "Your new app password" in shown
    [secret] = set(SECRET.findall(shown))
    assert fits(cast.customer, secret, BEGINNING)
    later = customer.get("/settings/").content.decode()
    assert "FileZilla" in later
    assert not SECRET.search(later)


def test_the_form_sent_twice_makes_one(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    customer.post(ADDRESS, {"name": "FileZilla", "once": "k"})
    again = customer.post(ADDRESS, {"name": "FileZilla", "once": "k"}, follow=True)
    assert AppPassword.objects.count() == 1
    assert "An app password is shown once; revoke it and make a new one." in again.content.decode()


def test_it_needs_a_name_and_says_so_beside_its_own_field(signed_in: SignedIn) -> None:
    answer = signed_in("customer").post(ADDRESS, {"name": " "})
    assert (answer.status_code, AppPassword.objects.count()) == (422, 0)
    page = answer.content.decode()
    assert page.count("Nothing was made") == 1
    assert page.index("App passwords for FTP") < page.index("Nothing was made") < page.index("API tokens")


def test_the_list_says_when_it_was_used(signed_in: SignedIn, cast: Cast) -> None:
    password = issue_app_password(cast.customer, "Cyberduck", BEGINNING)
    customer = signed_in("customer")
    assert "never" in customer.get("/settings/").content.decode()
    fits(cast.customer, password, BEGINNING)
    page = customer.get("/settings/").content.decode()
    assert "Cyberduck" in page
    assert "never" not in page


def test_a_revoked_one_fits_no_more(signed_in: SignedIn, cast: Cast) -> None:
    password = issue_app_password(cast.customer, "Old laptop", BEGINNING)
    page = signed_in("customer").post(f"{ADDRESS}{AppPassword.objects.get().pk}/revoke/", follow=True)
    assert "The app password is revoked." in page.content.decode()
    assert not fits(cast.customer, password, BEGINNING)


def test_nobody_revokes_that_of_somebody_else(signed_in: SignedIn, cast: Cast) -> None:
    issue_app_password(cast.customer, "Mine", BEGINNING)
    signed_in("rival").post(f"{ADDRESS}{AppPassword.objects.get().pk}/revoke/")
    assert AppPassword.objects.count() == 1


def test_whoever_signs_in_with_a_second_factor_reads_that_files_take_app_passwords_only(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = signed_in("customer")
    assert "The same password opens this site, FTP and SFTP." in customer.get("/settings/").content.decode()
    monkeypatch.setattr("proofroom.people.sign_in._has_second_factor", lambda _: True)
    assert "FTP and SFTP take" in customer.get("/settings/").content.decode()
