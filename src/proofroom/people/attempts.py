"""Failed sign-ins of all doors, counted together, and how long somebody has to wait for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Max, QuerySet

from proofroom.core.errors import Refused
from proofroom.people.models import FailedSignIn

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Limit:
    """From ``free`` failures within ``window`` on there is a wait, and each further failure doubles it."""

    free: int
    window: timedelta

    def wait(self, failures: int) -> timedelta:
        """How long after the last of so many failures the next attempt is taken."""
        over = failures - self.free
        return min(FIRST_WAIT * 2 ** min(over, 10), LONGEST_WAIT) if over >= 0 else timedelta(0)


# A whole office may share one address, and a forgotten password is not an attack from all of it.
OF_EMAIL = Limit(5, timedelta(days=1))
OF_ADDRESS = Limit(20, timedelta(hours=1))


class Locked(Refused):
    """Too many failures. Said the same way whether the e-mail belongs to somebody or not."""

    def __init__(self, wait: timedelta) -> None:
        minutes = max(1, -(-int(wait.total_seconds()) // 60))
        words = "a minute" if minutes == 1 else f"{minutes} minutes"
        super().__init__("locked", f"Too many failed sign-ins; wait {words}, then try again.")


@transaction.atomic
def begin(email: str, address: str, door: str, at: datetime) -> FailedSignIn:
    """Counts the attempt as failed before the password is looked at, so that many at once do not slip through.

    Raises Locked; an attempt made while locked does not count.
    """
    _check(FailedSignIn.objects.filter(email=email, forgiven=False), OF_EMAIL, at)
    _check(FailedSignIn.objects.filter(address=address), OF_ADDRESS, at)
    return FailedSignIn.objects.create(email=email, address=address, door=door, at=at)


@transaction.atomic
def succeed(attempt: FailedSignIn) -> None:
    """The attempt was none; what failed before is forgiven."""
    attempt.delete()
    forgive(attempt.email)


def forgive(email: str) -> None:
    """Failures no longer count against the e-mail; against the address they do."""
    counted = FailedSignIn.objects.filter(email=email, forgiven=False)
    if counted.exists():
        counted.update(forgiven=True)


def forget_old(at: datetime) -> None:
    """Deletes failures that no window reaches any more."""
    FailedSignIn.objects.filter(at__lt=at - KEPT).delete()


def _check(failures: QuerySet[FailedSignIn], limit: Limit, at: datetime) -> None:
    found = failures.filter(at__gt=at - limit.window).aggregate(count=Count("pk"), last=Max("at"))
    wait = limit.wait(found["count"])
    # Of two that come at the same moment, the one that is later by the clock may be counted first.
    if wait and (left := found["last"] + wait - at) > timedelta(0):
        raise Locked(left)
