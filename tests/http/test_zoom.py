"""Zooming into a picture of an order: the description that the viewer opens, and the tiles."""

import io
from collections.abc import Callable

import pytest
from django.test import Client
from PIL import Image

from proofroom.core.tasks import run_queued
from proofroom.files.models import Pyramid, StoredFile
from proofroom.orders.models import Order
from tests.files.looking import looked_at
from tests.files.pictures import jpeg
from tests.orders_in_states import Orders

SignIn = Callable[[str], Client]
DEEPEST = "12/4_2.jpg"


@pytest.fixture
def order(orders: Orders) -> Order:
    """Delivered; its first original is larger than its preview."""
    order = orders.delivered()
    first = order.items.get(position=1).original_id
    StoredFile.objects.filter(pk=first).update(blob=looked_at(jpeg(2300, 1100)))
    return order


def address(order: Order, part: str) -> str:
    return f"/orders/{order.number}/files/{order.items.get(position=1).original_id}/{part}"


def test_the_first_look_gets_the_preview_and_has_the_tiles_cut(signed_in: SignIn, order: Order) -> None:
    customer = signed_in("customer")
    first = customer.get(address(order, "zoom/"))
    assert (first.status_code, first.headers["Retry-After"]) == (202, "1")
    assert first.json() == {
        "size": {"width": 2300, "height": 1100},
        "source": {"type": "image", "url": address(order, "preview/2048/")},
    }
    assert customer.get(address(order, f"tiles/{DEEPEST}")).status_code == 404
    run_queued()
    then = customer.get(address(order, "zoom/"))
    assert then.status_code == 200
    assert then.json()["source"]["Image"] == {
        "xmlns": "http://schemas.microsoft.com/deepzoom/2008",
        "Url": address(order, "tiles/"),
        "Format": "jpg",
        "Overlap": 1,
        "TileSize": 512,
        "Size": {"Width": 2300, "Height": 1100},
    }


def test_a_tile_is_a_picture_that_the_browser_keeps(signed_in: SignIn, order: Order) -> None:
    signed_in("artist").get(address(order, "zoom/"))
    run_queued()
    tile = signed_in("customer").get(address(order, f"tiles/{DEEPEST}"))
    assert (tile.status_code, tile.headers["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(io.BytesIO(tile.content)).size == (2300 - 4 * 512 + 1, 1100 - 2 * 512 + 1)
    assert tile.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    again = signed_in("customer").get(
        address(order, f"tiles/{DEEPEST}"), headers={"If-None-Match": tile.headers["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_tiles_are_for_those_who_may_see_the_order(signed_in: SignIn, order: Order) -> None:
    signed_in("customer").get(address(order, "zoom/"))
    run_queued()
    for part, status in (("colleague", 200), ("artist", 200), ("supervisor", 200), ("rival", 404), ("artist2", 404)):
        for place in ("zoom/", f"tiles/{DEEPEST}"):
            assert signed_in(part).get(address(order, place)).status_code == status, part
    assert Client().get(address(order, f"tiles/{DEEPEST}")).status_code == 302


@pytest.mark.parametrize("place", ["13/0_0.jpg", "12/5_0.jpg", "12/0_0.webp", "99999999999/0_0.jpg"])
def test_what_is_no_tile_is_not_found(signed_in: SignIn, order: Order, place: str) -> None:
    signed_in("customer").get(address(order, "zoom/"))
    run_queued()
    assert signed_in("customer").get(address(order, f"tiles/{place}")).status_code == 404


def test_a_picture_that_cannot_be_cut_stays_with_its_preview(signed_in: SignIn, order: Order) -> None:
    signed_in("customer").get(address(order, "zoom/"))
    Pyramid.objects.update(state=Pyramid.State.FAILED)
    answer = signed_in("customer").get(address(order, "zoom/"))
    assert (answer.status_code, answer.json()["source"]["type"]) == (200, "image")


def test_a_file_without_a_picture_has_nothing_to_zoom_into(signed_in: SignIn, order: Order) -> None:
    first = order.items.get(position=1).original_id
    StoredFile.objects.filter(pk=first).update(blob=looked_at(b"Please brighten it.", "notes.txt"))
    assert signed_in("customer").get(address(order, "zoom/")).status_code == 404
