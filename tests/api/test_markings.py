"""Markings leave as W3C Web Annotations and come back in (Row E6)."""

from typing import Any

import pytest

from proofroom.orders.models import Order
from proofroom.review.models import Marking
from tests.api.conftest import AsPart
from tests.orders_in_states import Orders

PLACE = {"type": "FragmentSelector", "value": "xywh=percent:10,20,30,40"}
ANNOTATION: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "motivation": "commenting",
    "body": {"type": "TextualBody", "value": "A cord under the bed."},
    "target": {"source": "https://example.com/room.jpg", "selector": PLACE},
}


def path_of(order: Order) -> str:
    item = order.items.first()
    assert item is not None
    return f"orders/{order.number}/items/{item.pk}/markings"


@pytest.mark.parametrize("part", ["customer", "supervisor"])
def test_an_annotation_is_kept_on_the_newest_delivered_version(orders: Orders, program: AsPart, part: str) -> None:
    order = orders.delivered()
    answer = program(part).post(path_of(order), ANNOTATION)
    assert answer.status_code == 201
    marking = Marking.objects.get()
    assert (marking.selector, marking.comment) == (PLACE, "A cord under the bed.")
    assert marking.version.file.blob.sha256 in answer.json()["target"]["source"]


def test_what_leaves_is_an_annotation_that_can_come_back(orders: Orders, program: AsPart) -> None:
    order, customer = orders.delivered(), program("customer")
    customer.post(path_of(order), ANNOTATION)
    (read,) = customer.get(path_of(order)).json()["items"]
    assert (read["@context"], read["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    assert read["target"]["selector"]["conformsTo"] == "http://www.w3.org/TR/media-frags/"
    assert customer.post(path_of(order), read).status_code == 201
    first, second = Marking.objects.all()
    assert (first.selector, first.comment) == (second.selector, second.comment)


def test_an_svg_shape_without_words_is_an_annotation_too(orders: Orders, program: AsPart) -> None:
    shape = {"type": "SvgSelector", "value": "<svg><path d='M0 0L9 9'/></svg>"}
    answer = program("customer").post(path_of(orders.delivered()), {"target": {"selector": shape}})
    assert (answer.status_code, answer.json()["body"]) == (201, [])


@pytest.mark.parametrize(
    "change",
    [
        {"type": "Note"},
        {"target": {"selector": {"type": "CssSelector", "value": "p"}}},
        {"target": {"selector": {"type": "SvgSelector", "value": ""}}},
        {"target": {}},
        {"body": [{"type": "TextualBody", "value": "x" * 3_000}] * 2},
    ],
)
def test_what_is_no_such_annotation_is_invalid(orders: Orders, program: AsPart, change: dict[str, Any]) -> None:
    assert program("customer").post(path_of(orders.delivered()), ANNOTATION | change).status_code == 422
    assert not Marking.objects.exists()


def test_the_artist_reads_what_staff_mark_and_makes_none(orders: Orders, program: AsPart) -> None:
    order = orders.delivered()
    program("supervisor").post(path_of(order), ANNOTATION)
    assert len(program("artist").get(path_of(order)).json()["items"]) == 1
    answer = program("artist").post(path_of(order), ANNOTATION)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")


def test_nothing_is_marked_before_it_is_delivered(orders: Orders, program: AsPart) -> None:
    order = orders.in_production()
    assert program("customer").get(path_of(order)).json()["items"] == []
    answer = program("customer").post(path_of(order), ANNOTATION)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_delivered")
