"""Which files each address of a package holds, and that it always means the same ones (Row E1, Row A5)."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from urllib.parse import urlencode

import pytest
import time_machine
from django.http import StreamingHttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proofroom.core import clock
from proofroom.core.tasks import run_queued
from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.models import Download, Package
from proofroom.files.package.keeping import LOOK_AGAIN
from proofroom.orders.commands.drafting import remove_original
from proofroom.orders.models import Order
from tests.growth import queries_of
from tests.http.receiving import received
from tests.orders_in_states import Orders

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")


def address(order: Order, **query: object) -> str:
    """The package chosen by ``query``."""
    return f"/orders/{order.number}/package.zip?{urlencode(query, doseq=True)}"


def names(client: Client, asked: str) -> list[str]:
    """What the package holds beside its checksums."""
    return zipfile.ZipFile(io.BytesIO(received(client, asked))).namelist()[:-1]


def deliver_again(orders: Orders, order: Order, *positions: int) -> Order:
    """The pictures at these positions come back and are delivered a second time."""
    items = [{"item": order.items.get(position=each).pk, "comment": "Too dark."} for each in positions]
    at = order.delivered_at + timedelta(hours=1) if order.delivered_at else order.changed_at
    orders.do("reject_images", order, "customer", at, items=items)
    orders.do("assess", order, "supervisor", at, decision="correction", message="We fix it.")
    orders.put_results(order)
    return orders.do("deliver", order, "artist", at + timedelta(hours=1))


def test_a_round_is_what_was_delivered_in_it(signed_in: SignIn, orders: Orders) -> None:
    order = deliver_again(orders, orders.delivered(pictures=3), 2)
    client = signed_in("customer")
    assert names(client, address(order, round=1)) == ["room-1.jpg", "room-2.jpg", "room-3.jpg"]
    assert names(client, address(order, round=2)) == ["room-2.jpg"]


def test_an_address_means_the_same_bytes_after_the_next_delivery(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=2)
    client = signed_in("customer")
    ticked = order.items.get(position=2).pk
    asked = [address(order, through=1), address(order, round=1), address(order, item=ticked, through=1)]
    before = [received(client, each) for each in asked]
    deliver_again(orders, order, 2)
    assert [received(client, each) for each in asked] == before
    assert received(client, address(order)) != before[0]


def test_the_answer_names_the_address_that_keeps_its_meaning(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    client = signed_in("customer")
    answer = client.get(f"/orders/{order.number}/package.zip")
    assert answer.headers["Content-Location"] == f"/orders/{order.number}/package.zip?through=1"
    assert client.get(answer.headers["Content-Location"]).headers["ETag"] == answer.headers["ETag"]


def test_ticked_pictures_are_one_package_in_the_orders_order(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=3)
    one, three = order.items.get(position=1).pk, order.items.get(position=3).pk
    client = signed_in("customer")
    asked = address(order, item=[three, one], through=1, selection=1)
    assert names(client, asked) == ["room-1.jpg", "room-3.jpg"]
    assert client.get(asked).headers["Content-Disposition"].endswith('-selection.zip"')


@pytest.mark.parametrize("reader", ["customer", "supervisor"])
def test_pictures_selected_in_before_after_are_one_package(signed_in: SignIn, orders: Orders, reader: str) -> None:
    order, client = orders.delivered(pictures=3), signed_in(reader)
    base, one, three = f"/orders/{order.number}/review/", *(order.items.get(position=each).pk for each in (1, 3))
    page = client.get(base).content.decode()
    assert f'type="submit" formaction="{base}selected/"' in page
    assert f'name="items" value="{three}"' in page
    assert '<input type="hidden" name="through" value="1">' in page
    led = client.post(f"{base}selected/", {"items": [three, one], "through": 1})
    assert names(client, led.headers["Location"]) == ["room-1.jpg", "room-3.jpg"]
    nothing = client.post(f"{base}selected/", {"through": 1}, follow=True)
    assert "Tick at least one picture" in nothing.content.decode()


def test_many_selected_pictures_have_a_short_address_that_keeps_its_meaning(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(pictures=20), signed_in("customer")
    picked = [item.pk for item in order.items.all()][1:]
    led = client.post(f"/orders/{order.number}/review/selected/", {"items": picked, "through": 1}).headers["Location"]
    assert "selection=" in led
    assert "item=" not in led
    assert names(client, led) == [f"room-{number}.jpg" for number in range(2, 21)]
    spelled = client.get(address(order, item=picked, through=1))
    assert spelled.headers["Content-Location"] == led
    assert client.get(led).headers["ETag"] == spelled.headers["ETag"]
    assert signed_in("rival").get(led).status_code == 404
    assert client.get(address(order, selection="0" * 32, through=1)).status_code == 404


@pytest.fixture
def delivered(orders: Orders) -> Order:
    """An order of two pictures."""
    return orders.delivered(pictures=2)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.floats(0, 1, exclude_max=True), max_size=5))
def test_a_download_cut_anywhere_goes_on_to_the_identical_file(
    signed_in: SignIn, delivered: Order, cuts: list[float]
) -> None:
    client, asked = signed_in("customer"), address(delivered, through=1)
    whole = received(client, asked)
    tag, got = client.head(asked).headers["ETag"], b""
    for at in [*(int(cut * len(whole)) for cut in cuts), len(whole)]:
        rest = received(client, asked, Range=f"bytes={len(got)}-", If_Range=tag)
        got += rest[: max(at - len(got), 0)]
    assert got == whole


def test_the_worker_lays_a_deliverys_package_down_before_anybody_asks(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=2)
    assert not Package.objects.exists()
    run_queued()
    laid_down = Package.objects.get()
    answer = signed_in("customer").get(f"/orders/{order.number}/package.zip")
    assert answer.headers["ETag"] == laid_down.etag
    assert answer.headers["Content-Location"].endswith("package.zip?through=1")
    assert Package.objects.get() == laid_down


def test_what_came_back_of_several_orders_is_one_package(signed_in: SignIn, orders: Orders) -> None:
    one, other = (deliver_again(orders, orders.delivered(pictures=2), 1) for _ in range(2))
    client = signed_in("customer")
    asked = re.search(r'/rejected/package\.zip\?[^"]+', unescape(client.get("/rejected/").content.decode()))
    assert asked
    assert names(client, asked[0]) == [f"{one.number}/room-1.jpg", f"{other.number}/room-1.jpg"]
    back, untouched = (other.items.get(position=each).versions.latest("number").pk for each in (1, 2))
    alone = f"/rejected/package.zip?version={back}"
    assert names(client, alone) == [f"{other.number}/room-1.jpg"]
    assert client.get(f"{alone}&version={untouched}").status_code == 404
    assert signed_in("rival").get(alone).status_code == 404
    nothing = client.get("/rejected/package.zip")
    assert (nothing.status_code, "Tick at least one picture" in nothing.content.decode()) == (409, True)


def test_a_selection_of_nothing_says_what_to_do(signed_in: SignIn, orders: Orders) -> None:
    answer = signed_in("customer").get(address(orders.delivered(), selection=1, through=1))
    assert answer.status_code == 409
    assert "Tick at least one picture" in answer.content.decode()


def test_only_what_changed_leaves_out_what_was_downloaded(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=3)
    client = signed_in("customer")
    assert names(client, address(order, changed=1)) == ["room-1.jpg", "room-2.jpg", "room-3.jpg"]
    refused = client.get(address(order, changed=1))
    assert refused.status_code == 409
    assert "You have everything" in refused.content.decode()
    deliver_again(orders, order, 2)
    assert names(client, address(order, changed=1)) == ["room-2.jpg"]
    assert names(signed_in("colleague"), address(order, changed=1)) == ["room-1.jpg", "room-2.jpg", "room-3.jpg"]


def test_what_was_downloaded_as_a_selection_counts_and_the_rest_does_not(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=3)
    client = signed_in("customer")
    received(client, address(order, item=order.items.get(position=1).pk, through=1))
    assert names(client, address(order, changed=1)) == ["room-2.jpg", "room-3.jpg"]


def test_a_delivery_during_a_download_is_not_taken_for_downloaded(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=2)
    client = signed_in("customer")
    running = client.get(address(order))
    assert isinstance(running, StreamingHttpResponse)
    deliver_again(orders, order, 2)
    b"".join(running)
    assert names(client, address(order, changed=1)) == ["room-2.jpg"]


def test_the_changes_named_by_an_address_stay_those(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=2)
    client = signed_in("customer")
    received(client, address(order))
    deliver_again(orders, order, 2)
    fixed = client.get(address(order, changed=1)).headers["Content-Location"]
    first = received(client, fixed)
    deliver_again(orders, order, 1)
    assert received(client, fixed) == first


def test_a_download_in_parts_counts_when_its_last_byte_is_out(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    client = signed_in("customer")
    asked = address(order, through=1)
    length = int(client.head(asked).headers["Content-Length"])
    for span in ("1000-", "0-499"):
        received(client, asked, range=f"bytes={span}")
        assert Download.objects.get().completed_at is None
    assert Download.objects.get().handed_out == length - 500
    received(client, asked, range="bytes=400-1100")
    assert Download.objects.get().completed_at is not None


def test_an_open_address_goes_on_with_what_was_begun_there(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    client = signed_in("customer")
    first = client.get(address(order))
    assert isinstance(first, StreamingHttpResponse)
    whole = b"".join(first)
    deliver_again(orders, order, 1)
    assert received(client, address(order), range="bytes=500-") == whole[500:]
    assert received(client, address(order), range="bytes=500-", if_range=first.headers["ETag"]) == whole[500:]
    assert received(client, address(order), range="bytes=0-499") != whole[:500]
    assert received(client, address(order), if_range='"another"', range="bytes=500-") == received(
        client, address(order, through=2)
    )


@pytest.mark.parametrize(
    "query",
    ["through=9", "round=9", "round=0", "item=0", "item=99999999", "since=1", "through=x", "item=²", "round=-1"],
)
def test_what_the_order_does_not_have_is_not_there(signed_in: SignIn, orders: Orders, query: str) -> None:
    assert signed_in("customer").get(f"/orders/{orders.delivered().number}/package.zip?{query}").status_code == 404


def test_pictures_and_downloads_of_another_order_are_not_there(signed_in: SignIn, orders: Orders) -> None:
    one, other = orders.delivered(), orders.delivered()
    client = signed_in("customer")
    received(client, address(one))
    assert client.get(address(other, item=one.items.get(position=1).pk)).status_code == 404
    assert client.get(address(other, since=Download.objects.get().pk, through=1)).status_code == 404


def test_a_file_that_is_gone_is_said_on_a_page_instead_of_half_a_package(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    client = signed_in("customer")
    received(client, address(order))
    storage.remove(order.items.get(position=2).versions.get().file.blob.key)
    answer = client.get(address(order))
    assert answer.status_code == 409
    assert "The stored bytes of room-2.jpg cannot be found, so nothing was sent" in answer.content.decode()


def test_bytes_that_were_lost_and_given_again_are_in_the_same_package(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    client = signed_in("customer")
    before = received(client, address(order))
    blob = order.items.get(position=2).versions.get().file.blob
    content = storage.read_stored(blob.key, 0, blob.size)
    storage.remove(blob.key)
    keep(io.BytesIO(content), "again.jpg", None, orders.begin)
    run_queued()
    assert received(client, address(order)) == before


def test_originals_keep_the_meaning_of_their_address_or_say_that_it_is_gone(signed_in: SignIn, orders: Orders) -> None:
    order = orders.draft(pictures=2)
    client = signed_in("customer")
    bare = f"/orders/{order.number}/originals.zip"
    fixed = client.get(bare).headers["Content-Location"]
    first = received(client, fixed)
    remove_original(order, order.items.get(position=2), orders.begin)
    assert received(client, fixed) == first
    assert names(client, bare) == ["room-1.jpg"]
    answer = client.get(f"{bare}?edition=7-99")
    assert answer.status_code == 409
    assert "The pictures of this order have changed since" in answer.content.decode()


def test_a_package_is_asked_of_the_database_as_often_for_many_files(signed_in: SignIn, orders: Orders) -> None:
    few, many = orders.delivered(pictures=1), orders.delivered(pictures=6)
    client = signed_in("customer")
    assert queries_of(client, address(few)) == queries_of(client, address(many))


def test_also_a_package_of_very_many_files_is_looked_through_again(
    signed_in: SignIn, orders: Orders, monkeypatch: pytest.MonkeyPatch
) -> None:
    order, client = orders.delivered(), signed_in("customer")
    monkeypatch.setattr("proofroom.files.package.keeping.MANY", 1)
    with time_machine.travel(clock.now(), tick=False) as now:
        received(client, address(order, through=1))
        storage.remove(order.items.get(position=2).versions.get().file.blob.key)
        now.shift(LOOK_AGAIN)
        answer = client.get(address(order, through=1))
    assert answer.status_code == 409
    assert "cannot be found" in answer.content.decode()
