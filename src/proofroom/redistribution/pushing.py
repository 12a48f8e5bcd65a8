"""Carrying one push on: as far as it comes in one task, from wherever the last one stopped."""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from proofroom.core import clock
from proofroom.core.outward import only_public
from proofroom.core.tasks import WAITS
from proofroom.redistribution.carriers import Carrier, Parcel, Trouble, carrier_to
from proofroom.redistribution.describing import description_of
from proofroom.redistribution.models import Destination, Push, PushedFile
from proofroom.redistribution.troubles import EXPECTED, trouble_of

logger = logging.getLogger(__name__)
SLICE = timedelta(seconds=45)
"""A task ends after this, and another goes on, so that other work gets its turn and no task meets its time limit."""
NOTED_EVERY = timedelta(seconds=2)
Settle = Callable[[Push], None]


class Pause(Exception):  # noqa: N818 - not a fault
    """The time of this task is over; what has arrived stays."""


class Superseded(Exception):  # noqa: N818 - not a fault
    """Somebody began another run, or removed the destination: this one leaves everything as it is."""


def carry_on(push_id: int, run: int, settle: Settle) -> None:
    """Runs in a worker, at least once, and is safe to be killed anywhere and to run twice.

    How it ended is written and ``settle`` is called with it in one transaction: it queues what comes next.
    """
    push = _push(push_id, run)
    if push is None:
        return
    journey = Journey(push, clock.now())
    try:
        trouble = journey.carry()
    except Superseded:
        return
    with transaction.atomic():
        if journey.close(trouble):
            settle(push)


@dataclass
class Journey:
    """One task's part of a push. ``moved``: something has arrived in it."""

    push: Push
    begun: datetime
    moved: bool = False
    paused: bool = False
    noted: datetime | None = None

    def carry(self) -> Trouble | None:
        """File after file; returns what stopped it, or None. Raises Superseded."""
        self._update(state=Push.State.SENDING, due_at=self.begun)
        destination = self.push.destination
        guard = nullcontext() if destination.kind == Destination.Kind.EMAIL else only_public()
        try:
            with guard, carrier_to(
                destination, push=self.push, describe=lambda it: description_of(self.push, it), wait=self._look
            ) as carrier:  # fmt: skip
                return self._carry_all(carrier)
        except Pause:
            self.paused = True
        except (Trouble, *EXPECTED) as wrong:
            logger.info("Push %d: %s", self.push.pk, type(wrong).__name__)
            return trouble_of(wrong)
        return None

    def close(self, trouble: Trouble | None) -> bool:
        """Writes down how it stands now; False when another run has begun meanwhile."""
        at, push = clock.now(), self.push
        left = push.files.exclude(state=PushedFile.State.DONE).exists()
        if not left:
            push.state, push.due_at, push.ended_at, push.trouble = Push.State.DONE, None, at, ""
        elif self.paused:
            push.state, push.due_at, push.tries, push.trouble = Push.State.WAITING, at, 0, ""
        else:
            self._failed(trouble or Trouble("Some files did not arrive."), at)
        written = {name: getattr(push, name) for name in ("state", "due_at", "ended_at", "trouble", "tries")}
        return bool(Push.objects.filter(pk=push.pk, run=push.run, state=Push.State.SENDING).update(**written))

    def _failed(self, trouble: Trouble, at: datetime) -> None:
        push = self.push
        push.tries = 1 if self.moved else push.tries + 1
        push.trouble = trouble.sentence[:300]
        if trouble.lasting or push.tries > len(WAITS):
            push.state, push.due_at, push.ended_at = Push.State.FAILED, None, at
            push.files.exclude(state=PushedFile.State.DONE).update(state=PushedFile.State.FAILED)
        else:
            push.state, push.due_at = Push.State.WAITING, at + timedelta(seconds=WAITS[push.tries - 1])

    def _carry_all(self, carrier: Carrier) -> Trouble | None:
        first: Trouble | None = None
        for file in self.push.files.exclude(state=PushedFile.State.DONE).select_related("version__file__blob"):
            try:
                self._carry(carrier, file)
            except Trouble as wrong:
                if not wrong.of_file:
                    raise
                first = first or wrong
        return first

    def _carry(self, carrier: Carrier, file: PushedFile) -> None:
        at = clock.now()
        tried = {"state": PushedFile.State.SENDING, "begun_at": file.begun_at or at, "tries": file.tries + 1}
        PushedFile.objects.filter(pk=file.pk).update(**tried)
        try:
            carrier.carry(_parcel(file), lambda arrived, resume: self._tell(file, arrived, resume))
        except Pause:
            PushedFile.objects.filter(pk=file.pk).update(state=PushedFile.State.WAITING, tries=file.tries)
            raise
        except (Trouble, *EXPECTED) as wrong:
            told = trouble_of(wrong).sentence[:300]
            PushedFile.objects.filter(pk=file.pk).update(state=PushedFile.State.WAITING, trouble=told)
            raise
        self.moved = True
        done = {"state": PushedFile.State.DONE, "done_at": clock.now(), "sent": file.size, "resume": "", "trouble": ""}
        PushedFile.objects.filter(pk=file.pk).update(**done)

    def _tell(self, file: PushedFile, arrived: int, resume: str) -> None:
        """Notes how far it has come, every two seconds and when the unfinished part got a name."""
        self.moved = self.moved or arrived > file.sent
        at = clock.now()
        if resume != file.resume or self.noted is None or at - self.noted >= NOTED_EVERY:
            self.noted, file.resume = at, resume
            PushedFile.objects.filter(pk=file.pk).update(sent=arrived, resume=resume)
            self._update(state=Push.State.SENDING)
        if arrived < file.size:
            self._look()

    def _look(self) -> None:
        """Between two steps: stop here when the time is over, but never before something has moved."""
        if self.moved and clock.now() - self.begun > SLICE:
            raise Pause

    def _update(self, **values: object) -> None:
        open_now = (Push.State.WAITING, Push.State.SENDING)
        if not Push.objects.filter(pk=self.push.pk, run=self.push.run, state__in=open_now).update(**values):
            raise Superseded


def _push(push_id: int, run: int) -> Push | None:
    pushes = Push.objects.select_related(
        "destination", "redistribution__order__account", "redistribution__delivery", "redistribution__by"
    )
    return pushes.filter(pk=push_id, run=run, state__in=(Push.State.WAITING, Push.State.SENDING)).first()


def _parcel(file: PushedFile) -> Parcel:
    blob = file.version.file.blob
    return Parcel(
        key=str(file.key),
        name=file.name,
        place=file.place,
        size=file.size,
        sha256=file.sha256,
        media_type=blob.media_type,
        stored=blob.key,
        resume=file.resume,
    )
