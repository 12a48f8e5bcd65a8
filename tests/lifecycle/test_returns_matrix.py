"""Holds the returns' table to returns_matrix.csv, and walks what is pressed on a return itself through both doors.

The matrix was written from what customers, artists and staff are promised (Rows B1-B14), never from the table. Whoever
first read or decided a return has it; what came in last is unread where the studio has to look. The closed one was
declined by the supervisor.
"""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.orders.lifecycle.states import Role
from proofroom.people.tokens import issue_token
from proofroom.returns.guards import ReturnFacts
from proofroom.returns.lifecycle import ReturnAction, ReturnState, move_for, return_offers
from proofroom.returns.models import Return
from proofroom.workflow.desk import act_on_return
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders

MATRIX = Path(__file__).with_name("returns_matrix.csv")
ROLES = ("customer", "artist", "coordinator", "supervisor", "manager", "admin", "system")
PRESSED = ("read", "take", "hand_over", "say")
UNREAD = {"waiting", "received", "disputed"}
OWNERS = {"waiting": "", "received": "", "read": "coordinator"}
Row = dict[str, str]


def matrix() -> list[Row]:
    with MATRIX.open(newline="") as lines:
        return list(csv.DictReader(lines))


def facts(state: str, role: str) -> ReturnFacts:
    yours = OWNERS.get(state, "supervisor") == role
    return ReturnFacts(
        Role(role), unread=state in UNREAD, yours=yours, your_job=role == "artist", turned_down=state == "closed"
    )


def answer_of_the_table(state: str, action: str, role: str) -> str:
    try:
        row = move_for(ReturnAction(action), ReturnState(state), facts(state, role))
    except Refused as refusal:
        return refusal.code
    return row.target or state


def test_the_table_answers_as_the_matrix_says() -> None:
    wrong = [
        f"{row['state']} {role} {row['action']}: matrix {row[role]}, table {answer}"
        for row in matrix()
        for role in ROLES
        if (answer := answer_of_the_table(row["state"], row["action"], role)) != row[role]
    ]
    assert wrong == []


def test_the_matrix_has_one_line_for_every_action_in_every_state() -> None:
    wanted = sorted((state, action) for state in ReturnState for action in ReturnAction)
    assert sorted((row["state"], row["action"]) for row in matrix()) == wanted


def test_what_is_offered_is_what_is_done() -> None:
    for row in matrix():
        for role in ROLES:
            offers = return_offers(ReturnState(row["state"]), facts(row["state"], role))
            offered = any(each.action == row["action"] and each.reason is None for each in offers)
            assert offered is (row[role] in set(ReturnState)), row


def in_state(orders: Orders, state: str) -> Return:
    """A return in this state, brought there through the commands that people use."""
    orders.begin = clock.now() - 6 * HOUR
    order = orders.completed() if state == "waiting" else orders.delivered()
    if state == "answered":
        wrong = [{"item": item.pk, "comment": "Too dark."} for item in order.items.all()]
        orders.do("reject_images", order, "customer", orders.begin + 4 * HOUR, items=wrong)
    else:
        orders.do("comment_and_reopen", order, "customer", orders.begin + 4 * HOUR, comment="Too dark.")
    steps: dict[str, list[tuple[str, str, dict[str, object]]]] = {
        "quoted": [("assess", "supervisor", {"decision": "amendment", "message": "New.", "price": "6"})],
        "in_work": [("assess", "supervisor", {"decision": "correction", "message": "Yes."})],
        "closed": [("assess", "supervisor", {"decision": "declined", "message": "No."})],
    }
    steps["disputed"] = [*steps["quoted"], ("comment_and_reopen", "customer", {"comment": "It was ordered."})]
    steps["answered"] = [*steps["in_work"], ("deliver", "artist", {})]
    for action, part, given in steps.get(state, []):
        if action == "deliver":
            orders.put_results(order)
        orders.do(action, order, part, orders.begin + 5 * HOUR, **given)
    subject = order.returns.get()
    if state == "read":
        act_on_return("read", subject, orders.cast.actor("coordinator"), orders.begin + 5 * HOUR)
    subject.refresh_from_db()
    assert subject.state == state
    return subject


Door = Callable[[str, Return, str, dict[str, object]], str]


@pytest.fixture(params=["api", "page"])
def door(request: pytest.FixtureRequest, orders: Orders, signed_in: SignedIn) -> Door:
    """A person tries an action on a return: ``done``, ``404``, or what the refusal calls itself."""

    def by_api(part: str, subject: Return, action: str, given: dict[str, object]) -> str:
        key = issue_token(orders.cast.named(part), "matrix", clock.now())
        address = f"/api/v1/returns/{subject.number}/actions/{action}"
        headers = {"Authorization": f"Bearer {key}"}
        answer = Client().post(address, given, content_type="application/json", headers=headers)
        return answer.json()["code"] if answer.status_code == 409 else _told(answer.status_code, 200)

    def by_page(part: str, subject: Return, action: str, given: dict[str, object]) -> str:
        answer = signed_in(part).post(f"/returns/{subject.number}/actions/{action}/", given)
        return _told(answer.status_code, 302)

    return by_api if request.param == "api" else by_page


def _told(code: int, done: int) -> str:
    return {done: "done", 409: "refused"}.get(code, str(code))


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is rolled back: each cell meets the same return."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("state", ReturnState)
def test_every_cell_is_so_at_the_doors_and_a_refusal_changes_nothing(
    orders: Orders, door: Door, request: pytest.FixtureRequest, state: str
) -> None:
    subject = in_state(orders, state)
    before = Return.objects.values().get(pk=subject.pk), subject.history.count()
    cells = {row["action"]: row for row in matrix() if row["state"] == state and row["action"] in PRESSED}
    given: dict[str, dict[str, object]] = {"hand_over": {"to": orders.cast.admin.pk}, "say": {"text": "Well."}}
    wrong = []
    for action in PRESSED:
        for part in (*ROLES[:-1], "colleague", "rival", "artist2"):
            expected = _expected(cells[action], part)
            with undone():
                answer = door(part, subject, action, given.get(action, {}))
                now = Return.objects.values().get(pk=subject.pk), subject.history.count()
            if expected in set(ReturnState):
                right = answer == "done" and now[0]["state"] == expected and now[1] == before[1] + 1
            else:
                right = answer in (expected, "404" if expected == "404" else "refused") and now == before
            if not right:
                wrong.append(f"{part} {action}: expected {expected}, got {answer}, {now[0]['state']}")
    assert wrong == []


def _expected(row: Row, part: str) -> str:
    """The colleague does what the customer may; for the others nothing exists."""
    if part in {"rival", "artist2"}:
        return "404"
    return row["customer" if part == "colleague" else part]
