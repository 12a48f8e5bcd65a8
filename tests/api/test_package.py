"""The whole package as one ZIP, for programs as for browsers (Row A5, Row E1)."""

import io
import zipfile
from typing import Any

import pytest

from tests.api.conftest import AsPart, Program, received
from tests.orders_in_states import Orders


def fetch(program: Program, number: str, **headers: str) -> tuple[Any, bytes]:
    return received(program, f"orders/{number}/package.zip", **headers)


@pytest.mark.parametrize("part", ["customer", "artist", "manager"])
def test_a_delivered_order_is_one_zip_of_known_length(orders: Orders, program: AsPart, part: str) -> None:
    answer, body = fetch(program(part), orders.delivered().number)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    assert int(answer["Content-Length"]) == len(body)
    assert zipfile.ZipFile(io.BytesIO(body)).namelist() == ["room-1.jpg", "room-2.jpg", "SHA256SUMS"]


def test_it_resumes_from_any_byte(orders: Orders, program: AsPart) -> None:
    number, customer = orders.delivered().number, program("customer")
    _, whole = fetch(customer, number)
    part, rest = fetch(customer, number, range="bytes=100-")
    assert (part.status_code, rest) == (206, whole[100:])


def test_nothing_delivered_is_nothing_to_download(orders: Orders, program: AsPart) -> None:
    answer, body = fetch(program("customer"), orders.in_production().number)
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    assert b"nothing_delivered" in body


def test_a_wrong_method_is_a_problem_here_too(orders: Orders, program: AsPart) -> None:
    answer = program("customer").post(f"orders/{orders.delivered().number}/package.zip")
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
