"""Passwords for programs: made once, shown once, looked up by digest."""

import hashlib
import secrets
from datetime import datetime

from proofroom.people.models import AppPassword, Person

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # thirty-two, none that is read as another
GROUPS, LETTERS_A_GROUP = 4, 5  # 100 bits


def issue_app_password(person: Person, name: str, at: datetime) -> str:
    """A new app password such as ``kq3fd-…``; the returned text is the only copy."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(LETTERS_A_GROUP)) for _ in range(GROUPS))
    password = "-".join(groups)
    AppPassword.objects.create(person=person, name=name, digest=_digest(password), created_at=at)
    return password


def fits(person: Person, password: str, at: datetime) -> bool:
    """True when it is one of the person's app passwords; its use is noted."""
    return AppPassword.objects.filter(person=person, digest=_digest(password)).update(last_used_at=at) == 1


def app_password_of(person: Person, password: str) -> int | None:
    """Which of the person's app passwords it is, by its key, or None."""
    return AppPassword.objects.filter(person=person, digest=_digest(password)).values_list("pk", flat=True).first()


def is_valid(app_password: int) -> bool:
    """False when it was revoked since."""
    return AppPassword.objects.filter(pk=app_password).exists()


def revoke_app_password(person: Person, app_password: int) -> bool:
    """From now on nobody signs in with it; False when the person has no such app password."""
    removed, _ = AppPassword.objects.filter(person=person, pk=app_password).delete()
    return removed > 0


def _digest(password: str) -> str:
    return hashlib.sha256(password.strip().lower().encode()).hexdigest()
