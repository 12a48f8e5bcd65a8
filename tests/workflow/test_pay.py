"""What artists read as their pay is what is kept as owed to them when the order is completed (Row C8)."""

from collections.abc import Callable

import pytest
from django.db.models import Sum

from proofroom.catalogue.models import Extra
from proofroom.catalogue.specification import specify
from proofroom.core.money import Money
from proofroom.orders.commands.drafting import Brief, change_draft
from proofroom.orders.commands.producing import put_result
from proofroom.orders.models import Order
from proofroom.payments.pay import pay_of
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders, picture


def owed(orders: Orders, order: Order, part: str = "artist") -> Money:
    """All that was kept as owed to this artist for the order."""
    mine = order.payouts.filter(artist=orders.cast.named(part))
    return Money(mine.aggregate(sum=Sum("minor"))["sum"] or 0)


def delivered_again(orders: Orders, order: Order, part: str = "artist", hour: int = 5) -> Order:
    artist, at = orders.cast.named(part), orders.begin + hour * HOUR
    for item in order.items.all():
        put_result(order, picture(item.name, artist), artist, at, item)
    return orders.do("deliver", order, part, at)


def as_ordered(orders: Orders) -> Order:
    return orders.delivered()


def with_an_extra(orders: Orders) -> Order:
    Extra.objects.update(price_at_first=155)
    order = orders.draft(pictures=3)
    change_draft(order, Brief(orders.product, specify(orders.product, "bright", extras=("blue-sky",))), orders.begin)
    orders.do("place", order, "customer", orders.begin)
    orders.do("claim", order, "artist", orders.begin + HOUR)
    orders.put_results(order)
    return orders.do("deliver", order, "artist", orders.begin + 5 * HOUR)


def after_an_amendment(orders: Orders) -> Order:
    at, order = orders.begin + 4 * HOUR, orders.reopened()
    orders.do("assess", order, "supervisor", at, decision="amendment", message="We can.", price="6.35")
    orders.do("approve_quote", order, "customer", at)
    return delivered_again(orders, order)


def after_a_refund(orders: Orders) -> Order:
    order = orders.in_production()
    orders.do("refund", order, "manager", orders.begin + 30 * HOUR, amount="3.33", reason="Late.")
    return orders.do("deliver", order, "artist", orders.begin + 31 * HOUR)


@pytest.mark.parametrize(
    ("story", "cents"),
    [(as_ordered, 1_400), (with_an_extra, 2_426), (after_an_amendment, 1_845), (after_a_refund, 1_167)],
)
def test_what_is_promised_before_completion_is_owed_after_it(
    signed_in: SignedIn, orders: Orders, story: Callable[[Orders], Order], cents: int
) -> None:
    order, pay = story(orders), Money(cents)
    promised = pay_of(order)
    orders.do("accept", order, "customer", orders.begin + 32 * HOUR)
    assert promised == pay_of(order) == owed(orders, order) == pay
    client = signed_in("artist")
    assert client.get(f"/api/v1/orders/{order.number}").json()["pay"]["minor"] == cents
    assert client.get("/api/v1/orders").json()["items"][0]["pay"]["minor"] == cents
    assert f"<strong>{pay}</strong>, owed to you since" in client.get(f"/orders/{order.number}/").content.decode()
    assert f'class="number">{pay}</td>' in client.get("/orders/").content.decode()


def test_a_refund_after_completion_is_read_as_it_is_kept(orders: Orders) -> None:
    """A correction was tried and failed, so a refund has its ground (Row B9)."""
    order = orders.reopened()
    for hour in (4, 7):
        given = {"decision": "correction", "message": "Yes."}
        orders.do("assess", order, "supervisor", orders.begin + hour * HOUR, **given)
        delivered_again(orders, order, hour=hour + 1)
        if hour == 4:
            orders.do("comment_and_reopen", order, "customer", orders.begin + 6 * HOUR, comment="Still dark.")
    orders.do("complete_automatically", order, "system", orders.begin + 200 * HOUR)
    assert pay_of(order) == owed(orders, order) == Money(1_400)
    orders.do("refund", order, "manager", orders.begin + 201 * HOUR, amount="5.55", reason="Still dark.")
    assert pay_of(order) == owed(orders, order) == Money(1_012)


def test_a_cancelled_order_pays_nothing(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.do("cancel", orders.in_production(), "artist", orders.begin + 2 * HOUR, reason="I am ill.")
    assert pay_of(order) == owed(orders, order) == Money(0)
    page = signed_in("artist").get(f"/orders/{order.number}/").content.decode()
    assert "<strong>€0.00</strong>. The order is cancelled." in page


def test_another_artists_pay_for_the_same_order_is_not_read_as_ones_own(orders: Orders) -> None:
    """A revision after completion, quoted and given to somebody else."""
    order, at, second = orders.completed(), orders.begin + 4 * HOUR, orders.cast.artist2
    orders.do("comment_and_reopen", order, "customer", at, comment="A blue sofa, please.")
    orders.do("agree_to_revise", order, "artist", at)
    orders.do("assess", order, "supervisor", at, decision="amendment", message="We can.", price="6.35")
    orders.do("reassign", order, "coordinator", at, artist=second.pk)
    order = orders.do("approve_quote", order, "customer", at)
    assert pay_of(order) == Money(445)
    delivered_again(orders, order, "artist2")
    orders.do("accept", order, "customer", orders.begin + 6 * HOUR)
    assert (owed(orders, order), owed(orders, order, "artist2")) == (Money(1_400), Money(445))
    assert pay_of(order) == Money(445)


def test_a_free_job_promises_what_whoever_claims_it_is_paid(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.placed(pictures=3)
    assert f"<strong>{pay_of(order)}</strong>" in signed_in("artist2").get("/board/").content.decode()
    assert pay_of(orders.do("claim", order, "artist2", orders.begin + HOUR)) == Money(2_100)
