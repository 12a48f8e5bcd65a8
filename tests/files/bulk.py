"""Orders of many files, whose rows are made at once because thousands of uploads would take too long."""

from collections.abc import Iterable
from datetime import datetime

from proofroom.files.models import Blob, StoredFile
from proofroom.orders.models import Item, Order, Version
from tests.orders_in_states import Orders

Named = Iterable[tuple[str, Blob]]


def drafted(orders: Orders, files: Named, at: datetime) -> Order:
    """A draft whose originals are these; blobs that are not saved yet are saved."""
    order = orders.draft(0)
    _add(order, files, at)
    return order


def delivered(orders: Orders, files: Named, at: datetime) -> Order:
    """An order whose one delivery holds these and nothing else; blobs that are not saved yet are saved."""
    order, artist = orders.delivered(pictures=1), orders.cast.artist
    order.items.get().versions.all().delete()
    delivery = order.deliveries.get()
    Version.objects.bulk_create(
        Version(item=item, number=1, file=item.original, delivery=delivery, by=artist, at=at)
        for item in _add(order, files, at)
    )
    return order


def _add(order: Order, files: Named, at: datetime) -> list[Item]:
    given = list(files)
    Blob.objects.bulk_create({id(blob): blob for _, blob in given if not blob.pk}.values())
    kept = StoredFile.objects.bulk_create(
        StoredFile(blob=blob, name=name, kept_by=order.customer, kept_at=at) for name, blob in given
    )
    return Item.objects.bulk_create(
        Item(order=order, position=position, name=file.name, original=file, settled=True)
        for position, file in enumerate(kept, start=2)
    )
