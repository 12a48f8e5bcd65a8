"""What changed between two versions is told: where, how much of each mark, and when nothing did."""

import io
from typing import Any

import numpy as np
import pytest
from django.test import Client
from PIL import Image

from proofroom.core.tasks import run_queued
from proofroom.files.commands import keep
from proofroom.orders.commands.producing import put_result
from proofroom.orders.models import Order
from proofroom.review.rework.comparing import compare
from tests.cast import BEGINNING
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders
from tests.review.conftest import AsRoom, Room

SIZE = (300, 200)
LEFT_HALF = {"x": 10, "y": 20, "width": 30, "height": 60}
RIGHT_HALF = {"x": 60, "y": 20, "width": 30, "height": 60}


def photograph(*, spot: bool = False, brighter: int = 0, quality: int = 95) -> bytes:
    """A slope with a grid; ``spot`` paints a dark square into the left half, within ``LEFT_HALF``."""
    rows, columns = np.mgrid[: SIZE[1], : SIZE[0]]
    picture = np.stack([columns * 0.5 + 40, rows * 0.6 + 50, (rows + columns) * 0.3 + 30], axis=2) + brighter
    picture[::25] = 30 + brighter
    if spot:
        picture[80:120, 50:100] = 20
    file = io.BytesIO()
    Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=quality)
    return file.getvalue()


def put(orders: Orders, order: Order, picture: bytes) -> None:
    """The artist's result for the first picture; the others get some."""
    artist = orders.cast.artist
    first = order.items.get(position=1)
    for item in order.items.filter(settled=False).exclude(pk=first.pk):
        put_result(
            order, keep(io.BytesIO(photograph(quality=91)), item.name, artist, BEGINNING), artist, BEGINNING, item
        )
    file = keep(io.BytesIO(picture), first.name, artist, BEGINNING)
    put_result(order, file, artist, BEGINNING + HOUR, first)
    run_queued()


@pytest.fixture
def order(orders: Orders) -> Order:
    """Delivered, marked left and right, and sent back."""
    order = orders.in_production(results=False)
    put(orders, order, photograph())
    return orders.do("deliver", order, "artist", BEGINNING + HOUR)


def sent_back(orders: Orders, customer: Room) -> None:
    customer.drawn(geometry=LEFT_HALF, comment="Remove this.")
    customer.drawn(geometry=RIGHT_HALF, comment="And this.")
    assert customer.reject(items=[{"item": customer.item.pk}]).status_code == 200
    orders.do("assess", customer.item.order, "supervisor", BEGINNING + HOUR, decision="correction", message="Yes.")


def told(room: Room) -> Any:
    return room.person.get(f"{room.order}/items/{room.item.pk}/rework").json()["rework"]


def test_the_artist_is_told_before_delivering_which_mark_was_touched(orders: Orders, room: AsRoom) -> None:
    customer, artist = room("customer"), room("artist")
    sent_back(orders, customer)
    put(orders, customer.item.order, photograph(spot=True, quality=80))
    rework = told(artist)
    assert (rework["state"], rework["version"], rework["before"]) == ("changed", 2, 1)
    touched, untouched = rework["areas"]
    assert touched["changed"] > 0.1
    assert untouched["sentence"] == "Marking 2: nothing changed here."
    assert rework["outside_sentence"] == "Outside the markings nothing changed."
    assert told(customer) is None


def test_the_customer_sees_the_heat_once_it_is_delivered(orders: Orders, room: AsRoom, signed_in: SignedIn) -> None:
    customer = room("customer")
    sent_back(orders, customer)
    put(orders, customer.item.order, photograph(spot=True))
    address = f"/orders/{customer.item.order.number}/review/{customer.item.pk}/versions/2/heat.png"
    assert signed_in("artist").get(address).status_code == 200
    assert signed_in("customer").get(address).status_code == 404
    orders.do("deliver", customer.item.order, "artist", BEGINNING + 2 * HOUR)
    assert told(customer)["heat"] == address
    heat = opacity(signed_in("customer"), address)
    assert heat.shape == (SIZE[1], SIZE[0])
    assert heat[100, 75] > 100
    assert heat[100, 220] == 0


def opacity(client: Client, address: str) -> Any:
    return np.asarray(Image.open(io.BytesIO(client.get(address).content)))[..., 3]


def test_saving_it_anew_is_no_change_and_the_artist_is_told(orders: Orders, room: AsRoom) -> None:
    sent_back(orders, room("customer"))
    put(orders, room("artist").item.order, photograph(quality=70))
    rework = told(room("artist"))
    assert (rework["state"], rework["sentence"]) == ("same", "Nothing changed here: this picture looks like version 1.")
    assert rework["heat"] is None


def test_the_page_tells_the_artist_before_delivering(orders: Orders, room: AsRoom, signed_in: SignedIn) -> None:
    sent_back(orders, room("customer"))
    order = room("artist").item.order
    put(orders, order, photograph(quality=70))
    page = signed_in("artist").get(f"/orders/{order.number}/").content.decode()
    assert "Nothing changed here: this picture looks like version 1." in page
    assert "Marking 2: nothing changed here." in page


def test_another_tone_of_the_whole_picture_is_a_change_of_its_own(orders: Orders, room: AsRoom) -> None:
    sent_back(orders, room("customer"))
    put(orders, room("artist").item.order, photograph(brighter=25))
    rework = told(room("artist"))
    assert (rework["state"], rework["sentence"]) == ("changed", "Only the tone of the whole picture changed.")
    assert (rework["areas"], rework["outside"]) == ([], None)


def test_a_result_that_is_replaced_is_looked_at_again(orders: Orders, room: AsRoom) -> None:
    sent_back(orders, room("customer"))
    put(orders, room("artist").item.order, photograph(quality=70))
    put(orders, room("artist").item.order, photograph(spot=True))
    assert told(room("artist"))["state"] == "changed"


def test_a_first_version_has_nothing_to_be_compared_with(room: AsRoom) -> None:
    assert told(room("artist")) is None


@pytest.mark.parametrize("shift", [(0, 0), (1, 0), (-1, 1), (3, -2)])
def test_a_shift_is_found_and_is_no_change(shift: tuple[int, int]) -> None:
    picture = np.asarray(Image.open(io.BytesIO(photograph(spot=True))), dtype=np.float32)
    found = compare(picture, np.roll(picture, shift, axis=(0, 1)))
    assert (found.shift, found.share) == (shift, 0.0)
