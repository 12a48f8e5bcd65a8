"""What is not taken is told before anything is sent, in words and by the server (Row D2)."""

import pytest
from django.test import Client
from pytest_django import Settings

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.files.arrivals import start_upload
from proofroom.files.room import room_left
from proofroom.orders.commands.drafting import remove_original
from tests.cast import Cast
from tests.conftest import SignedIn
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db
MB = 1_000_000


def page(client: Client, orders: Orders) -> str:
    """The page of a draft."""
    return client.get(f"/orders/{orders.in_state('draft').number}/edit/").content.decode()


def test_the_page_says_the_limits_in_words_and_to_the_script(
    signed_in: SignedIn, orders: Orders, settings: Settings
) -> None:
    settings.LARGEST_FILE, settings.ACCOUNT_ROOM, settings.FILE_KINDS = 1_500 * MB, 900_000 * MB, ("pictures", ".zip")
    shown = page(signed_in("customer"), orders)
    assert "Each file up to 1.5 GB. Taken are pictures and .zip. Your account has room for 900 GB more." in shown
    assert 'largest="1500000000"' in shown
    assert ".zip" in shown.partition('endings="')[2].partition('"')[0].split()


def test_without_limits_of_the_studio_only_the_size_is_told(signed_in: SignedIn, orders: Orders) -> None:
    shown = page(signed_in("customer"), orders)
    assert "Each file up to 20 GB.</p>" in shown
    assert "room=" not in shown
    assert "endings=" not in shown


def test_an_account_sends_no_more_than_it_has_room_for(cast: Cast, settings: Settings) -> None:
    settings.ACCOUNT_ROOM = 10 * MB
    start_upload(cast.named("customer"), "a.jpg", 7 * MB, "", clock.now())
    with pytest.raises(Refused) as refusal:
        start_upload(cast.named("colleague"), "b.jpg", 4 * MB, "", clock.now())
    assert refusal.value.code == "no_room_left"
    assert refusal.value.message.startswith("b.jpg does not fit: your account has room for 3 MB more.")
    start_upload(cast.named("colleague"), "b.jpg", 3 * MB, "", clock.now())
    start_upload(cast.named("rival"), "c.jpg", 10 * MB, "", clock.now())


def test_what_is_taken_out_of_a_draft_makes_room_at_once(orders: Orders, settings: Settings) -> None:
    settings.ACCOUNT_ROOM = 10 * MB
    draft = orders.in_state("draft")
    before = room_left(orders.cast.named("customer"))
    item = draft.items.select_related("original__blob").get(position=1)
    remove_original(draft, item, clock.now())
    assert before is not None
    assert room_left(orders.cast.named("customer")) == before + item.original.blob.size


def test_the_studios_own_people_have_no_such_limit(cast: Cast, settings: Settings) -> None:
    settings.ACCOUNT_ROOM = 1
    assert room_left(cast.named("artist")) is None
