"""The functions that the engines are given."""

import time

from django.db import transaction
from django.db.models import F


def nothing() -> None:
    """Cost nothing: what remains is the engine."""


def stamp(number: int) -> None:
    """Note when the task began, as seconds since the epoch."""
    from bench.tasks.models import Effect

    Effect.objects.filter(pk=number).update(began_at=time.time(), begun=F("begun") + 1)


def effect(number: int) -> None:
    """Work for 30 ms, then have one effect twice over: once plainly, once with its mark."""
    from bench.tasks.models import Effect

    rows = Effect.objects.filter(pk=number)
    rows.update(begun=F("begun") + 1, began_at=time.time())
    time.sleep(0.03)
    rows.update(plain=F("plain") + 1)
    with transaction.atomic():
        if rows.filter(done=False).update(done=True):
            rows.update(marked=F("marked") + 1)


def slow(number: int) -> None:
    """Work for two seconds: to be stopped or killed in the middle."""
    from bench.tasks.models import Effect

    stamp(number)
    time.sleep(2)
    Effect.objects.filter(pk=number).update(done=True)
