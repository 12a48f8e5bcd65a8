"""Queues pushes, and tells the account when one is given up."""

from datetime import datetime, timedelta

from django.db import transaction

from proofroom.core.tasks import later, later_at
from proofroom.redistribution import commands
from proofroom.redistribution.models import Push, Redistribution
from proofroom.redistribution.pushing import carry_on
from proofroom.workflow.notify import tell

FORGOTTEN_AFTER = timedelta(minutes=30)


def queue(made: Redistribution) -> None:
    """A task for each destination, in the caller's transaction."""
    for push in made.pushes.all():
        later(carry, push.pk, push.run)


def carry(push: int, run: int) -> None:
    """The task."""
    carry_on(push, run, _settle)


@transaction.atomic
def try_again(push: Push, at: datetime) -> Push:
    """The push begins a new run now. Raises Refused as ``commands.try_again`` does."""
    again = commands.try_again(push, at)
    later(carry, again.pk, again.run)
    return again


def take_up_forgotten(at: datetime) -> int:
    """Queues anew what should have been tried by now and was not: its task killed three workers and was given up."""
    waiting = Push.objects.filter(state__in=(Push.State.WAITING, Push.State.SENDING), due_at__lt=at - FORGOTTEN_AFTER)
    for push in waiting:
        later(carry, push.pk, push.run)
    return len(waiting)


def _settle(push: Push) -> None:
    if push.state == Push.State.WAITING and push.due_at is not None:
        later_at(push.due_at, carry, push.pk, push.run)
    if push.state == Push.State.FAILED:
        made = push.redistribution
        at, name = push.ended_at or made.at, push.destination.name
        tell(made.order, "redistribution_failed", at, destination=name, trouble=push.trouble)
