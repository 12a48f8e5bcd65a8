"""Returns: who sees them, and what is done to them."""

from typing import Any

import pytest

from proofroom.orders.models import Activity, Order
from proofroom.returns.models import Return
from proofroom.workflow.models import Notice
from tests.api.conftest import AsPart
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import HOUR, Orders

AMENDMENT: dict[str, Any] = {"decision": "amendment", "message": "A new sky.", "price": "12.50"}


def return_of(order: Order) -> Return:
    return order.returns.get()


def test_a_return_tells_what_was_asked_and_by_whom(orders: Orders, program: AsPart) -> None:
    order = orders.reopened()
    told = program("colleague").get(f"returns/{return_of(order).number}").json()
    assert (told["order"], told["state"], told["comment"]) == (order.number, "received", "Too dark.")
    assert (told["opened_by"]["name"], told["owner"], told["decision"]) == ("Cleo Customer", None, "")
    assert [entry["action"] for entry in told["history"]] == ["open"]


def test_a_list_of_returns_shows_what_is_theirs_the_newest_first(orders: Orders, program: AsPart) -> None:
    numbers = [return_of(orders.reopened()).number for _ in range(2)]
    assert [each["number"] for each in program("supervisor").get("returns").json()["items"]] == numbers[::-1]
    assert program("rival").get("returns").json()["items"] == []
    assert program("customer").get("returns", state="closed").json()["items"] == []
    assert len(program("customer").get("returns", state="received", limit=1).json()["items"]) == 1


def test_reading_it_takes_it_and_tells_the_customer(cast: Cast, orders: Orders, program: AsPart) -> None:
    order = orders.reopened()
    answer = program("supervisor").post(f"returns/{return_of(order).number}/actions/read")
    told = answer.json()
    assert (answer.status_code, told["state"], told["owner"]["name"]) == (200, "read", "Sune Supervisor")
    assert told["read_at"] is not None
    assert Activity.objects.filter(order=order, action="return_read").count() == 1
    assert Notice.objects.filter(event="return_read", person=cast.customer).count() == 1


def test_it_is_read_once(orders: Orders, program: AsPart) -> None:
    path = f"returns/{return_of(orders.reopened()).number}/actions/read"
    program("supervisor").post(path)
    answer = program("coordinator").post(path)
    assert (answer.status_code, answer.json()["code"]) == (409, "read_already")


def test_somebody_else_of_the_staff_takes_it(orders: Orders, program: AsPart) -> None:
    path = f"returns/{return_of(orders.reopened()).number}/actions/"
    program("supervisor").post(path + "read")
    told = program("coordinator").post(path + "take").json()
    assert (told["state"], told["owner"]["name"]) == ("read", "Cora Coordinator")


@pytest.mark.parametrize("action", ["read", "take"])
@pytest.mark.parametrize("part", ["customer", "artist"])
def test_the_desk_is_the_staffs(orders: Orders, program: AsPart, part: str, action: str) -> None:
    subject = return_of(orders.reopened())
    answer = program(part).post(f"returns/{subject.number}/actions/{action}")
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")
    subject.refresh_from_db()
    assert (subject.state, subject.owner) == ("received", None)


def test_an_amendment_is_quoted_and_starts_when_it_is_approved(orders: Orders, program: AsPart) -> None:
    order = orders.reopened()
    path = f"returns/{return_of(order).number}/actions/"
    quoted = program("supervisor").post(path + "assess", AMENDMENT).json()
    assert (quoted["state"], quoted["quotes"][0]["price"]["minor"]) == ("quoted", 1250)
    assert not order.charges.filter(kind="amendment").exists()
    approved = program("customer").post(path + "approve_quote").json()
    assert (approved["state"], approved["quotes"][0]["state"]) == ("in_work", "approved")
    assert order.charges.get(kind="amendment").minor == 1250


def test_a_declined_quote_closes_it_and_costs_nothing(orders: Orders, program: AsPart) -> None:
    order = orders.reopened()
    path = f"returns/{return_of(order).number}/actions/"
    program("supervisor").post(path + "assess", AMENDMENT)
    assert program("customer").post(path + "decline_quote", {"message": "Too much."}).json()["state"] == "closed"
    assert not order.charges.filter(kind="amendment").exists()


def test_the_table_decides_who_assesses(orders: Orders, program: AsPart) -> None:
    path = f"returns/{return_of(orders.reopened()).number}/actions/assess"
    answer = program("customer").post(path, AMENDMENT)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")


def test_an_assessment_meant_for_one_return_never_decides_another(orders: Orders, program: AsPart) -> None:
    order = orders.reopened()
    feedback = {"comment": "Lovely light.", "keyword": "feedback"}
    orders.do("comment_and_reopen", order, "customer", BEGINNING + 4 * HOUR, **feedback)
    named = order.returns.get(keyword="feedback")
    answer = program("supervisor").post(
        f"returns/{named.number}/actions/assess", {"decision": "feedback", "message": "Thanks."}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "other_return")
    assert set(order.returns.values_list("state", flat=True)) == {"received"}


@pytest.mark.parametrize("action", ["close", "explode", "accept"])
def test_what_is_not_pressed_on_a_return_is_no_address(orders: Orders, program: AsPart, action: str) -> None:
    assert program("admin").post(f"returns/{return_of(orders.reopened()).number}/actions/{action}").status_code == 404


def test_a_program_is_told_what_a_comment_probably_is_before_it_is_sent(orders: Orders, program: AsPart) -> None:
    address = f"orders/{orders.delivered(3).number}/suggestion"
    told = program("customer").post(address, {"comment": "Amendment: add a blue sky"}).json()
    assert (told["kind"], told["keyword"], told["extras"], told["english"]) == (
        "amendment", "amendment", ["blue-sky"], True
    )  # fmt: skip
    assert (told["price"]["text"], told["evidence"][0]["words"]) == ("€9.00", "blue sky")
    assert not Return.objects.exists()


def test_a_return_tells_what_it_was_read_as(orders: Orders, program: AsPart) -> None:
    told = program("customer").get(f"returns/{return_of(orders.reopened()).number}").json()["suggestion"]
    assert (told["kind"], told["price"]) == ("correction", None)
    assert "Brightness: As the style" in {each["line"] for each in told["evidence"]}
