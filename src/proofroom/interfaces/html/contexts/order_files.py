"""The files of an order: originals, what was delivered, and the rounds in which it was."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count
from django.urls import reverse

from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order, Version


@dataclass(frozen=True)
class DeliveredVersion:
    """One delivered result of a picture."""

    number: int
    """Counts from 1."""
    picture: Picture
    """The file."""


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


@dataclass(frozen=True)
class FtpWay:
    """Where the same files are by FTP and SFTP (Row A6)."""

    host: str
    """The server's name."""
    port: int
    """Of FTP with TLS."""
    sftp_port: int
    """Of SFTP."""
    folder: str
    """Where the newest results lie."""


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
    package_zip: str
    """Where the newest results are one ZIP."""
    ftp: FtpWay
    """Where they are by FTP."""


def order_files(order: Order) -> OrderFiles:
    """Three queries, however many files."""
    items = items_of(order)
    delivered = [item for item in items if item.versions]
    return OrderFiles(
        items=items,
        rounds=_rounds(order),
        originals_size=sum(item.original.size for item in items),
        delivered=len(delivered),
        delivered_size=sum(item.shown.size for item in delivered),
        originals_zip=reverse("order_originals", args=[order.number]),
        package_zip=reverse("order_package", args=[order.number]),
        ftp=FtpWay(
            host=urlsplit(settings.SITE_URL).hostname or "",
            port=settings.FTP_PORT,
            sftp_port=settings.SFTP_PORT,
            folder=f"/{order.number}/delivered",
        ),
    )


def items_of(order: Order) -> list[OrderItem]:
    """The order's pictures with their delivered versions; staged results are left out."""
    versions: dict[int, list[DeliveredVersion]] = {}
    delivered = Version.objects.filter(item__order=order).exclude(delivery=None).select_related("file__blob")
    for version in delivered.order_by("-number"):
        made = DeliveredVersion(version.number, picture_of(order.number, version.file))
        versions.setdefault(version.item_id, []).append(made)
    return [
        OrderItem(
            id=item.pk,
            position=item.position,
            name=item.name,
            original=picture_of(order.number, item.original),
            versions=versions.get(item.pk, []),
            rejected=not item.settled and item.pk in versions and order.state != State.CANCELLED,
            review=reverse("review_item", args=[order.number, item.pk]),
        )
        for item in order.items.select_related("original__blob")
    ]


def _rounds(order: Order) -> list[Round]:
    deliveries = order.deliveries.select_related("by").annotate(files=Count("versions")).order_by("-number")
    return [Round(each.number, each.at, each.by.name, each.note, each.files) for each in deliveries]
