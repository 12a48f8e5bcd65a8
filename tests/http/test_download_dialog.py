"""What the dialog of an order says about taking the results home (Row A5, Row A6)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from proofroom.core import clock
from proofroom.files.models import Package
from proofroom.files.package.keeping import Handed, note_handed
from proofroom.orders.models import Order
from tests.orders_in_states import Orders

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")


def shown(client: Client, order: Order) -> str:
    """The page, in which the dialog lies."""
    return client.get(f"/orders/{order.number}/").content.decode()


def begun(client: Client, order: Order, query: str) -> Package:
    """A package whose download began and of which no byte was taken."""
    client.get(f"/orders/{order.number}/package.zip?{query}")
    return Package.objects.latest("pk")


def handed(orders: Orders, package: Package, stop: int) -> None:
    """The customer was handed the bytes up to ``stop``; what is less than all of them broke off."""
    at = clock.now() - timedelta(minutes=5)
    note_handed(orders.cast.customer, package, Handed(0, stop, at, broken=stop < package.length))


def test_before_the_first_download_nothing_is_said_of_changes(signed_in: SignIn, orders: Orders) -> None:
    page = shown(signed_in("customer"), orders.delivered())
    assert "2 files" in page
    assert "Only what changed" not in page
    assert "A download stopped" not in page


def test_what_is_left_since_the_last_download_has_count_and_size(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(pictures=3), signed_in("customer")
    package = begun(client, order, f"item={order.items.get(position=1).pk}&through=1")
    handed(orders, package, package.length)
    assert "Only what changed (2 files, " in shown(client, order)
    assert "Only what changed" not in shown(signed_in("colleague"), order)


def test_who_has_everything_is_told_so(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(), signed_in("customer")
    package = begun(client, order, "through=1")
    handed(orders, package, package.length)
    assert "You have everything" in shown(client, order)


def test_a_download_that_stopped_says_how_far_it_came_and_how_it_goes_on(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(), signed_in("customer")
    handed(orders, begun(client, order, "through=1"), 500)
    page = shown(client, order)
    assert "A download stopped at 500 bytes of " in page
    assert f"curl -C - -o {order.number}.zip" in page
    assert "package.zip?through=1" in page


def test_ftp_can_be_copied_and_opened(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    page = shown(signed_in("customer"), order)
    assert '<copy-button value="customer@example.com">' in page
    assert 'href="ftpes://customer%40example.com@' in page
    assert 'href="sftp://customer%40example.com@' in page
    assert f'<copy-button value="/{order.number}/delivered">' in page


def test_pictures_are_ticked_without_script(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    page = shown(signed_in("customer"), order)
    assert f'method="post" action="/orders/{order.number}/review/selected/"' in page
    assert f'name="items" value="{order.items.get(position=2).pk}"' in page
    assert "Download the ticked pictures" in page
    assert f'href="/orders/{order.number}/package.zip?round=1"' in page
