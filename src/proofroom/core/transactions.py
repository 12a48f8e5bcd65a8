"""Transactions that a refusal may end without taking back what it brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from proofroom.core.errors import Outdated


@contextmanager
def atomic_but_for_updates() -> Iterator[None]:
    """One transaction: an exception takes everything back, except Outdated, whose writes stay; it is raised after."""
    outdated: Outdated | None = None
    with transaction.atomic():
        try:
            yield
        except Outdated as refusal:
            outdated = refusal
    if outdated is not None:
        raise outdated
