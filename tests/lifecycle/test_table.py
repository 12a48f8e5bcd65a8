"""Holds the lifecycle table to matrix.csv, which was written from the sources and never from the table."""

import ast
import csv
import inspect
from dataclasses import replace
from pathlib import Path
from typing import get_type_hints

import pytest

from proofroom.orders.lifecycle import guards
from proofroom.orders.lifecycle.engine import Guard, first_reason
from proofroom.orders.lifecycle.states import Action, Effect, State
from proofroom.orders.lifecycle.table import TRANSITIONS
from tests.lifecycle.situations import CHOICES, COLUMNS, NOW, SITUATIONS, lines_of, outcome, read_line, seen_by

HERE = Path(__file__).parent
INVISIBLE = "404"


def matrix() -> list[dict[str, str]]:
    with (HERE / "matrix.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_table_answers_as_the_matrix_says(situation: str) -> None:
    disagreements = [
        f"{column} {row['action']}: matrix {row[column]}, table {answer}"
        for row in matrix()
        if row["situation"] == situation
        for column in COLUMNS
        if row[column] != INVISIBLE  # visibility is decided before the table is asked
        for action, choice in [read_line(row["action"])]
        if (answer := outcome(action, seen_by(column, situation, choice))) != row[column]
    ]
    assert disagreements == []


def test_the_matrix_has_one_line_for_every_action_in_every_situation() -> None:
    wanted = sorted((situation, line) for situation in SITUATIONS for action in Action for line in lines_of(action))
    assert sorted((row["situation"], row["action"]) for row in matrix()) == wanted


def test_every_state_has_a_situation() -> None:
    assert {facts.state for facts in SITUATIONS.values()} == set(State)


def test_the_customer_and_the_system_see_every_order() -> None:
    assert [row for row in matrix() if INVISIBLE in (row["customer"], row["system"])] == []


def test_a_person_sees_an_order_for_all_actions_or_for_none() -> None:
    seen: dict[tuple[str, str], set[bool]] = {}
    for row in matrix():
        for column in COLUMNS:
            seen.setdefault((row["situation"], column), set()).add(row[column] != INVISIBLE)
    assert [place for place, answers in seen.items() if len(answers) > 1] == []


def test_only_a_cancelled_order_has_no_exit() -> None:
    left = {source for row in TRANSITIONS for source in row.sources if row.target not in {None, source}}
    assert set(State) - left == {State.CANCELLED}


def test_every_state_can_be_reached_from_a_draft() -> None:
    reached = {State.DRAFT}
    for _ in State:
        reached |= {row.target for row in TRANSITIONS if row.target and row.sources & reached}
    assert reached == set(State)


def test_nobody_gets_money_back_after_acceptance() -> None:
    refunds = {Effect.REFUND_ALL, Effect.REFUND_PART}
    paid_back = [
        f"{situation}: {column} {row.action}"
        for situation in SITUATIONS
        if SITUATIONS[situation].state not in {State.DRAFT, State.PLACED}  # never accepted yet
        for column in COLUMNS
        for row in TRANSITIONS
        if refunds & set(row.effects)
        for choice in CHOICES.get(row.action, (None,))
        for facts in [replace(seen_by(column, situation, choice), accepted=True)]
        if facts.role in row.roles and facts.state in row.sources and row.when(facts, NOW)
        if first_reason(row, facts, NOW) is None
    ]
    assert paid_back == []


def all_guards() -> dict[str, Guard]:
    found = inspect.getmembers(guards, inspect.isfunction)
    return {name: guard for name, guard in found if get_type_hints(guard).get("return") == guards.Reason | None}


def test_every_guard_guards_something() -> None:
    used = {guard for row in TRANSITIONS for guard in row.guards}
    assert sorted(name for name, guard in all_guards().items() if guard not in used) == []


def refusal_codes() -> set[str]:
    """Every first word of a Reason in guards.py."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(guards))) if isinstance(node, ast.Call)]
    reasons = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Reason"]
    return {str(ast.literal_eval(reason.args[0])) for reason in reasons}


def test_every_refusal_is_shown_in_the_matrix_or_in_a_test_of_its_guard() -> None:
    cells = {row[column] for row in matrix() for column in COLUMNS}
    tested = (HERE / "test_guards.py").read_text()
    assert sorted(code for code in refusal_codes() - cells if f'"{code}"' not in tested) == []
