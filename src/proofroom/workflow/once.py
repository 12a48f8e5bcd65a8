"""The same write sent twice is done once: double clicks, the back button, a program that tries again."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from proofroom.core.errors import Outdated, Refused
from proofroom.core.transactions import atomic_but_for_updates
from proofroom.people.models import Person
from proofroom.workflow.models import Once


@dataclass(frozen=True)
class Answer:
    """What a write answers: a status and a body. One that is ``final`` is sent again for the same write.

    One that is not leaves the key free: something has to be put right first, and then the same write is done.
    """

    status: int
    body: str
    final: bool = True


def once(person: Person, key: str, request: Any, at: datetime, write: Callable[[], Answer]) -> Answer:
    """Runs ``write`` unless this person sent ``key`` before; then the first answer comes again.

    ``request`` is anything JSON can hold; the same key with another request is refused. The key and what is written
    are of one transaction. Whatever ``write`` kept when it answers stays, also when the answer is not final; what it
    raises takes everything back, but for Outdated. Either way the key stays free.
    """
    fingerprint = hashlib.sha256(json.dumps(request, sort_keys=True, default=str).encode()).hexdigest()
    if before := Once.objects.filter(person=person, key=key).first():
        return _again(before, fingerprint)
    try:
        with atomic_but_for_updates():
            kept = Once.objects.create(person=person, key=key, fingerprint=fingerprint, at=at)
            answer = _answer_or_free(kept, write)
            if answer.final:
                Once.objects.filter(pk=kept.pk).update(status=answer.status, body=answer.body)
            return answer
    except IntegrityError:
        # The unique key made the second wait for the first's commit; now the first answer can be read.
        if before := Once.objects.filter(person=person, key=key).first():
            return _again(before, fingerprint)
        raise


def was_done(person: Person, key: str) -> bool:
    """This person's write under ``key`` is done; nothing that comes along with it is needed again."""
    return bool(key) and Once.objects.filter(person=person, key=key).exists()


def _answer_or_free(kept: Once, write: Callable[[], Answer]) -> Answer:
    try:
        answer = write()
    except Outdated:
        kept.delete()  # what was brought up to date is committed, and the key would be with it
        raise
    if not answer.final:
        kept.delete()
    return answer


def _again(before: Once, fingerprint: str) -> Answer:
    if before.fingerprint != fingerprint:
        raise Refused("key_reused", "This key was used for another request. Send a new one.")
    return Answer(before.status or 200, before.body)
