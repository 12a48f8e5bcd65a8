"""Many pictures rejected and delivered again cost as many queries as few."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proofroom.core.errors import Refused
from proofroom.orders.models import Order
from proofroom.returns.commands import reject_items
from proofroom.returns.models import RejectedItem
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


def reject_all(orders: Orders, order: Order) -> int:
    items = [{"item": item.pk, "comment": f"Too dark: {item.name}"} for item in order.items.all()]
    return queries(lambda: orders.do("reject_images", order, "customer", BEGINNING + 3 * HOUR, items=items))


def deliver_again(orders: Orders, order: Order) -> int:
    order = orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, decision="correction", message="Sorry.")
    orders.put_results(order)
    return queries(lambda: orders.do("deliver", order, "artist", BEGINNING + 5 * HOUR))


def test_twice_the_pictures_cost_no_more_queries(orders: Orders) -> None:
    few, many = orders.delivered(2), orders.delivered(4)
    reject_all(orders, orders.delivered(1))  # the first return starts the series of their numbers
    assert reject_all(orders, few) == reject_all(orders, many)
    few.refresh_from_db()
    many.refresh_from_db()
    assert deliver_again(orders, few) == deliver_again(orders, many)
    kept = RejectedItem.objects.filter(of__order=many).order_by("pk")
    assert [(each.comment, each.adjusted and each.adjusted.number) for each in kept] == [
        (f"Too dark: room-{number}.jpg", 2) for number in range(1, 5)
    ]


def test_rejected_again_in_the_same_return_the_newest_comment_stands(orders: Orders) -> None:
    order = orders.reopened()
    first, second = order.items.all()
    for comments in ({first.pk: "Dark."}, {first.pk: "Too dark.", second.pk: "Tilted."}):
        reject_items(order.returns.get(), order, comments)
    assert list(RejectedItem.objects.order_by("item").values_list("comment", flat=True)) == ["Too dark.", "Tilted."]


def test_a_picture_of_another_order_rejects_nothing(orders: Orders) -> None:
    order, other = orders.reopened(), orders.delivered()
    mine, foreign = order.items.all()[0], other.items.all()[0]
    with pytest.raises(Refused, match=f"Picture {foreign.pk} is not part"):
        reject_items(order.returns.get(), order, {mine.pk: "Dark.", foreign.pk: "Dark."})
    assert not RejectedItem.objects.exists()
