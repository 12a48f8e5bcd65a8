"""More orders for the light table: one marked, sent back and corrected, one of a model, and two nobody has touched."""

import io
import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from proofroom.files.models import StoredFile
    from proofroom.orders.models import Order
    from proofroom.people.models import Person
    from tests.orders_in_states import Orders

NUMBERS = "light-table.json"
"""In the data folder: the addresses of their pictures in the room, by name."""
UNTOUCHED = 9
"""Pictures without a marking: each test takes one for itself."""


def add(orders: "Orders", data: Path) -> None:
    """Makes them and writes down where they are."""
    made = {
        "reworked": _corrected(orders),
        "model": _model(orders),
        "untouched": orders.delivered(UNTOUCHED),
        "to reject": orders.delivered(1),
    }
    (data / NUMBERS).write_text(json.dumps({name: _rooms(order) for name, order in made.items()}))


def _rooms(order: "Order") -> list[str]:
    return [f"/orders/{order.number}/review/{item}/" for item in order.items.values_list("pk", flat=True)]


def _corrected(orders: "Orders") -> "Order":
    """Two areas were marked; the second version changes the left one alone."""
    from proofroom.review.commands.drawing import Drawn, draw
    from tests.orders_in_states import HOUR
    from tests.review.test_rework import LEFT_HALF, RIGHT_HALF, photograph

    order = _delivered(orders, photograph(), "room-1.jpg", photograph(quality=90))
    item = order.items.get(position=1)
    for place, words in ((LEFT_HALF, "Remove this."), (RIGHT_HALF, "And this.")):
        draw(item, orders.cast.actor("customer"), Drawn("rectangle", place, words), orders.begin + 3 * HOUR)
    orders.do("reject_images", order, "customer", orders.begin + 3 * HOUR, items=[{"item": item.pk}])
    orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision="correction", message="It comes back.")
    _put(orders, order, photograph(spot=True), "room-1.jpg")
    return orders.do("deliver", order, "artist", orders.begin + 5 * HOUR)


def _model(orders: "Orders") -> "Order":
    from proofroom.demo.pictures.chair import chair_glb

    return _delivered(orders, chair_glb(), "chair.glb", chair_glb())


def _delivered(orders: "Orders", original: bytes, name: str, result: bytes) -> "Order":
    from proofroom.orders.commands.drafting import add_original
    from tests.orders_in_states import HOUR

    order = orders.draft(pictures=0)
    add_original(order, _kept(original, name, orders.cast.customer, orders.begin), orders.begin)
    orders.do("place", order, "customer", orders.begin)
    orders.do("claim", order, "artist", orders.begin + HOUR)
    _put(orders, order, result, name)
    return orders.do("deliver", order, "artist", orders.begin + 2 * HOUR)


def _put(orders: "Orders", order: "Order", result: bytes, name: str) -> None:
    from proofroom.orders.commands.producing import put_result
    from tests.orders_in_states import HOUR

    artist = orders.cast.artist
    put_result(order, _kept(result, name, artist, orders.begin), artist, orders.begin + HOUR, order.items.get())


def _kept(content: bytes, name: str, by: "Person", at: datetime) -> "StoredFile":
    """Looked at already; what compares it waits for the product's own worker."""
    from proofroom.files.commands import keep
    from proofroom.files.inspect import inspect_blob

    stored = keep(io.BytesIO(content), name, by, at)
    inspect_blob(stored.blob_id)
    stored.blob.refresh_from_db()
    return stored
