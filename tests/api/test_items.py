"""Originals of a draft, and what is read of pictures."""

import uuid
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from proofroom.files.arrivals import finish_upload, start_upload
from proofroom.files.models import StoredFile, Upload
from proofroom.orders.models import Order
from proofroom.people.models import Person
from tests.api.conftest import AsPart
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import Orders


def jpeg() -> bytes:
    file = BytesIO()
    Image.new("RGB", (30, 20), (200, 180, 160)).save(file, "JPEG")
    return file.getvalue()


def upload(owner: Person, order: Order, *, finished: bool = True) -> Upload:
    """A resumable upload as the tus door leaves it."""
    sent = start_upload(owner, "kitchen.jpg", len(jpeg()), f"{order.number}/originals", BEGINNING)
    if finished:
        sent.partial.write_bytes(jpeg())
        finish_upload(sent, BEGINNING)
    return sent


def picture(name: str = "kitchen.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if content is None else content, "image/jpeg")


def test_a_finished_upload_becomes_an_original(cast: Cast, orders: Orders, program: AsPart) -> None:
    order = orders.draft(0)
    answer = program("customer").post(f"orders/{order.number}/items", {"upload": str(upload(cast.customer, order).pk)})
    assert answer.status_code == 201
    told = answer.json()
    assert (told["name"], told["position"], told["versions"]) == ("kitchen.jpg", 1, [])
    assert (told["original"]["size"], told["original"]["media_type"]) == (len(jpeg()), "image/jpeg")
    assert order.items.get().pk == told["id"]


def test_a_file_in_a_form_becomes_an_original(orders: Orders, program: AsPart) -> None:
    order = orders.draft(0)
    answer = program("customer").send(f"orders/{order.number}/items", file=picture())
    assert (answer.status_code, answer.json()["name"]) == (201, "kitchen.jpg")


def test_the_same_file_sent_twice_is_one_picture(orders: Orders, program: AsPart) -> None:
    order, customer = orders.draft(0), program("customer")
    first = customer.send(f"orders/{order.number}/items", file=picture()).json()
    second = customer.send(f"orders/{order.number}/items", file=picture()).json()
    assert first == second
    assert order.items.count() == 1


def test_an_upload_that_has_not_arrived_is_refused(cast: Cast, orders: Orders, program: AsPart) -> None:
    order = orders.draft(0)
    unfinished = upload(cast.customer, order, finished=False)
    answer = program("customer").post(f"orders/{order.number}/items", {"upload": str(unfinished.pk)})
    assert (answer.status_code, answer.json()["code"]) == (409, "upload_not_finished")
    assert not order.items.exists()


def test_an_upload_of_somebody_else_is_as_unknown_as_none(cast: Cast, orders: Orders, program: AsPart) -> None:
    order = orders.draft(0)
    theirs = upload(cast.colleague, order)
    for named in (theirs.pk, uuid.uuid4()):
        answer = program("customer").post(f"orders/{order.number}/items", {"upload": str(named)})
        assert (answer.status_code, list(answer.json()["fields"])) == (422, ["upload"])
    assert not order.items.exists()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("empty.jpg", b"", "empty_file"), ("page.jpg", b"<!doctype html><script>alert(1)</script>", "disguised")],
)
def test_what_is_no_picture_is_refused_and_not_kept(
    orders: Orders, program: AsPart, name: str, content: bytes, code: str
) -> None:
    order = orders.draft(0)
    answer = program("customer").send(f"orders/{order.number}/items", file=picture(name, content))
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert not StoredFile.objects.exists()


def test_a_form_without_a_file_is_invalid(orders: Orders, program: AsPart) -> None:
    answer = program("customer").send(f"orders/{orders.draft(0).number}/items", note="nothing")
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["file"])


def test_a_placed_order_takes_no_more_originals(orders: Orders, program: AsPart) -> None:
    order = orders.placed()
    answer = program("customer").send(f"orders/{order.number}/items", file=picture())
    assert (answer.status_code, answer.json()["code"]) == (409, "not_a_draft")
    assert order.items.count() == 2


@pytest.mark.parametrize("part", ["artist", "coordinator"])
def test_originals_come_from_the_customer_alone(orders: Orders, program: AsPart, part: str) -> None:
    answer = program(part).send(f"orders/{orders.in_production().number}/items", file=picture())
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")


def test_a_staged_result_is_seen_by_the_artist_and_not_by_the_customer(orders: Orders, program: AsPart) -> None:
    path = f"orders/{orders.in_production().number}/items"
    assert [len(item["versions"]) for item in program("artist").get(path).json()["items"]] == [1, 1]
    assert [item["versions"] for item in program("customer").get(path).json()["items"]] == [[], []]


def test_pictures_are_read_page_by_page(orders: Orders, program: AsPart) -> None:
    path, customer = f"orders/{orders.placed(3).number}/items", program("customer")
    first = customer.get(path, limit=2).json()
    second = customer.get(path, limit=2, cursor=first["next"]).json()
    names = [item["name"] for item in first["items"] + second["items"]]
    assert (names, second["next"]) == (["room-1.jpg", "room-2.jpg", "room-3.jpg"], None)
