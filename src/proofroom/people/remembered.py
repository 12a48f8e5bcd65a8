"""Good sign-ins remembered for a short while, because clients open many connections and a good hash is slow."""

import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from proofroom.people import app_passwords, attempts
from proofroom.people.models import Person
from proofroom.people.sign_in import Door, needs_app_password, sign_in

FOR = timedelta(minutes=5)
MOST = 5_000
LOCKS = 64


@dataclass(frozen=True)
class _Known:
    person: int
    password: str
    app_password: int | None
    until: datetime


class Remembered:
    """One per process, in memory alone: a keyed digest of e-mail and password, never the password.

    Forgotten at once when the person changes the password, revokes the app password, turns on two-factor sign-in, or
    may no longer come in.
    """

    def __init__(self, door: Door) -> None:
        self.door = door
        self._secret = secrets.token_bytes(32)
        self._known: dict[bytes, _Known] = {}
        self._locks = [threading.Lock() for _ in range(LOCKS)]

    def sign_in(self, email: str, password: str, address: str, at: datetime) -> Person:
        """As ``people.sign_in.sign_in``."""
        key = hmac.digest(self._secret, f"{email.strip().lower()}\0{password}".encode(), hashlib.sha256)
        if person := self._person(key, at):
            return person
        # Eight connections of one client arrive at once: the first checks the password, the others wait for it.
        with self._locks[key[0] % LOCKS]:
            if person := self._person(key, at):
                return person
            person = sign_in(email, password, self.door, address, at)
            used = app_passwords.app_password_of(person, password)
            self._remember(key, _Known(person.pk, person.password, used, at + FOR))
            return person

    def _person(self, key: bytes, at: datetime) -> Person | None:
        known = self._known.get(key)
        if known is None or known.until <= at:
            return None
        person = Person.objects.filter(pk=known.person, is_active=True, password=known.password).first()
        if person is None or not _still_opens(known, person):
            return None
        attempts.forgive(person.email)
        return person

    def _remember(self, key: bytes, known: _Known) -> None:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = known


def _still_opens(known: _Known, person: Person) -> bool:
    if known.app_password is not None:
        return app_passwords.is_valid(known.app_password)
    return not needs_app_password(person)
