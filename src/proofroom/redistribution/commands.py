"""Starting a redistribution, trying again, and what each step writes down."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from proofroom.core.errors import Refused
from proofroom.orders.models import Order
from proofroom.redistribution.destinations import shown_settings_of
from proofroom.redistribution.kinds import Email, Webhook
from proofroom.redistribution.models import Destination, Link, Push, PushedFile, Redistribution
from proofroom.redistribution.plan import Files, PlannedPush, plan_of

NOTHING_GOES = (
    "These destinations have the newest version of every file, or it is on its way. "
    "Choose all files to send them again."
)


def start(
    order: Order, by: int, destinations: Collection[int], files: Files, at: datetime, edition: str | None = None
) -> Redistribution:
    """Writes down what goes where; called inside the transaction that queues it.

    Raises Refused: ``unknown_destination`` for one that the account does not have, ``changed_meanwhile`` when
    ``edition`` is another plan than today's, ``nothing_to_send``.
    """
    found = list(Destination.objects.filter(account=order.account_id, removed_at=None, pk__in=destinations))
    if len(found) != len(set(destinations)):
        raise Refused("unknown_destination", "One of these destinations is not there any more. Choose again.")
    plan = plan_of(order, found, files)
    if edition is not None and edition != plan.edition:
        said = "What would be sent has changed since you looked. Nothing was sent; look at the list again."
        raise Refused("changed_meanwhile", said)
    if not plan.count:
        raise Refused("nothing_to_send", NOTHING_GOES)
    made = Redistribution.objects.create(order=order, delivery=order.deliveries.order_by("-number")[0], by_id=by, at=at)
    for push in plan.pushes:
        if push.going:
            _write(made, push, at)
    return made


@transaction.atomic
def try_again(push: Push, at: datetime) -> Push:
    """A new run from where the last one stopped. Raises Refused unless the push has failed, or waits to be tried."""
    if push.destination.removed_at is not None:
        raise Refused("unknown_destination", "This destination was removed. Choose another one and redistribute anew.")
    moved = Push.objects.filter(pk=push.pk, run=push.run, state__in=(Push.State.FAILED, Push.State.WAITING))
    if not moved.update(state=Push.State.WAITING, run=push.run + 1, tries=0, due_at=at, trouble="", ended_at=None):
        raise Refused("not_waiting", "This is being sent, or was sent already. Nothing was changed.")
    left = push.files.exclude(state=PushedFile.State.DONE)
    left.update(state=PushedFile.State.WAITING, trouble="")
    push.refresh_from_db()
    return push


def _write(made: Redistribution, planned: PlannedPush, at: datetime) -> None:
    push = Push.objects.create(redistribution=made, destination=planned.destination, due_at=at)
    PushedFile.objects.bulk_create(
        PushedFile(
            push=push,
            item_id=each.version.item_id,
            version=each.version,
            name=each.name,
            place=each.place,
            size=each.version.file.blob.size,
            sha256=each.version.file.blob.sha256,
        )
        for each in planned.going
    )
    Link.objects.bulk_create(
        Link(push=push, recipient=recipient, made_at=at, expires_at=at + life)
        for recipient, life in _recipients(planned.destination)
    )


def _recipients(destination: Destination) -> list[tuple[str, timedelta]]:
    """Who gets links: each address of an e-mail, and the system behind a webhook."""
    settings = shown_settings_of(destination)
    if isinstance(settings, Email):
        return [(each, timedelta(days=settings.days)) for each in settings.recipients]
    if isinstance(settings, Webhook):
        return [(destination.options["where"], timedelta(days=settings.days))]
    return []
