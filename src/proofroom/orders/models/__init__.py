"""The records of an order, one file per subject."""

from proofroom.orders.models.order import Item, NumberSeries, Order
from proofroom.orders.models.praise import Review
from proofroom.orders.models.production import Delivery, LooseResult, Version
from proofroom.orders.models.talk import Activity, Message, Unread
from proofroom.orders.models.time import Cancellation, Deadline, Extension

__all__ = [
    "Activity",
    "Cancellation",
    "Deadline",
    "Delivery",
    "Extension",
    "Item",
    "LooseResult",
    "Message",
    "NumberSeries",
    "Order",
    "Review",
    "Unread",
    "Version",
]
