"""What the room's own script is told of a picture, as JSON in the page; see ``frontend/elements/room/room-data.ts``."""

from dataclasses import asdict, dataclass
from typing import Any

from django.urls import reverse

from proofroom.interfaces.html.contexts.order_files import OrderItem
from proofroom.interfaces.html.contexts.pictures import Picture
from proofroom.orders.models import Order

ORIGINAL = "original"


@dataclass(frozen=True)
class Side:
    """One version of a picture, or its original."""

    key: str
    """``original``, or the version's number."""
    label: str
    """``Original``, or ``Version 2``."""
    picture: Picture
    """The file."""

    def told(self) -> dict[str, Any]:
        """For the script."""
        picture = self.picture
        return {
            "key": self.key,
            "label": self.label,
            "name": picture.name,
            "small": picture.image,
            "large": picture.large,
            "tiles": picture.tiles,
            "model": picture.model,
            "width": picture.width,
            "height": picture.height,
        }


@dataclass(frozen=True)
class RoomData:
    """The whole of it."""

    item: int
    """The picture."""
    name: str
    """How it is called."""
    sides: list[dict[str, Any]]
    """Original first, then every delivered version, the oldest first."""
    before: str
    """Key of the left side."""
    after: str
    """Key of the right side."""
    me: str
    """The reader's name."""
    marks: bool
    """The reader may draw on the newest version."""
    markings: str
    """Where its markings are read and written."""


def sides_of(item: OrderItem) -> list[Side]:
    """Original first, the newest version last."""
    versions = [Side(str(each.number), f"Version {each.number}", each.picture) for each in reversed(item.versions)]
    return [Side(ORIGINAL, "Original", item.original), *versions]


def room_data(order: Order, item: OrderItem, shown: tuple[Side, Side], me: str, *, marks: bool) -> dict[str, Any]:
    """``shown``: the left and the right side; ``me``: the reader's name."""
    address = reverse("api:list_markings", args=[order.number, item.id])
    sides = [side.told() for side in sides_of(item)]
    return asdict(RoomData(item.id, item.name, sides, shown[0].key, shown[1].key, me, marks, address))
