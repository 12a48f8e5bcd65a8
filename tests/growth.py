"""A page needs as many queries for twice the rows: asked, not guessed, so no number stands in a test."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries_of(client: Client, address: str) -> int:
    """Queries of one GET that answers 200."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def assert_flat(client: Client, address: str, add_row: Callable[[], object], rows: int = 3) -> None:
    """Adds ``rows`` rows and as many again: the page reads as often."""
    for _ in range(rows):
        add_row()
    few = queries_of(client, address)
    for _ in range(rows):
        add_row()
    assert queries_of(client, address) == few
