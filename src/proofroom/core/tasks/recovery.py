"""Giving back what a dead process had begun. The engine itself leaves such a row RUNNING for ever.

``started_at`` of a running row serves as its lease: the parent of the worker renews it while the worker lives.
"""

import logging
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

logger = logging.getLogger(__name__)

# A lease outlives three renewals, so a busy database alone does not make a living worker look dead.
RENEW_EVERY = timedelta(seconds=3)
LEASE = timedelta(seconds=12)
# A file that kills its process (memory, a fault in a codec) must not kill for ever.
DEATHS = 3
KEPT = timedelta(days=7)


def renew(workers: Collection[str], at: datetime) -> None:
    """Extend the leases of what these living workers run."""
    mine = [row.pk for row in _running() if row.worker_ids[-1] in workers]
    DBTaskResult.objects.filter(pk__in=mine, status=TaskResultStatus.RUNNING).update(started_at=at)


def give_back(worker: str, at: datetime) -> None:
    """Queue again what this worker, known to be dead, had begun."""
    _requeue((row for row in _running() if row.worker_ids[-1] == worker), at)


def give_back_expired(at: datetime) -> None:
    """Queue again what nobody has renewed: the parent died too, perhaps on another machine."""
    _requeue(_running().filter(started_at__lt=at - LEASE), at)


def forget_finished(at: datetime) -> None:
    """Delete the rows of what was finished a week ago, so that the table stays as small as the work at hand."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()


def _running() -> DBTaskResultQuerySet:
    return DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)


def _requeue(rows: Iterable[DBTaskResult[..., Any]], at: datetime) -> None:
    for row in rows:
        # Two parents may see the same dead row: the one whose condition still holds gives it back.
        same = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.RUNNING, started_at=row.started_at)
        if len(row.worker_ids) < DEATHS:
            same.update(status=TaskResultStatus.READY, started_at=None)
            logger.warning("A worker died at %s; it is queued again.", row.args_kwargs)
        else:
            reason = f"Given up: {DEATHS} worker processes died at it."
            same.update(status=TaskResultStatus.FAILED, finished_at=at, traceback=reason)
            logger.error("Given up after %d dead workers: %s", DEATHS, row.args_kwargs)
