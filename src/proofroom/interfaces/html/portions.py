"""Long lists in portions, newest first: the next one is found by where this one ended, so nothing is counted."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import QueryDict

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Portion(Generic[Row]):
    """One portion; ``pieces/portions.html`` takes ``older`` and ``newest``."""

    rows: list[Row]
    """What it holds."""
    older: str
    """The query of the next portion; empty at the end."""
    newest: str
    """The query of the first portion; empty on it."""


def portion_of(rows: QuerySet[Row], asked: QueryDict, at_once: int) -> Portion[Row]:
    """``at_once`` of ``rows`` by falling number, from ``before`` on; everything else asked for stays in the links."""
    before, kept = asked.get("before", ""), asked.copy()
    kept.pop("before", None)
    if before.isdecimal():
        rows = rows.filter(pk__lt=int(before[:18]))
    found = list(rows.order_by("-pk")[: at_once + 1])
    newest = f"?{kept.urlencode()}" if before else ""
    if len(found) > at_once:
        kept["before"] = str(found[at_once - 1].pk)
        return Portion(found[:at_once], f"?{kept.urlencode()}", newest)
    return Portion(found, "", newest)
