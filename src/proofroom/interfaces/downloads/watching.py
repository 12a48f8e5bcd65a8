"""Notes how much of a package a person was handed, while it goes out and when it ends."""

import asyncio
import logging
from datetime import timedelta

from asgiref.sync import sync_to_async
from django.db import DatabaseError, connections

from proofroom.core import clock
from proofroom.files.package.keeping import Handed, note_handed
from proofroom.files.package.models import Package
from proofroom.interfaces.downloads.ranges import Span
from proofroom.people.models import Person

EVERY = timedelta(seconds=10)
log = logging.getLogger(__name__)


class Handing:
    """One answer: the bytes of ``span`` on their way to ``person``. A note that fails never breaks a download."""

    def __init__(self, person: Person, package: Package, span: Span) -> None:
        self._person = person
        self._package = package
        self._span = span
        self._noted_at = clock.now() - EVERY
        self._done = 0
        self._order = asyncio.Lock()

    async def moved(self, done: int) -> None:
        """Notes it at the beginning and every ten seconds: what is not noted when the process dies is sent again."""
        self._done = done
        if clock.now() - self._noted_at >= EVERY and done < self._span.length:
            await self._note(done, broken=False)

    async def ended(self, done: int) -> None:
        """Notes where it ended."""
        await self._note(done, broken=done < self._span.length)

    async def _note(self, done: int, *, broken: bool) -> None:
        async with self._order:
            at = self._noted_at = clock.now()
            handed = Handed(self._span.start, self._span.start + done, at, broken)
            try:
                await sync_to_async(_noted)(self._person, self._package, handed)
            except DatabaseError:
                log.exception("It could not be noted how far a download has come; the download goes on.")


def _noted(person: Person, package: Package, handed: Handed) -> None:
    try:
        note_handed(person, package, handed)
    finally:
        # A download lasts hours; a connection of the database is not kept for it (ADR 0001).
        for connection in connections.all(initialized_only=True):
            if not connection.in_atomic_block:
                connection.close()
