"""Files that are no originals: kept in the draft with a sentence, in no price, and in no order that is placed."""

import io

import pytest

from proofroom.files.commands import keep
from proofroom.orders.commands.drafting import add_original
from proofroom.orders.models import Order
from proofroom.orders.queries import quantity
from proofroom.payments.models import Charge
from tests.api.conftest import AsPart
from tests.cast import BEGINNING
from tests.conftest import SignedIn
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db
PROGRAM = ("report.pdf.exe", b"MZ\x90\x00" + bytes(500))
WORDS = ("text.jpg", b"This is no picture at all.\n" * 20)
PAGE = ("page.html", b"<!DOCTYPE html><title>A page</title>")
UNKNOWN_RAW = ("shot.x3f", b"FOVx\x00\x01" + bytes(900))
PHOTOSHOP = ("layers.psd", b"8BPS\x00\x01" + bytes(900))
SCENE = ("scene.zip", b"PK\x03\x04" + bytes(900))


def add(orders: Orders, order: Order, *files: tuple[str, bytes]) -> None:
    for name, data in files:
        add_original(order, keep(io.BytesIO(data), name, orders.cast.customer, BEGINNING), BEGINNING)


def test_what_is_no_original_is_said_and_not_counted(signed_in: SignedIn, orders: Orders, program: AsPart) -> None:
    order = orders.draft(pictures=2)
    add(orders, order, PROGRAM, WORDS, PAGE)
    page = signed_in("customer").get(f"/orders/{order.number}/edit/").content.decode()
    assert 'data-total="€20.00"' in page
    assert "This is a program, not an original to work on." in page
    assert "This is damaged or not what its name says: it holds only text." in page
    assert "page.html, report.pdf.exe" not in page
    assert "report.pdf.exe, text.jpg, page.html are no originals to work on." in page
    told = program("customer").get(f"orders/{order.number}").json()
    assert (told["pictures"], told["price"]["minor"]) == (2, 2_000)
    listed = program("customer").get("orders").json()["items"]
    assert [(each["pictures"], each["price"]["minor"]) for each in listed] == [(2, 2_000)]


def test_an_order_of_such_files_alone_is_refused_and_charges_nothing(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft(pictures=0)
    add(orders, order, WORDS)
    answer = signed_in("customer").post(f"/orders/{order.number}/place/", {"product": "interior", "style": "bright"})
    assert answer.status_code == 409
    assert "text.jpg is no original to work on. Remove it to place the order." in answer.content.decode()
    assert not Charge.objects.exists()


def test_what_cannot_be_shown_can_still_be_ordered(orders: Orders) -> None:
    order = orders.draft(pictures=0)
    add(orders, order, UNKNOWN_RAW, PHOTOSHOP, SCENE)
    assert quantity(order) == 3
    assert orders.do("place", order, "customer", BEGINNING).price_minor == 3_000
