"""The correction rate with the list behind it, for the studio and for each account (Row B10)."""

from datetime import timedelta
from typing import Any

import pytest

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.returns.corrections import YEAR, Rate, rate_of, rates_by
from tests.cast import Cast
from tests.conftest import SignedIn
from tests.growth import queries_of
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db
ALL = Order.objects.all


def sent_back(orders: Orders, decision: str, pictures: int = 4, rejected: int = 1, **given: object) -> Order:
    """A delivered order of which some pictures were rejected and assessed."""
    order = orders.delivered(pictures)
    items = [{"item": item.pk, "comment": "Too dark."} for item in order.items.all()[:rejected]]
    orders.do("reject_images", order, "customer", orders.begin + 3 * HOUR, items=items)
    return orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision=decision, message="So.", **given)


def commented(orders: Orders, decision: str) -> Order:
    """A delivered order that was sent back without naming a picture."""
    order = orders.reopened(2)
    return orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision=decision, message="So.")


def test_corrected_pictures_are_divided_by_delivered_ones_and_amendments_do_not_count(orders: Orders) -> None:
    at = orders.begin + 5 * HOUR
    named, general, amended = orders.delivered(4), orders.delivered(3), orders.delivered(3)
    wrong = [{"item": item.pk, "comment": "Dark."} for item in named.items.all()[:2]]
    orders.do("reject_images", named, "customer", orders.begin + 3 * HOUR, items=wrong)
    for order in (general, amended):
        orders.do("comment_and_reopen", order, "customer", orders.begin + 3 * HOUR, comment="Hm.")
    for order in (named, general):
        orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision="correction", message="Yes.")
    orders.do("assess", amended, "supervisor", orders.begin + 4 * HOUR, decision="amendment", message="New.", price="6")
    assert rate_of(ALL(), at) == Rate(3, 10)
    assert rate_of(ALL(), at).percent == 30
    assert rate_of(ALL(), at + timedelta(days=400)).percent is None


def test_a_picture_counts_once_however_often_it_came_back(orders: Orders) -> None:
    order = sent_back(orders, "correction")
    orders.put_results(order)
    orders.do("deliver", order, "artist", orders.begin + 5 * HOUR)
    items = [{"item": order.items.all()[0].pk, "comment": "Still."}]
    orders.do("reject_images", order, "customer", orders.begin + 6 * HOUR, items=items)
    orders.do("assess", order, "supervisor", orders.begin + 7 * HOUR, decision="correction", message="Yes.")
    assert rate_of(ALL(), orders.begin + 8 * HOUR) == Rate(1, 4)


@pytest.mark.parametrize(("decision", "given"), [("declined", {}), ("amendment", {"price": "5.00"})])
def test_what_is_no_correction_does_not_count(orders: Orders, decision: str, given: dict[str, Any]) -> None:
    sent_back(orders, decision, **given)
    assert rate_of(ALL(), orders.begin + 5 * HOUR) == Rate(0, 4)


def test_a_correction_that_names_no_picture_counts_as_one(orders: Orders) -> None:
    commented(orders, "correction")
    assert rate_of(ALL(), orders.begin + 5 * HOUR) == Rate(1, 2)


def test_what_was_asked_before_anything_was_delivered_does_not_count(orders: Orders) -> None:
    order, at = orders.in_production(2), orders.begin + 2 * HOUR
    orders.do("comment_and_reopen", order, "customer", at, comment="Not too bright.", keyword="correction")
    orders.do("assess", order, "supervisor", at + HOUR, decision="correction", message="Noted.")
    orders.do("deliver", order, "artist", at + 2 * HOUR)
    assert rate_of(ALL(), at + 3 * HOUR) == Rate(0, 2)


def test_after_a_year_it_is_forgotten(orders: Orders) -> None:
    sent_back(orders, "correction")
    assert rate_of(ALL(), orders.begin + 4 * HOUR + YEAR + timedelta(seconds=1)) == Rate(0, 0)


def test_each_account_product_and_artist_has_its_own(orders: Orders, cast: Cast) -> None:
    order, at = sent_back(orders, "correction"), orders.begin + 5 * HOUR
    orders.delivered(3)
    assert rates_by("account", ALL(), at) == {cast.account.pk: Rate(1, 7)}
    assert rates_by("product", ALL(), at) == {order.product_id: Rate(1, 7)}
    assert rates_by("artist", ALL(), at) == {cast.artist.pk: Rate(1, 7)}


@pytest.mark.parametrize(("rate", "within"), [(Rate(0, 0), True), (Rate(1, 20), True), (Rate(2, 20), False)])
def test_five_percent_are_normal(rate: Rate, *, within: bool) -> None:
    assert rate.within is within


def test_customers_see_their_own_rate_and_the_pictures_behind_it(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - 6 * HOUR
    order = sent_back(orders, "correction")
    commented(orders, "correction")
    page = signed_in("customer").get("/corrections/").content.decode()
    assert "33.3 %" in page
    assert "2 of 6 delivered pictures" in page
    assert f"/orders/{order.number}/review/{order.items.all()[0].pk}/" in page
    assert "By artist" not in page
    theirs = signed_in("rival").get("/corrections/").content.decode()
    assert "Nothing yet" in theirs
    assert order.number not in theirs
    assert signed_in("rival").get(f"/corrections/?account={order.account_id}").status_code == 404


def test_the_studio_sees_everybodys_and_each_ones_list(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    orders.begin = clock.now() - 6 * HOUR
    order = sent_back(orders, "correction")
    Order.objects.filter(pk=orders.delivered(3).pk).update(artist=cast.artist2, account=cast.rivals_account)
    supervisor = signed_in("supervisor")
    page = supervisor.get("/corrections/").content.decode()
    assert f'href="?artist={cast.artist.pk}"' in page
    assert "25.0 %" in page
    only = supervisor.get(f"/corrections/?artist={cast.artist2.pk}").content.decode()
    assert "0 of 3 delivered pictures" in only
    assert order.number not in only


def test_more_corrections_cost_no_more_queries(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    orders.begin = clock.now() - 6 * HOUR
    admin = signed_in("admin")
    sent_back(orders, "correction"), commented(orders, "correction")
    Order.objects.filter(pk=orders.delivered(1).pk).update(artist=cast.artist2, account=cast.rivals_account)
    counted = queries_of(admin, "/corrections/")
    sent_back(orders, "correction", rejected=3), commented(orders, "correction")
    assert queries_of(admin, "/corrections/") == counted
