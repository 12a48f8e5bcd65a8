"""Every cell of matrix.csv through both doors of the real server: each answers so, and a refusal changes no row."""

import csv
import itertools
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from proofroom.core import clock
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.redistribution.destinations import add_destination
from tests.cast import Cast, make_cast
from tests.lifecycle.doors import ApiDoor, Door, PageDoor
from tests.lifecycle.given import given_for
from tests.lifecycle.stage import Stage
from tests.orders_in_states import HOUR, make_product
from tests.running_site import running_site

MATRIX = Path(__file__).with_name("matrix.csv")
# The colleague does what the customer may; for the rival nothing exists; nobody signs in as the system.
COLUMNS = {
    "customer": "customer",
    "colleague": "customer",
    "rival": None,
    "artist": "artist",
    "artist2": "artist2",
    "coordinator": "coordinator",
    "supervisor": "supervisor",
    "manager": "manager",
    "admin": "admin",
}


def cells() -> dict[str, list[dict[str, str]]]:
    """The lines of the matrix by situation."""
    found: dict[str, list[dict[str, str]]] = {}
    with MATRIX.open() as file:
        for line in csv.DictReader(file):
            found.setdefault(line["situation"], []).append(line)
    return found


CELLS = cells()


class Desk:
    """The running site with everybody at one of its doors."""

    def __init__(self, address: str, door: type[ApiDoor] | type[PageDoor], cast: Cast, stage: Stage) -> None:
        self.cast = cast
        self.stage = stage
        self.named = door is ApiDoor
        self.people: dict[str, Door] = {part: door(address, cast.named(part)) for part in COLUMNS}

    def act(self, part: str, order: Order, line: str) -> str:
        """The person tries the line's action on the order, with everything it needs."""
        action, _, choice = line.partition(":")
        return self.people[part].act(action, order, given_for(action, choice, order, self.cast))

    def is_as_expected(self, answer: str, expected: str) -> bool:
        """Pages refuse in words: only the API names the code."""
        return answer == (expected if self.named or expected == "404" else "refused")


@pytest.fixture(params=[ApiDoor, PageDoor], ids=["by_api", "by_page"])
def desk(request: pytest.FixtureRequest, transactional_db: None) -> Iterator[Desk]:
    """Everybody, and the site on the same database."""
    cast = make_cast()
    with running_site() as address:
        begin = clock.now() - 4 * HOUR - timedelta(minutes=5)
        mailed = {"recipients": ["client@example.com"]}
        add_destination(cast.account.pk, cast.actor("customer"), "email", "Client", mailed, begin)
        yield Desk(address, request.param, cast, Stage(cast, make_product(), begin))


@pytest.mark.parametrize("situation", CELLS)
def test_what_is_refused_changes_nothing(desk: Desk, situation: str) -> None:
    order = desk.stage.situation(situation)
    before = rows()
    wrong = []
    for line, part in itertools.product(CELLS[situation], COLUMNS):
        expected = expected_cell(line, part)
        if expected in set(State):
            continue
        answer = desk.act(part, order, line["action"])
        if not desk.is_as_expected(answer, expected):
            wrong.append(f"{part} {line['action']}: expected {expected}, got {answer}")
    assert not wrong
    assert rows() == before


@pytest.mark.parametrize("situation", CELLS)
def test_what_is_allowed_leads_where_the_matrix_says(desk: Desk, situation: str) -> None:
    wrong = []
    for line, part in itertools.product(CELLS[situation], COLUMNS):
        expected = expected_cell(line, part)
        if expected not in set(State):
            continue
        order = desk.stage.situation(situation)
        answer = desk.act(part, order, line["action"])
        order.refresh_from_db()
        if (answer, order.state) != ("done", expected):
            wrong.append(f"{part} {line['action']}: expected {expected}, is {order.state}: {answer}")
    assert not wrong


def expected_cell(line: dict[str, str], part: str) -> str:
    """The cell for a person; what does not exist for the rival is 404."""
    column = COLUMNS[part]
    return line[column] if column else "404"


def rows() -> dict[str, object]:
    """How many rows each table has, and the newest order as it stands: what a refusal must leave as it was."""
    with connection.cursor() as cursor:
        counts: dict[str, object] = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()
        cursor.execute("SELECT * FROM orders_order ORDER BY id DESC LIMIT 1")
        counts["the order"] = cursor.fetchone()
    return counts
