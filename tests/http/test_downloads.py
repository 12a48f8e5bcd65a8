"""Files, previews and packages: the right bytes for the right people, on every address."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob
from proofroom.orders.models import Order
from tests.orders_in_states import Orders

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")


def received(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200
    assert isinstance(answer, StreamingHttpResponse)
    return b"".join(answer)


def test_the_package_holds_the_newest_result_of_every_picture(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=3)
    package = zipfile.ZipFile(io.BytesIO(received(signed_in("colleague"), f"/orders/{order.number}/package.zip")))
    assert package.testzip() is None
    assert package.namelist() == ["room-1.jpg", "room-2.jpg", "room-3.jpg", "SHA256SUMS"]


def test_the_artist_gets_all_originals_as_one_package(signed_in: SignIn, orders: Orders) -> None:
    order = orders.in_production(pictures=2)
    package = zipfile.ZipFile(io.BytesIO(received(signed_in("artist"), f"/orders/{order.number}/originals.zip")))
    original = order.items.get(position=1).original
    assert package.getinfo("room-1.jpg").file_size == original.blob.size


def test_before_a_delivery_there_is_no_package(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    answer = signed_in("customer").get(f"/orders/{order_in('in_production').number}/package.zip")
    assert answer.status_code == 409
    assert "Nothing has been delivered yet" in answer.content.decode()


def test_no_address_of_a_file_answers_a_stranger(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    item = order.items.get(position=1)
    for part, status in (("rival", 404), ("artist2", 404), ("customer", 200), ("supervisor", 200)):
        client = signed_in(part)
        for file in (item.original_id, item.versions.get().file_id):
            assert client.get(f"/orders/{order.number}/files/{file}/").status_code == status, part
        for package in ("package.zip", "originals.zip"):
            assert client.get(f"/orders/{order.number}/{package}").status_code == status, part
    asked = Client().get(f"/orders/{order.number}/package.zip")
    assert asked.status_code == 302
    assert asked.headers["Location"].startswith("/accounts/login/")


def test_a_staged_result_is_for_its_artist_and_the_studio(signed_in: SignIn, orders: Orders) -> None:
    order = orders.in_production()
    address = f"/orders/{order.number}/files/{order.items.get(position=1).versions.get().file_id}/"
    for part, status in (("customer", 404), ("colleague", 404), ("artist", 200), ("coordinator", 200)):
        assert signed_in(part).get(address).status_code == status, part


def test_a_delivered_result_stays_there_while_the_next_one_is_staged(signed_in: SignIn, orders: Orders) -> None:
    order = orders.reopened()
    item = order.items.get(position=1)
    delivered = item.versions.get().file_id
    orders.do("assess", order, "supervisor", order.changed_at, decision="correction", message="We fix it.")
    order.items.update(settled=False)
    orders.put_results(order)
    assert signed_in("customer").get(f"/orders/{order.number}/files/{delivered}/").status_code == 200


def test_a_file_of_one_order_is_not_there_under_another(signed_in: SignIn, orders: Orders) -> None:
    one, other = orders.delivered(), orders.delivered()
    file = one.items.get(position=1).original_id
    assert signed_in("customer").get(f"/orders/{other.number}/files/{file}/").status_code == 404


def test_a_file_comes_under_its_own_name_and_runs_nothing(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    original = order.items.get(position=1).original
    answer = signed_in("customer").get(f"/orders/{order.number}/files/{original.pk}/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="room-1.jpg"'
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_previews_are_pictures_once_they_are_made(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered(pictures=1)
    original = order.items.get(position=1).original
    client, address = signed_in("customer"), f"/orders/{order.number}/files/{original.pk}/preview/320/"
    assert client.get(address).status_code == 404
    Blob.objects.update(inspection=Blob.Inspection.PENDING)
    inspect_blob(original.blob_id)
    assert client.get(address).content[:3] in {b"\xff\xd8\xff", b"RIF"}
    assert client.get(f"/orders/{order.number}/files/{original.pk}/preview/999/").status_code == 404
    assert signed_in("rival").get(address).status_code == 404
