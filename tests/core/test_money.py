"""Amounts as people read them."""

import pytest

from proofroom.core.money import Money


@pytest.mark.parametrize(
    ("money", "reads"),
    [
        (Money(123_450), "€1,234.50"),
        (Money(-1_800), "\N{MINUS SIGN}€18.00"),
        (Money(-50, "SEK"), "\N{MINUS SIGN}0.50 SEK"),
        (Money(1_200, "JPY"), "¥1,200"),
    ],
)
def test_an_amount_reads_as_people_write_it(money: Money, reads: str) -> None:
    assert str(money) == reads
