"""What the pages about money receive. Accounts pay by invoice: what was charged less what was refunded is owed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from proofroom.core.money import Money
from proofroom.orders.models import Order
from proofroom.payments.bills import Accounts, entries_between, months_of
from proofroom.payments.models import Charge, Refund
from proofroom.people.models import Account, Person
from proofroom.people.zones import zone_of

MONTH = "%Y-%m"
DECEMBER = 12


@dataclass(frozen=True)
class Month:
    """One choice of the month's filter."""

    value: str
    """What the form sends: ``2026-03``."""
    label: str
    """What people read: ``March 2026``."""
    chosen: bool
    """The page shows it."""


@dataclass(frozen=True)
class Line:
    """One line of what was charged."""

    label: str
    """What for."""
    count: int
    """How many pieces; 0 where that means nothing."""
    total: str
    """What it costs."""


@dataclass(frozen=True)
class Entry:
    """One charge or refund of an order."""

    number: str
    """The order's number."""
    product: str
    """What was ordered."""
    at: datetime
    """When."""
    says: str
    """What it was for."""
    lines: list[Line]
    """What a charge is made of; empty for a refund."""
    amount: Money
    """Negative for a refund."""


@dataclass(frozen=True)
class Statement:
    """What one account was charged and given back in one currency."""

    account: str
    """The account's name."""
    entries: list[Entry]
    """Oldest first."""
    charged: Money
    """The sum of the charges."""
    refunded: Money
    """The sum of the refunds, positive."""

    @property
    def owed(self) -> Money:
        """Charged and not refunded."""
        return self.charged - self.refunded


@dataclass(frozen=True)
class InvoicesPage:
    """Charges and refunds of one month."""

    months: list[Month]
    """Those with an entry, newest first."""
    label: str
    """The month shown; empty while there is none."""
    statements: list[Statement]
    """One per account and currency."""


@dataclass(frozen=True)
class InvoicePage:
    """The invoice of one order."""

    order: Order
    """The order."""
    statement: Statement
    """All its charges and refunds."""


@dataclass(frozen=True)
class PaymentMethodsPage:
    """How the reader's accounts pay."""

    accounts: list[Account]
    """By name, each with its manager."""


def invoices_page(accounts: Accounts, reader: Person, wanted: str) -> InvoicesPage:
    """The month ``wanted`` (``2026-03``) in the reader's zone, or the newest one."""
    zone = zone_of(reader)
    starts = [start.astimezone(zone) for start in months_of(accounts, zone)]
    shown = next((start for start in starts if f"{start:{MONTH}}" == wanted), starts[0] if starts else None)
    months = [Month(f"{start:{MONTH}}", f"{start:%B %Y}", start == shown) for start in starts]
    if shown is None:
        return InvoicesPage(months, "", [])
    return InvoicesPage(months, f"{shown:%B %Y}", statements_of(entries_between(accounts, shown, _next_month(shown))))


def invoice_page(order: Order) -> InvoicePage | None:
    """Everything charged and refunded for the order; None while nothing was charged."""
    records: list[Charge | Refund] = [
        *order.charges.select_related("order__account"),
        *order.refunds.select_related("order__account"),
    ]
    statements = statements_of(sorted(records, key=lambda record: record.at))
    return InvoicePage(order, statements[0]) if statements else None


def statements_of(records: Iterable[Charge | Refund]) -> list[Statement]:
    """The records sorted apart by account and currency."""
    apart: dict[tuple[str, int, str], list[Charge | Refund]] = {}
    for record in records:
        account = record.order.account
        apart.setdefault((account.name, account.pk, record.currency), []).append(record)
    return [_statement(name, currency, apart[name, pk, currency]) for name, pk, currency in sorted(apart)]


def lines_of(charge: Charge) -> list[Line]:
    """What was charged, as it was written down then; what costs nothing is called free."""
    free = str(Money(0, charge.currency))
    return [
        Line(each["label"], int(each.get("count", 0)), "free" if each["total"] == free else each["total"])
        for each in charge.lines
    ]


def _statement(account: str, currency: str, records: list[Charge | Refund]) -> Statement:
    charged = sum(record.minor for record in records if isinstance(record, Charge))
    refunded = sum(record.minor for record in records if isinstance(record, Refund))
    entries = [_entry(record) for record in records]
    return Statement(account, entries, Money(charged, currency), Money(refunded, currency))


def _entry(record: Charge | Refund) -> Entry:
    number, product = record.order.number, record.order.specification["name"]
    if isinstance(record, Refund):
        return Entry(number, product, record.at, f"Refund. {record.reason}", [], Money(-record.minor, record.currency))
    says = "Order placed" if record.kind == Charge.Kind.ORDER else "Approved amendment"
    return Entry(number, product, record.at, says, lines_of(record), record.money)


def _next_month(start: datetime) -> datetime:
    if start.month == DECEMBER:
        return start.replace(year=start.year + 1, month=1)
    return start.replace(month=start.month + 1)
