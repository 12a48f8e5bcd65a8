"""Good sign-ins remembered for a short while, because clients open many connections and a good hash is slow."""

import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from proofroom.people import app_passwords, attempts
from proofroom.people.admission import Admission
from proofroom.people.sign_in import Door, sign_in

FOR = timedelta(minutes=5)
MOST = 5_000
LOCKS = 64


@dataclass(frozen=True)
class _Known:
    admission: Admission
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

    def sign_in(self, email: str, password: str, address: str, at: datetime) -> Admission:
        """As ``people.sign_in.sign_in``."""
        key = hmac.digest(self._secret, f"{email.strip().lower()}\0{password}".encode(), hashlib.sha256)
        if known := self._good(key, at):
            return known
        # Eight connections of one client arrive at once: the first checks the password, the others wait for it.
        with self._locks[key[0] % LOCKS]:
            if known := self._good(key, at):
                return known
            person = sign_in(email, password, self.door, address, at)
            used = app_passwords.app_password_of(person, password)
            admission = Admission(person.pk, person.password, used)
            self._remember(key, _Known(admission, at + FOR))
            return admission

    def _good(self, key: bytes, at: datetime) -> Admission | None:
        known = self._known.get(key)
        if known is None or known.until <= at:
            return None
        person = known.admission.admitted()
        if person is None:
            return None
        attempts.forgive(person.email)
        return known.admission

    def _remember(self, key: bytes, known: _Known) -> None:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = known
