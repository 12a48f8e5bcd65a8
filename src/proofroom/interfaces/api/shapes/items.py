"""Pictures of an order and their versions."""

from datetime import datetime

from django.db.models import Prefetch, QuerySet
from pydantic import Field

from proofroom.core.actor import Actor
from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.parts import FileShape, Shape, file_shape
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Item, Order, Version


class VersionShape(Shape):
    """A result of a picture."""

    number: int
    file: FileShape
    delivery: int | None = Field(description="In which delivery it came; null while it is staged.")
    at: datetime


class ItemShape(Shape):
    """One picture or model: its original, and what became of it, oldest version first."""

    id: int
    position: int
    name: str
    settled: bool = Field(description="Its newest delivered version stands.")
    workable: bool = Field(description="False for what is no original: not in the price, and the order is not placed.")
    original: FileShape
    versions: list[VersionShape]


class Items(Listed):
    """A page of pictures, in the order's order."""

    items: list[ItemShape]


def readable_items(order: Order, actor: Actor) -> QuerySet[Item]:
    """The pictures with what this person may see of them, in two queries; staged results are not the customer's yet."""
    versions = Version.objects.select_related("file__blob", "delivery")
    if actor.role == Role.CUSTOMER:
        versions = versions.exclude(delivery=None)
    return order.items.select_related("original__blob").prefetch_related(Prefetch("versions", versions))


def item_shape(item: Item) -> ItemShape:
    """A picture as JSON; comes from ``readable_items``."""
    return ItemShape(
        id=item.pk,
        position=item.position,
        name=item.name,
        settled=item.settled,
        workable=item.workable,
        original=file_shape(item.original),
        versions=[version_shape(version) for version in item.versions.all()],
    )


def version_shape(version: Version) -> VersionShape:
    """A version as JSON."""
    delivery = version.delivery.number if version.delivery else None
    return VersionShape(number=version.number, file=file_shape(version.file), delivery=delivery, at=version.at)
