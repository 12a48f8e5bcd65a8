"""What nobody needs any more goes: old answers, unsent attachments, ended sign-ins, abandoned uploads, unused files."""

from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore

from proofroom.core.tasks import later
from proofroom.files.arrivals import discard_expired_uploads
from proofroom.files.collection import collect_unused
from proofroom.returns.attachments import discard_old
from proofroom.review.models import Marking
from proofroom.workflow.models import Once
from proofroom.workflow.redistributing import take_up_forgotten

ONCE_LIFE = timedelta(days=7)
REMOVED_LIFE = timedelta(days=30)
"""So long a removed marking can be brought back."""
COLLECT_AT = 3
"""The hour, in UTC, in which a worker is asked to collect stored files; twice in it does no harm."""


def tidy(at: datetime) -> None:
    """Deletes what has expired at ``at``. Safe to run again and in several processes. Raises DatabaseError, OSError.

    Sessions end by Django's own clock. The uploads come last, because the disk may refuse where the database does not.
    """
    Once.objects.filter(at__lte=at - ONCE_LIFE).delete()
    Marking.objects.filter(state=Marking.State.REMOVED, changed_at__lte=at - REMOVED_LIFE).delete()
    discard_old(at)
    SessionStore.clear_expired()
    take_up_forgotten(at)
    discard_expired_uploads(at)
    if at.hour == COLLECT_AT:
        later(collect_unused, at.isoformat())
