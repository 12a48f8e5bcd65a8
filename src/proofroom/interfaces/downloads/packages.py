"""What a package of an order holds; pages and API send the same ones."""

from proofroom.core.errors import Refused
from proofroom.files.package.layout import Layout, as_entry
from proofroom.orders.models import Order
from proofroom.orders.queries import delivered_versions


def delivered_package(order: Order) -> Layout:
    """The newest delivered result of every picture, in the order's order. Raises Refused while there is none."""
    layout = Layout(as_entry(version.file) for version in delivered_versions(order))
    if not layout.entries:
        raise Refused("nothing_delivered", "Nothing has been delivered yet, so there is nothing to download.")
    return layout


def originals_package(order: Order) -> Layout:
    """Everything the customer gave."""
    return Layout(as_entry(item.original) for item in order.items.select_related("original__blob"))
