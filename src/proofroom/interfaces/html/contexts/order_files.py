"""The files of an order: originals, what was delivered, and the rounds in which it was."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Count, Max
from django.urls import reverse

from proofroom.interfaces.html.contexts.downloads import Downloads, downloads_of
from proofroom.interfaces.html.contexts.pictures import Picture, address_of, picture_of
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order, Version
from proofroom.people.models import Person


@dataclass(frozen=True)
class DeliveredVersion:
    """One delivered result of a picture."""

    number: int
    """Counts from 1."""
    picture: Picture
    """The file."""
    file: int
    """Its number within the database."""


@dataclass(frozen=True)
class OrderItem:
    """A picture of the order with everything that was delivered for it."""

    id: int
    """Its number within the database, part of addresses."""
    position: int
    """Its place in the order, the number on the film's edge."""
    name: str
    """The original's name."""
    original: Picture
    """What the customer gave."""
    versions: list[DeliveredVersion]
    """What was delivered, newest first."""
    rejected: bool
    """The customer sent it back, and no new result was delivered yet."""
    review: str
    """Its page in the review room."""

    @property
    def shown(self) -> Picture:
        """The newest result, or the original while there is none."""
        return self.versions[0].picture if self.versions else self.original


@dataclass(frozen=True)
class Round:
    """One delivery."""

    number: int
    """Counts from 1."""
    at: datetime
    """When."""
    by: str
    """The artist."""
    note: str
    """What they wrote with it."""
    files: int
    """How many results it held."""
    package_zip: str
    """Where exactly these are one ZIP."""


@dataclass(frozen=True)
class OrderFiles:
    """Everything of the Files tab."""

    items: list[OrderItem]
    """In the order's own order."""
    rounds: list[Round]
    """Newest first."""
    originals_size: int
    """Bytes of all originals."""
    delivered: int
    """How many pictures have a delivered result."""
    delivered_size: int
    """Bytes of the newest result of each."""
    originals_zip: str
    """Where all originals are one ZIP."""
    downloads: Downloads
    """How the newest results are taken home."""


def order_files(order: Order, reader: Person) -> OrderFiles:
    """As many queries for many files as for few."""
    items, rounds = items_of(order), _rounds(order)
    newest = {item.versions[0].file: item.shown.size for item in items if item.versions}
    told = order.items.aggregate(count=Count("pk"), last=Max("pk"))
    edition = urlencode({"edition": f"{told['count']}-{told['last'] or 0}"})
    return OrderFiles(
        items=items,
        rounds=rounds,
        originals_size=sum(item.original.size for item in items),
        delivered=len(newest),
        delivered_size=sum(newest.values()),
        originals_zip=f"{reverse('order_originals', args=[order.number])}?{edition}",
        downloads=downloads_of(order, reader, rounds[0].number if rounds else 0, newest),
    )


def items_of(order: Order) -> list[OrderItem]:
    """The order's pictures with their delivered versions; staged results are left out."""
    versions: dict[int, list[DeliveredVersion]] = {}
    delivered = Version.objects.filter(item__order=order).exclude(delivery=None).select_related("file__blob")
    for version in delivered.order_by("-number"):
        made = DeliveredVersion(version.number, picture_of(order.number, version.file), version.file_id)
        versions.setdefault(version.item_id, []).append(made)
    return [
        OrderItem(
            id=item.pk,
            position=item.position,
            name=item.name,
            original=picture_of(order.number, item.original),
            versions=versions.get(item.pk, []),
            rejected=not item.settled and item.pk in versions and order.state != State.CANCELLED,
            review=address_of("review_item", order.number).format(item.pk),
        )
        for item in order.items.select_related("original__blob")
    ]


def _rounds(order: Order) -> list[Round]:
    deliveries = order.deliveries.select_related("by").annotate(files=Count("versions")).order_by("-number")
    package = reverse("order_package", args=[order.number])
    return [
        Round(each.number, each.at, each.by.name, each.note, each.files, f"{package}?round={each.number}")
        for each in deliveries
    ]
