"""The marks to lay over the picture in any editor: a PNG of exactly its size, transparent where nothing is marked."""

import io
from typing import Any

import numpy as np
from PIL import Image

from proofroom.files.models import Blob
from proofroom.review.kinds import COLORS
from tests.conftest import SignedIn
from tests.review.conftest import AsRoom, Room
from tests.review.test_drawing import SHAPES

SIZE = (1_200, 800)


def overlay(signed_in: SignedIn, room: Room, part: str = "customer") -> Any:
    Blob.objects.update(width=SIZE[0], height=SIZE[1])
    answer = signed_in(part).get(f"/orders/{room.item.order.number}/review/{room.item.pk}/marks.png")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    picture = Image.open(io.BytesIO(answer.content))
    assert (picture.size, picture.mode) == (SIZE, "RGBA")
    return np.asarray(picture)


def test_the_line_is_where_it_was_drawn_in_its_colour(signed_in: SignedIn, room: AsRoom) -> None:
    customer = room("customer")
    customer.drawn("rectangle", {"x": 25, "y": 25, "width": 50, "height": 50}, color=3)
    pixels = overlay(signed_in, customer)
    on_edge = tuple(int(value) for value in pixels[400, 300])
    assert on_edge == (*bytes.fromhex(COLORS[3].lstrip("#")), 255)
    assert pixels[400, 600, 3] == 0
    assert pixels[20, 20, 3] == 0


def test_every_kind_leaves_something_on_it(signed_in: SignedIn, room: AsRoom) -> None:
    customer = room("customer")
    seen = 0
    for kind, geometry in SHAPES.items():
        customer.drawn(kind, geometry)
        covered = int((overlay(signed_in, customer)[..., 3] > 0).sum())
        assert covered > seen, kind
        seen = covered


def test_the_artist_gets_what_was_sent_and_no_drafts(signed_in: SignedIn, room: AsRoom) -> None:
    customer = room("customer")
    customer.drawn()
    assert not overlay(signed_in, customer, "artist").any()
    customer.reject(items=[{"item": customer.item.pk}])
    assert overlay(signed_in, customer, "artist").any()


def test_a_picture_of_unknown_size_is_told(signed_in: SignedIn, room: AsRoom) -> None:
    customer = room("customer")
    Blob.objects.update(width=None, height=None)
    answer = signed_in("customer").get(f"/orders/{customer.item.order.number}/review/{customer.item.pk}/marks.png")
    assert (answer.status_code, "Take the JSON instead" in answer.content.decode()) == (409, True)
