"""My orders: who sees which, how they are found, and that the list asks no more for many than for few."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from proofroom.orders.commands.talking import say
from proofroom.orders.models import Order
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import Orders


def listed(client: Client, address: str = "/orders/") -> str:
    return client.get(address).content.decode()


def test_a_customer_sees_the_orders_of_the_account_and_a_rival_sees_none(
    signed_in: Callable[[str], Client], order_in: Callable[[str], Order]
) -> None:
    order = order_in("delivered")
    for part in ("customer", "colleague"):
        assert order.number in listed(signed_in(part))
    rivals = listed(signed_in("rival"))
    assert order.number not in rivals
    assert "You have no orders yet" in rivals
    assert 'href="/products/"' in rivals


def test_an_artist_sees_their_own_jobs_and_not_those_that_are_free(
    signed_in: Callable[[str], Client], orders: Orders
) -> None:
    free, mine = orders.placed(), orders.in_production()
    page = listed(signed_in("artist"))
    assert mine.number in page
    assert free.number not in page
    assert mine.number not in listed(signed_in("artist2"))


def test_the_studio_sees_what_was_placed_but_no_drafts(signed_in: Callable[[str], Client], orders: Orders) -> None:
    draft, placed = orders.draft(), orders.placed()
    page = listed(signed_in("coordinator"))
    assert placed.number in page
    assert draft.number not in page
    assert "Bright Homes" in page


def test_each_row_says_how_the_order_stands(signed_in: Callable[[str], Client], orders: Orders) -> None:
    orders.delivered(pictures=3)
    page = listed(signed_in("customer"))
    for words in ("Interior image editing", "3 pictures", "Ready for download", "€30.00"):
        assert words in page


def test_orders_are_found_by_state_by_number_and_by_file_name(
    signed_in: Callable[[str], Client], orders: Orders
) -> None:
    delivered, placed = orders.delivered(pictures=3), orders.placed(pictures=2)
    client = signed_in("customer")
    for query, found, hidden in (
        ("state=delivered", delivered, placed),
        (f"q={placed.number}", placed, delivered),
        (f"q={placed.number[-6:]}", placed, delivered),
        ("q=ROOM-3", delivered, placed),
    ):
        page = listed(client, f"/orders/?{query}")
        assert found.number in page, query
        assert f">{hidden.number}," not in page, query
    assert "No order fits" in listed(client, "/orders/?q=nothing-like-it")


def test_artists_read_what_they_are_paid_and_not_what_the_customer_pays(
    signed_in: Callable[[str], Client], orders: Orders
) -> None:
    order, artist = orders.in_production(pictures=3), signed_in("artist")
    page = listed(artist)
    assert "Your pay" in page
    assert "€21.00" in page
    assert "€30.00" not in page
    assert '<span class="sub">Arne Artist' not in page
    whole = listed(artist, f"/orders/{order.number}/")
    assert "€21.00" in whole
    assert "€30.00" not in whole
    assert "€30.00" in listed(signed_in("coordinator"))


def test_unread_messages_are_counted_in_the_row(signed_in: Callable[[str], Client], cast: Cast, orders: Orders) -> None:
    order = orders.in_production()
    say(order, cast.artist, "Shall the lamp stay on?", BEGINNING)
    assert f'/orders/{order.number}/#messages">1 new</a>' in listed(signed_in("customer"))
    assert "#messages" not in listed(signed_in("artist"))


def test_a_long_list_comes_in_portions(signed_in: Callable[[str], Client], orders: Orders) -> None:
    first = orders.placed(pictures=1)
    copies(first, 55)
    client = signed_in("customer")
    page = client.get("/orders/")
    assert page.content.decode().count('<th scope="row">') == 50
    assert first.number not in page.content.decode()
    assert first.number in listed(client, "/orders/" + page.context["older"])


@pytest.mark.parametrize("part", ["customer", "artist", "coordinator"])
def test_the_list_asks_the_database_the_same_for_twice_as_many(
    signed_in: Callable[[str], Client], orders: Orders, part: str
) -> None:
    client = signed_in(part)
    order = orders.in_production(pictures=1)
    copies(order, 4)
    few = queries(client)
    copies(order, 20)
    assert queries(client) == few


def copies(order: Order, count: int) -> None:
    """More orders like this one, without pictures."""
    start = Order.objects.count()
    again = Order.objects.get(pk=order.pk)
    for number in range(start, start + count):
        again.pk, again.number = None, f"PR-2026-9{number:05d}"
        again.save(force_insert=True)


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/orders/").status_code == 200
    return len(asked)
