"""What the customer thinks of each picture while they look through an order. It moves no order: accepting does."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Item, Order
from proofroom.orders.queries import delivered_versions
from proofroom.review.commands.rejecting import add_picture
from proofroom.review.models import FoundRight, PictureToReject


@transaction.atomic
def find_right(order: Order, items: Iterable[int], actor: Actor, at: datetime) -> int:
    """These pictures are right as they are, and leave the rejection; tells how many. Their markings stay drafts.

    Raises Refused for others than the account's people.
    """
    _check_role(actor)
    newest = [each for each in delivered_versions(order) if each.item_id in set(items)]
    PictureToReject.objects.filter(item__in=[each.item_id for each in newest]).delete()
    for version in newest:
        judged = {"version": version, "by_id": actor.person, "at": at}
        FoundRight.objects.update_or_create(item=version.item, defaults=judged)
    return len(newest)


@transaction.atomic
def find_wrong(items: Iterable[Item], actor: Actor, at: datetime, comment: str | None = None) -> int:
    """These pictures join the rejection; tells how many. Raises as ``add_picture``."""
    added = [add_picture(item, actor, at, comment) for item in items]
    FoundRight.objects.filter(item__in=[each.item_id for each in added]).delete()
    return len(added)


@transaction.atomic
def undecide(items: Iterable[Item], actor: Actor) -> None:
    """These pictures are to be looked at again. Raises Refused for others than the account's people."""
    _check_role(actor)
    wanted = [item.pk for item in items]
    PictureToReject.objects.filter(item__in=wanted).delete()
    FoundRight.objects.filter(item__in=wanted).delete()


def _check_role(actor: Actor) -> None:
    if actor.role != Role.CUSTOMER:
        raise Refused("wrong_role", "Only the customer decides about pictures.")
