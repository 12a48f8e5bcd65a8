"""Amounts of money: whole minor units (cents) and an ISO 4217 currency code. Never a float."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MINOR_DIGITS = {"EUR": 2, "USD": 2, "GBP": 2, "SEK": 2, "NOK": 2, "DKK": 2, "CHF": 2, "JPY": 0}
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
HUNDRED = 100


@dataclass(frozen=True, order=True)
class Money:
    """``minor`` units of ``currency``; adding two currencies is a ValueError."""

    minor: int
    currency: str = "EUR"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, count: int) -> "Money":
        return Money(self.minor * count, self.currency)

    def __str__(self) -> str:
        digits = MINOR_DIGITS.get(self.currency, 2)
        sign, amount = "\N{MINUS SIGN}" if self.minor < 0 else "", f"{abs(self.decimal):,.{digits}f}"
        symbol = SYMBOLS.get(self.currency)
        return f"{sign}{symbol}{amount}" if symbol else f"{sign}{amount} {self.currency}"

    @property
    def decimal(self) -> Decimal:
        """The amount in whole units, exactly."""
        return Decimal(self.minor).scaleb(-MINOR_DIGITS.get(self.currency, 2))

    def percent(self, rate: int) -> "Money":
        """``rate`` per cent of it, rounded half up to the minor unit."""
        exact = Decimal(self.minor * rate) / HUNDRED
        return Money(int(exact.quantize(Decimal(1), ROUND_HALF_UP)), self.currency)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return other.minor


def from_decimal(amount: Decimal, currency: str) -> Money:
    """Whole units to Money, rounded half up to the minor unit."""
    minor = amount.scaleb(MINOR_DIGITS.get(currency, 2)).quantize(Decimal(1), ROUND_HALF_UP)
    return Money(int(minor), currency)
