"""The artist's public page."""

import pytest
from django.test import Client

from tests.cast import BEGINNING
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders


def reviewed(orders: Orders, stars: int, text: str) -> None:
    order = orders.completed()
    orders.do("review", order, "customer", BEGINNING + 4 * HOUR, stars=stars, text=text)
    orders.do("reply_to_review", order, "artist", BEGINNING + 5 * HOUR, text="Thank you for it.")


@pytest.mark.parametrize("part", ["customer", "rival", "artist2", "coordinator"])
def test_reviews_are_public_to_people_who_are_signed_in(signed_in: SignedIn, orders: Orders, part: str) -> None:
    reviewed(orders, 5, "Wonderful light.")
    reviewed(orders, 2, "Late & dark.")
    orders.completed()
    page = signed_in(part).get(f"/artists/{orders.cast.artist.pk}/").content.decode()
    for words in ("Arne Artist", "Wonderful light.", "Late &amp; dark.", "Thank you for it.", "2 of 5 stars", ">3.5<"):
        assert words in page
    assert ">3</p>" in page
    assert "2 reviews" in page


def test_the_page_does_not_tell_who_wrote_and_for_which_order(signed_in: SignedIn, orders: Orders) -> None:
    reviewed(orders, 5, "Wonderful light.")
    page = signed_in("rival").get(f"/artists/{orders.cast.artist.pk}/").content.decode()
    assert "Cleo" not in page
    assert "PR-2026" not in page


def test_without_reviews_it_says_so(signed_in: SignedIn, orders: Orders) -> None:
    page = signed_in("customer").get(f"/artists/{orders.cast.artist2.pk}/").content.decode()
    assert "No reviews yet" in page
    assert "of 5 stars" not in page


def test_only_artists_have_a_page(signed_in: SignedIn, orders: Orders) -> None:
    client = signed_in("customer")
    for pk in (orders.cast.rival.pk, orders.cast.manager.pk, 99_999):
        assert client.get(f"/artists/{pk}/").status_code == 404


def test_strangers_are_asked_to_sign_in(client: Client, orders: Orders) -> None:
    answer = client.get(f"/artists/{orders.cast.artist.pk}/")
    assert answer.headers["Location"].startswith("/accounts/login/")
