"""Tokens of programs, for the API or for a calendar: made once, shown once, looked up by digest."""

import hashlib
import secrets
from datetime import datetime, timedelta

from proofroom.people.models import ApiToken, Person

Scope = ApiToken.Scope
PREFIX = "prt_"
USE_IS_NOTED_EVERY = timedelta(minutes=1)


def issue_token(person: Person, name: str, at: datetime, scope: Scope = Scope.API) -> str:
    """A new token for ``person``; the returned text is the only copy. It opens what its ``scope`` says."""
    secret = PREFIX + secrets.token_urlsafe(32)
    ApiToken.objects.create(
        person=person, scope=scope, name=name, digest=_digest(secret), hint=secret[-4:], created_at=at
    )
    return secret


def person_of_token(secret: str, at: datetime, scope: Scope = Scope.API) -> Person | None:
    """Whose token of this scope it is, or None. The last use is noted to the minute, so that reading stays cheap."""
    token = ApiToken.objects.select_related("person").filter(digest=_digest(secret), scope=scope).first()
    if token is None or not token.person.is_active:
        return None
    if token.last_used_at is None or at - token.last_used_at > USE_IS_NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=at)
    return token.person


def revoke_token(person: Person, token: int) -> bool:
    """From now on nobody gets in with it; False when the person has no such token."""
    removed, _ = ApiToken.objects.filter(person=person, pk=token).delete()
    return removed > 0


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
