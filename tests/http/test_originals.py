"""Originals sent and removed without the page's script."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from tests.conftest import SignedIn
from tests.files.pictures import WEB_PAGE, jpeg
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """A store of its own for each test."""
    settings.DATA = tmp_path
    settings.STORAGE_URL = (tmp_path / "files").as_uri()
    return tmp_path


def test_good_files_are_kept_and_each_refused_one_is_named(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.draft(pictures=0), signed_in("customer")
    files = [
        SimpleUploadedFile("hall.jpg", jpeg()),
        SimpleUploadedFile("empty.jpg", b""),
        SimpleUploadedFile("page.jpg", WEB_PAGE),
        SimpleUploadedFile("bath.jpg", jpeg(500)),
    ]
    answer = customer.post(f"/orders/{order.number}/originals/", {"files": files}, follow=True)
    page = answer.content.decode()
    assert [item.name for item in order.items.all()] == ["hall.jpg", "bath.jpg"]
    for sentence in ("2 files arrived.", "empty.jpg is empty.", "page.jpg is a web page, not a picture."):
        assert sentence in page
    assert page.count("Still being prepared") == 2


def test_sending_nothing_is_answered_with_a_sentence(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft(pictures=0)
    answer = signed_in("customer").post(f"/orders/{order.number}/originals/", follow=True)
    assert "No file was chosen." in answer.content.decode()


def test_an_original_is_removed_and_what_was_chosen_meanwhile_is_kept(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.draft(), signed_in("customer")
    item = order.items.get(position=1)
    address = f"/orders/{order.number}/originals/{item.pk}/remove/"
    for _ in range(2):
        customer.post(address, {"product": "interior", "style": "bright", "level-brightness": "1"})
    order.refresh_from_db()
    assert [left.name for left in order.items.all()] == ["room-2.jpg"]
    assert order.spec.variables[0].label == "Lighter"


def test_nobody_removes_an_original_of_another_order(signed_in: SignedIn, orders: Orders) -> None:
    mine, other = orders.draft(), orders.draft()
    item = other.items.get(position=1)
    sent = {"product": "interior", "style": "bright"}
    signed_in("customer").post(f"/orders/{mine.number}/originals/{item.pk}/remove/", sent)
    assert other.items.count() == 2
