"""Every error is a problem detail (RFC 9457) with a code for programs and a sentence for people."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import BASE, AsPart, Program
from tests.orders_in_states import Orders

Ask = Callable[[Program, str], Any]


def raw(path: str, body: bytes, content_type: str = "application/json") -> Ask:
    return lambda program, number: program.client.post(
        BASE + path.format(number=number), body, content_type=content_type, headers=program.headers
    )


ERRORS: dict[str, tuple[int, str, Ask]] = {
    "no JSON": (400, "malformed", raw("orders", b"{")),
    "not a number": (400, "malformed", raw("orders", b'{"variables": {"brightness": NaN}}')),
    "a NUL": (400, "malformed", raw("orders/{number}/messages", b'{"body": "a\\u0000b"}')),
    "half a letter": (400, "malformed", raw("orders/{number}/messages", b'{"body": "\\ud83d"}')),
    "not UTF-8": (400, "malformed", raw("orders/{number}/messages", b'{"body": "\xff"}')),
    "JSON without end": (400, "malformed", raw("orders/{number}/actions/accept", b"[" * 100_000)),
    "a form in pieces": (400, "malformed", raw("orders/{number}/items", b"x", "multipart/form-data; boundary=")),
    "an unknown address": (404, "not_found", lambda program, _: program.get("nothing/here")),
    "an unknown order": (404, "not_found", lambda program, _: program.get("orders/PR-2020-000001")),
    "no order number": (404, "not_found", lambda program, _: program.get("orders/%00")),
    "an unknown item": (404, "not_found", lambda program, number: program.get(f"orders/{number}/items/9/markings")),
    "an item beyond all numbers": (
        404, "not_found", lambda program, number: program.get(f"orders/{number}/items/{10**30}/markings"),
    ),
    "an unknown action": (404, "not_found", lambda program, number: program.post(f"orders/{number}/actions/explode")),
    "another method": (
        405, "method_not_allowed", lambda program, _: program.client.put(BASE + "orders", headers=program.headers),
    ),
    "refused by the table": (
        409, "wrong_state", lambda program, number: program.post(f"orders/{number}/actions/place"),
    ),
    "too much": (413, "too_large", raw("orders/{number}/messages", b'"' + b"x" * 6_000_000 + b'"')),
    "another kind of body": (415, "unknown_media_type", raw("orders/{number}/items", b"x", "text/plain")),
    "out of bounds": (422, "invalid", lambda program, _: program.get("orders", limit=0)),
    "a made-up cursor": (422, "invalid", lambda program, _: program.get("orders", cursor="hello")),
    "no object": (422, "invalid", raw("orders/{number}/actions/accept", b"[]")),
    "names of the inside": (
        422, "invalid", lambda program, number: program.post(f"orders/{number}/actions/accept", {"actor": 1, "at": 2}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_tells_its_status_code_and_sentence(name: str, orders: Orders, program: AsPart) -> None:
    status, code, ask = ERRORS[name]
    answer = ask(program("customer"), orders.delivered().number)
    told = answer.json()
    assert (answer.status_code, told["status"], told["code"]) == (status, status, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert told["type"] == f"urn:proofroom:problem:{code}"
    assert told["title"]
    assert told["detail"].endswith(".")


def test_each_wrong_field_is_named_with_its_sentence(orders: Orders, program: AsPart) -> None:
    number = orders.completed().number
    fields = program("customer").post(f"orders/{number}/actions/review", {"stars": 9, "colour": 1}).json()["fields"]
    assert set(fields) == {"stars", "colour"}
    assert program("customer").get("orders", limit=0).json()["fields"].keys() == {"limit"}


def test_no_answer_is_kept_by_a_cache(program: AsPart) -> None:
    assert program("customer").get("orders")["Cache-Control"] == "no-store"
    assert Client().get(BASE + "orders")["Cache-Control"] == "no-store"
