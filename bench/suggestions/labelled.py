"""The labelled comments with the orders they are about."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proofroom.catalogue.models import Product
from proofroom.catalogue.specification import specify
from proofroom.catalogue.vocabulary import vocabulary
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.suggestion.order import Ordered

HERE = Path(__file__).parent
TEST = (0, 3)


@dataclass(frozen=True)
class Labelled:
    """A comment and what a supervisor would decide."""

    number: int
    order: str
    kind: Keyword
    misspelt: tuple[str, ...]
    comment: str

    @property
    def for_test(self) -> bool:
        return self.number % 5 in TEST


def labelled() -> list[Labelled]:
    return [
        Labelled(int(row["number"]), row["order"], Keyword(row["kind"]), tuple(row["misspelt"].split()), row["comment"])
        for row in _rows("labelled.csv")
    ]


def orders() -> dict[str, dict[str, str]]:
    """What was ordered, by the orders' names."""
    return {row["order"]: row for row in _rows("orders.csv")}


def not_english() -> list[str]:
    return [row["comment"] for row in _rows("not_english.csv")]


def read(row: dict[str, str]) -> Ordered:
    """One of the orders with the demo's catalogue, read from the database as for every comment that comes in."""
    chosen = Product.objects.prefetch_related("styles", "variables__levels", "extras")
    product = chosen.get(slug=row["product"])
    levels = {name: int(value) for name, value in (each.split("=") for each in row["variables"].split())}
    after = row["delivered"] == "yes"
    return Ordered(
        spec=specify(product, row["style"] or None, levels, tuple(row["extras"].split())),
        words=vocabulary(product),
        prices={each.slug: each.price_after if after else each.price_at_first for each in product.extras.all()},
        pictures=int(row["pictures"]),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
