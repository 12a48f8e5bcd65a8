"""Results and deliveries."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from proofroom.core.errors import Refused
from proofroom.files.models import StoredFile
from proofroom.orders.lifecycle.states import State
from proofroom.orders.matching import match_by_name
from proofroom.orders.models import Delivery, Item, LooseResult, Order, Version
from proofroom.people.models import Person


@transaction.atomic
def put_result(order: Order, file: StoredFile, by: Person, at: datetime, item: Item | None = None) -> Item | None:
    """A result for ``item``, or for the original of the same name; None when no original fits and it lies loose.

    A result that was staged for the item before is replaced; what was delivered stays as it is.
    """
    lock_production(order, by)
    found = item or match_by_name(file.name, order.items.all())
    if found is None:
        LooseResult.objects.get_or_create(order=order, file=file, by=by, defaults={"at": at})
        return None
    _stage(found, file, by, at)
    order.loose_results.filter(file=file).delete()
    return found


@transaction.atomic
def match_result(loose: LooseResult, item: Item, by: Person, at: datetime) -> None:
    """The person says which original a loose result belongs to."""
    lock_production(loose.order, by)
    _stage(item, loose.file, by, at)
    loose.delete()


@transaction.atomic
def drop_result(order: Order, by: Person, *, item: Item | None = None, loose: LooseResult | None = None) -> None:
    """A staged or loose result is taken back; delivered versions cannot be."""
    lock_production(order, by)
    if item is not None:
        item.versions.filter(delivery=None).delete()
    if loose is not None:
        loose.delete()


def make_delivery(order: Order, by: int, note: str, at: datetime) -> Delivery:
    """All staged results become one delivery; called by the transition that holds the lock and checked them."""
    last = order.deliveries.aggregate(last=Max("number"))["last"] or 0
    delivery = Delivery.objects.create(order=order, number=last + 1, at=at, by_id=by, note=note)
    staged = Version.objects.filter(item__order=order, delivery=None)
    Item.objects.filter(versions__in=staged).update(settled=True)
    staged.update(delivery=delivery)
    Order.objects.filter(pk=order.pk).update(delivered_at=at)
    return delivery


def lock_production(order: Order, by: Person) -> None:
    """Raises Refused unless the order is in production with this artist."""
    locked = Order.objects.select_for_update().get(pk=order.pk)
    if locked.state != State.IN_PRODUCTION:
        raise Refused(
            "wrong_state", f"Results are for orders in production; this one is {locked.stands.label.lower()}."
        )
    if locked.artist_id != by.pk:
        raise Refused("not_your_job", "Only the artist who has this job can do that.")


def _stage(item: Item, file: StoredFile, by: Person, at: datetime) -> None:
    last = item.versions.exclude(delivery=None).aggregate(last=Max("number"))["last"] or 0
    Version.objects.update_or_create(
        item=item, delivery=None, defaults={"number": last + 1, "file": file, "by": by, "at": at}
    )
