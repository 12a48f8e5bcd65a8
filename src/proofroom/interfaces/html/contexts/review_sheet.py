"""The contact sheet of an order: every picture with its verdict (Row A7)."""

from dataclasses import dataclass

from proofroom.interfaces.html.contexts.order_files import OrderItem
from proofroom.orders.models import Order


@dataclass(frozen=True)
class ReviewSheet:
    """All pairs of an order."""

    order: Order
    """The order."""
    items: list[OrderItem]
    """Pictures with at least one delivered result."""
    missing: int
    """How many pictures have none yet."""
    can_reject: bool
    """The table offers rejecting now."""
    reject: str
    """Where several are rejected in one go."""
    trail: list[tuple[str, str]]
    """Where the page stands."""
