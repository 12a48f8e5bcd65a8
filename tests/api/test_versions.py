"""Results that artists send for one picture."""

from proofroom.files.arrivals import finish_upload, start_upload
from proofroom.orders.commands.producing import put_result
from proofroom.orders.models import LooseResult
from tests.api.conftest import AsPart
from tests.api.test_items import jpeg, picture
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import Orders


def test_a_result_is_staged_for_its_picture(orders: Orders, program: AsPart) -> None:
    order = orders.in_production(results=False)
    item = order.items.first()
    assert item is not None
    answer = program("artist").send(f"orders/{order.number}/items/{item.pk}/versions", file=picture("any name.jpg"))
    told = answer.json()
    assert (answer.status_code, told["number"], told["delivery"]) == (201, 1, None)
    assert told["file"]["name"] == "any name.jpg"
    assert item.versions.get().delivery is None


def test_a_second_result_replaces_the_staged_one(orders: Orders, program: AsPart) -> None:
    order = orders.in_production()
    item = order.items.first()
    assert item is not None
    program("artist").send(f"orders/{order.number}/items/{item.pk}/versions", file=picture("better.jpg"))
    assert item.versions.get().file.name == "better.jpg"


def test_a_finished_upload_that_matched_nothing_finds_its_picture(cast: Cast, orders: Orders, program: AsPart) -> None:
    order = orders.in_production(1, results=False)
    sent = start_upload(cast.artist, "odd name.jpg", len(jpeg()), f"{order.number}/results", BEGINNING)
    sent.partial.write_bytes(jpeg())
    put_result(order, finish_upload(sent, BEGINNING), cast.artist, BEGINNING)
    assert LooseResult.objects.count() == 1
    path = f"orders/{order.number}/items/{order.items.get().pk}/versions"
    assert program("artist").post(path, {"upload": str(sent.pk)}).status_code == 201
    assert not LooseResult.objects.exists()
    assert order.items.get().versions.get().file.name == "odd name.jpg"


def test_only_the_artist_who_has_the_job_sends_results(orders: Orders, program: AsPart) -> None:
    order = orders.in_production(1, results=False)
    path = f"orders/{order.number}/items/{order.items.get().pk}/versions"
    assert program("artist2").send(path, file=picture()).status_code == 404
    for part in ("customer", "coordinator"):
        answer = program(part).send(path, file=picture())
        assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")


def test_a_delivered_order_takes_no_results(orders: Orders, program: AsPart) -> None:
    order = orders.delivered(1)
    path = f"orders/{order.number}/items/{order.items.get().pk}/versions"
    answer = program("artist").send(path, file=picture())
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
    assert order.items.get().versions.count() == 1
