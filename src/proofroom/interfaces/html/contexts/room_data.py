"""What the room's own script is told of a picture, as JSON in the page; see ``frontend/elements/room/room-data.ts``."""

from dataclasses import asdict, dataclass
from typing import Any

from django.urls import reverse

from proofroom.interfaces.html.contexts.order_files import OrderItem
from proofroom.interfaces.html.contexts.pictures import Picture
from proofroom.orders.models import Order
from proofroom.review.rework.reading import Rework
from proofroom.review.verdicts import Verdict

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
    rework: dict[str, Any] | None
    """What the rework check found between two versions; None where nothing was compared."""


@dataclass(frozen=True)
class Reader:
    """What the person who looks may do here, and what they may know."""

    name: str
    """How they are called."""
    refusal: str
    """Why nothing can be rejected now, the table's sentence; empty when it can."""
    marks: bool
    """Customers and staff draw; artists do not."""
    answers: bool
    """Artists and staff answer what was drawn."""
    verdicts: dict[int, Verdict]
    """By the picture's id; those that are missing are undecided."""
    reworks: dict[int, Rework]
    """By the picture's id, where two versions were compared."""


def sides_of(item: OrderItem) -> list[Side]:
    """Original first, the newest version last."""
    versions = [Side(str(each.number), f"Version {each.number}", each.picture) for each in reversed(item.versions)]
    return [Side(ORIGINAL, "Original", item.original), *versions]


def room_data(order: Order, item: OrderItem, shown: tuple[Side, Side], reader: Reader) -> dict[str, Any]:
    """``shown``: the left and the right side."""
    told = RoomData(
        item=item.id,
        name=item.name,
        sides=[side.told() for side in sides_of(item)],
        before=shown[0].key,
        after=shown[1].key,
        me=reader.name,
        marks=reader.marks,
        markings=reverse("api:list_markings", args=[order.number, item.id]),
        rework=_rework(order, reader.reworks.get(item.id)),
    )
    return asdict(told)


def _rework(order: Order, rework: Rework | None) -> dict[str, Any] | None:
    if rework is None:
        return None
    sentences = [rework.sentence, *(area.sentence for area in rework.areas), rework.outside_sentence]
    return {
        "before": str(rework.before),
        "after": str(rework.version),
        "heat": reverse("heat", args=[order.number, rework.item, rework.version]) if rework.has_heat else "",
        "sentences": [sentence for sentence in sentences if sentence],
    }
