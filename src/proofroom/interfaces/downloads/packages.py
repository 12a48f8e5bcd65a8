"""What a package of an order holds; pages and API send the same ones."""

from proofroom.files.package.layout import Layout, as_entry
from proofroom.orders.models import Order
from proofroom.orders.queries import delivered_versions


def delivered_package(order: Order) -> Layout:
    """The newest delivered result of every picture, in the order's order."""
    return Layout(as_entry(version.file) for version in delivered_versions(order))


def originals_package(order: Order) -> Layout:
    """Everything the customer gave."""
    return Layout(as_entry(item.original) for item in order.items.select_related("original__blob"))
