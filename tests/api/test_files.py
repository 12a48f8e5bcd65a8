"""Single files for programs: whole or from any byte, small, and in tiles."""

import io
from typing import Any

import pytest
from PIL import Image

from proofroom.core.tasks import run_queued
from proofroom.files.models import StoredFile
from proofroom.orders.models import Order
from tests.api.conftest import AsPart, received
from tests.files.looking import looked_at
from tests.files.pictures import jpeg
from tests.orders_in_states import Orders


@pytest.fixture
def order(orders: Orders) -> Order:
    """Delivered; its first original is larger than its preview."""
    order = orders.delivered()
    StoredFile.objects.filter(pk=order.items.get(position=1).original_id).update(blob=looked_at(jpeg(2300, 1100)))
    return order


def first_item(program: Any, order: Order) -> dict[str, Any]:
    found: dict[str, Any] = program.get(f"orders/{order.number}/items").json()["items"][0]
    return found


def test_the_files_that_items_tell_are_had_whole_and_in_part(orders: Orders, program: AsPart) -> None:
    order, customer = orders.delivered(), program("customer")
    told = first_item(customer, order)["versions"][-1]["file"]
    path = f"orders/{order.number}/files/{told['id']}"
    answer, whole = received(customer, path)
    assert (answer.status_code, len(whole)) == (200, told["size"])
    part, rest = received(customer, path, range="bytes=100-")
    assert (part.status_code, rest) == (206, whole[100:])
    assert received(program("rival"), path)[0].status_code == 404


def test_a_picture_is_zoomed_into_with_nothing_but_a_token(order: Order, program: AsPart) -> None:
    customer = program("customer")
    files = f"orders/{order.number}/files/{first_item(customer, order)['original']['id']}"
    first = customer.get(f"{files}/zoom")
    assert (first.status_code, first.headers["Retry-After"]) == (202, "1")
    assert first.json()["source"]["url"] == f"/api/v1/{files}/preview/2048"
    small = customer.get(f"{files}/preview/2048")
    assert max(Image.open(io.BytesIO(small.content)).size) == 2048
    run_queued()
    then = customer.get(f"{files}/zoom")
    assert then.status_code == 200
    assert then.json()["source"]["Image"]["Url"] == f"/api/v1/{files}/tiles/"
    tile = customer.get(f"{files}/tiles/12/4_2.jpg")
    assert (tile.status_code, tile.headers["Content-Type"]) == (200, "image/jpeg")
    assert customer.get(f"{files}/tiles/13/0_0.jpg").status_code == 404
    assert program("rival").get(f"{files}/tiles/12/4_2.jpg").status_code == 404
