"""Who is at the door: e-mail and password, asked the same way by pages, FTP and SFTP (Row A6)."""

from datetime import datetime
from enum import StrEnum

from django.apps import apps
from django.contrib.auth.hashers import make_password

from proofroom.core.errors import Refused
from proofroom.people import app_passwords, attempts
from proofroom.people.models import Person


class Door(StrEnum):
    """Where somebody signs in."""

    WEB = "web"
    FTP = "ftp"
    SFTP = "sftp"


class WrongPassword(Refused):
    """The same answer for an unknown e-mail, a wrong password and somebody who may no longer come in."""

    def __init__(self) -> None:
        super().__init__("wrong_password", "The e-mail or the password is wrong.")


def sign_in(email: str, password: str, door: Door, address: str, at: datetime) -> Person:
    """The person. Raises WrongPassword, or Locked after too many failures at whichever doors.

    FTP and SFTP also take app passwords, and nothing else from people with two-factor sign-in.
    """
    email = email.strip().lower()[:254]
    attempt = attempts.begin(email, address, door, at)
    person = Person.objects.filter(email=email, is_active=True).first()
    if not _fits(person, password, door, at) or person is None:
        raise WrongPassword
    attempts.succeed(attempt)
    return person


def _fits(person: Person | None, password: str, door: Door, at: datetime) -> bool:
    if person is None:
        make_password(password)  # takes as long as a check, so that the time tells nobody who exists
        return False
    if door != Door.WEB and app_passwords.fits(person, password, at):
        return True
    return person.check_password(password) and (door == Door.WEB or not needs_app_password(person))


def needs_app_password(person: Person) -> bool:
    """With two-factor sign-in, FTP and SFTP, which cannot ask for the second factor, take app passwords only."""
    return _has_second_factor(person)


def _has_second_factor(person: Person) -> bool:
    if not apps.is_installed("allauth.mfa"):
        return False
    from allauth.mfa.adapter import get_adapter

    return bool(get_adapter().is_mfa_enabled(person))
