"""What nobody needs any more goes: old answers, sign-ins that have ended, uploads nobody came back for."""

from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore

from proofroom.files.commands import discard_expired_uploads
from proofroom.workflow.models import Once

ONCE_LIFE = timedelta(days=7)


def tidy(at: datetime) -> None:
    """Deletes what has expired at ``at``. Safe to run again and in several processes. Raises DatabaseError, OSError.

    Sessions end by Django's own clock. The uploads come last, because the disk may refuse where the database does not.
    """
    Once.objects.filter(at__lte=at - ONCE_LIFE).delete()
    SessionStore.clear_expired()
    discard_expired_uploads(at)
