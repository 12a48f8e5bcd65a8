"""What is not theirs does not exist for strangers: 404 on every address, the same as for what does not exist at all."""

import re
from collections.abc import Iterator

import pytest

from proofroom.interfaces.api.door import api
from proofroom.orders.models import Order
from proofroom.review.commands.drawing import Drawn, draw
from tests.api.conftest import AsPart, Program
from tests.api.test_markings import ANNOTATION
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import Orders

PICTURE = {"upload": "8d3c1e8e-26a5-4b3a-9c3b-5a4b1d1f0c11"}
# Method, address, body; every address that names an order or a return, or the last test fails.
ADDRESSES: list[tuple[str, str, object]] = [
    ("get", "orders/{order}", None),
    ("get", "orders/{order}/items", None),
    ("post", "orders/{order}/items", PICTURE),
    ("post", "orders/{order}/items/{item}/versions", PICTURE),
    ("get", "orders/{order}/items/{item}/markings", None),
    ("post", "orders/{order}/items/{item}/markings", ANNOTATION),
    ("patch", "orders/{order}/items/{item}/markings/{marking}", {"revision": 1, "comment": "Mine."}),
    ("delete", "orders/{order}/items/{item}/markings/{marking}", None),
    ("post", "orders/{order}/items/{item}/annotations", [ANNOTATION]),
    ("get", "orders/{order}/items/{item}/rework", None),
    ("post", "orders/{order}/suggestion", {"comment": "The wall is too dark."}),
    ("get", "orders/{order}/rejection", None),
    ("patch", "orders/{order}/rejection", {"comment": "All of them."}),
    ("put", "orders/{order}/rejection/items/{item}", {"comment": "This one."}),
    ("delete", "orders/{order}/rejection/items/{item}", None),
    ("get", "orders/{order}/actions", None),
    ("post", "orders/{order}/actions/accept", {}),
    ("get", "orders/{order}/messages", None),
    ("post", "orders/{order}/messages", {"body": "Hello."}),
    ("get", "orders/{order}/activity", None),
    ("get", "orders/{order}/package.zip", None),
    ("get", "returns/{return}", None),
    ("post", "returns/{return}/actions/take", {}),
]
LISTS_AND_STARTS = {("get", "orders"), ("post", "orders"), ("get", "returns"), ("get", "products")}
# Asked with ids that exist as everybody of the cast, the strangers too, by tests/http/addresses.csv.
ASKED_THERE = {
    ("get", "corrections"),
    ("get", "destinations"),
    ("post", "destinations"),
    ("delete", "destinations/{}"),
    ("post", "destinations/{}/test"),
    ("post", "destinations/{}/secret"),
    ("get", "orders/{}/attachments"),
    ("get", "orders/{}/files/{}"),
    ("get", "orders/{}/files/{}/preview/{}"),
    ("get", "orders/{}/files/{}/zoom"),
    ("get", "orders/{}/files/{}/tiles/{}/{}_{}.{}"),
    ("get", "orders/{}/redistribution"),
    ("get", "orders/{}/pushes"),
    ("post", "orders/{}/pushes/{}/again"),
    ("post", "orders/{}/pushes/{}/revoke"),
}


def ask(program: Program, method: str, path: str, body: object) -> int:
    answer = getattr(program, method)(path, *([] if body is None else [body]))
    assert isinstance(answer.status_code, int)
    return answer.status_code


def names(order: Order, cast: Cast) -> dict[str, object]:
    item = order.items.first()
    assert item is not None
    marking = draw(item, cast.actor("customer"), Drawn("pin", {"x": 5, "y": 5}), BEGINNING)
    known = {"order": order.number, "item": item.pk, "return": order.returns.get().number}
    return known | {"marking": marking.pk}


@pytest.mark.parametrize("part", ["rival", "artist2"])
def test_a_stranger_finds_nothing_at_any_address(orders: Orders, program: AsPart, part: str) -> None:
    named, stranger = names(orders.reopened(), orders.cast), program(part)
    found = {(method, path): ask(stranger, method, path.format(**named), body) for method, path, body in ADDRESSES}
    assert set(found.values()) == {404}, found


def test_a_member_of_the_account_finds_every_address(orders: Orders, program: AsPart) -> None:
    named, colleague = names(orders.reopened(), orders.cast), program("colleague")
    found = {(method, path): ask(colleague, method, path.format(**named), body) for method, path, body in ADDRESSES}
    assert 404 not in found.values(), found


@pytest.mark.parametrize("method_path_body", ADDRESSES, ids=lambda row: f"{row[0]} {row[1]}")
def test_nobody_finds_anything_without_a_token(orders: Orders, method_path_body: tuple[str, str, object]) -> None:
    method, path, body = method_path_body
    assert (
        ask(
            Program("wrong"),
            method,
            path.format(order="PR-2026-000001", item=1, marking=1, **{"return": "RT-2026-000001"}),
            body,
        )
        == 401
    )


def test_a_picture_of_another_order_is_not_found_under_ones_own(orders: Orders, program: AsPart) -> None:
    own, other = orders.delivered(), names(orders.reopened(), orders.cast)
    base = "orders/{}/items/{}/markings".format(own.number, other["item"])
    customer = program("customer")
    answers = (customer.get(base), customer.post(base, ANNOTATION), customer.delete(f"{base}/{other['marking']}"))
    assert {answer.status_code for answer in answers} == {404}


def test_a_draft_is_not_the_studios_to_see(orders: Orders, program: AsPart) -> None:
    draft = orders.draft()
    for part in ("artist", "coordinator", "admin"):
        assert program(part).get(f"orders/{draft.number}").status_code == 404


def test_every_address_is_in_the_table() -> None:
    assert set(_served()) == {(method, _plain(path)) for method, path, _ in ADDRESSES} | LISTS_AND_STARTS | ASKED_THERE


def _served() -> Iterator[tuple[str, str]]:
    for bound in api._get_bound_routers():
        for path, view in bound.path_operations.items():
            for operation in view.operations:
                for method in set(operation.methods) - {"HEAD"}:
                    yield method.lower(), _plain(path.strip("/"))


def _plain(path: str) -> str:
    """Placeholders and named actions alike become ``{}``."""
    return re.sub(r"\{[^}]*\}|(?<=actions/)\w+", "{}", path)
