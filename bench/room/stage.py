"""Run as a program in a data folder of its own: one delivered order of many pictures, with previews."""

import io
import math
import sys
from datetime import datetime, timedelta

import django

SCENES = 12
"""Different pictures; they come again under other names."""
SIZE = (2400, 1600)
MARKINGS = 500
"""Pencil lines on the last picture."""


def build(pictures: int) -> str:
    """Returns the order's number."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from proofroom.core import clock
    from tests.cast import make_cast
    from tests.orders_in_states import HOUR, Orders, make_product

    orders = Orders(make_cast(), make_product(), clock.now() - timedelta(hours=6))
    order = orders.draft(pictures=0)
    originals, results = _photographs(0), _photographs(SCENES)
    for number in range(pictures):
        _add_original(orders, order, f"room-{number + 1:03}.jpg", originals[number % SCENES])
    orders.do("place", order, "customer", orders.begin)
    orders.do("claim", order, "artist", orders.begin + HOUR)
    _put_results(orders, order, results)
    orders.do("deliver", order, "artist", orders.begin + 2 * HOUR)
    _inspect()
    _mark(orders, order, orders.begin + 3 * HOUR)
    return order.number


def _mark(orders: "Orders", order: "Order", at: datetime) -> None:
    from proofroom.people.actors import actor_for
    from proofroom.review.commands.drawing import Drawn, draw

    item, customer = order.items.latest("pk"), actor_for(orders.cast.customer)
    for number in range(MARKINGS):
        x, y = number * 7 % 80, number * 11 % 80 + 6
        points = [[x + step / 5, y + 5 * math.sin(step / 6)] for step in range(60)]
        draw(item, customer, Drawn("pencil", {"points": points}, color=number % 8), at)


def _photographs(first: int) -> list[bytes]:
    from PIL import Image

    return [_written(Image.effect_noise(SIZE, 30 + first + number).convert("RGB")) for number in range(SCENES)]


def _written(image: object) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)  # type: ignore[attr-defined]
    return file.getvalue()


def _add_original(orders: "Orders", order: "Order", name: str, photograph: bytes) -> None:
    from proofroom.files.commands import keep
    from proofroom.orders.commands.drafting import add_original

    stored = keep(io.BytesIO(photograph), name, orders.cast.customer, orders.begin)
    add_original(order, stored, orders.begin)


def _put_results(orders: "Orders", order: "Order", results: list[bytes]) -> None:
    from proofroom.files.commands import keep
    from proofroom.files.models import Blob
    from proofroom.orders.commands.producing import put_result

    for number, item in enumerate(order.items.all()):
        stored = keep(io.BytesIO(results[number % SCENES]), item.name, orders.cast.artist, orders.begin)
        Blob.objects.filter(pk=stored.blob_id).update(inspection=Blob.Inspection.SHOWN)
        stored.blob.refresh_from_db()
        put_result(order, stored, orders.cast.artist, orders.begin, item)


def _inspect() -> None:
    from proofroom.files.inspect import inspect_blob
    from proofroom.files.models import Blob

    Blob.objects.update(inspection=Blob.Inspection.PENDING)
    for blob in Blob.objects.values_list("pk", flat=True):
        inspect_blob(blob)


if __name__ == "__main__":
    django.setup()
    from proofroom.orders.models import Order
    from tests.orders_in_states import Orders

    print(build(int(sys.argv[1])))
