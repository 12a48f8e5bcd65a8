"""What new orders begin with, what repeated corrections propose, and extras that were once added after delivery."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from proofroom.catalogue.defaults import Defaults, defaults_of, keep_defaults
from proofroom.catalogue.models import Level, Product
from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.orders.models import Order
from proofroom.people.models import Account, Membership
from proofroom.returns.corrections import YEAR
from proofroom.returns.repeated import answer_proposal, proposals_for
from proofroom.workflow.inbox import put_original
from tests.cast import Cast
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders, picture

pytestmark = pytest.mark.django_db


def corrected(orders: Orders, comment: str = "The rooms are too dark.", decision: str = "correction") -> Order:
    order = orders.delivered(1)
    orders.do("comment_and_reopen", order, "customer", orders.begin + 3 * HOUR, comment=comment)
    return orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision=decision, message="Yes.")


def test_three_corrections_of_one_kind_propose_another_level(orders: Orders, cast: Cast) -> None:
    numbers = [corrected(orders).returns.get().number for _ in range(2)]
    assert proposals_for({cast.account.pk}, orders.begin + 5 * HOUR) == []
    numbers.append(corrected(orders, "It came out far too dark again.").returns.get().number)
    [proposal] = proposals_for({cast.account.pk}, orders.begin + 5 * HOUR)
    assert (proposal.variable.slug, proposal.level.value, proposal.more) == ("brightness", 1, True)
    assert proposal.returns == tuple(numbers)
    assert proposals_for({cast.rivals_account.pk}, orders.begin + 5 * HOUR) == []


@pytest.mark.parametrize("decision", ["declined", "feedback"])
def test_only_corrections_count(orders: Orders, cast: Cast, decision: str) -> None:
    for _ in range(3):
        corrected(orders, decision=decision)
    assert proposals_for({cast.account.pk}, orders.begin + 5 * HOUR) == []


def test_who_wants_more_as_often_as_less_is_proposed_nothing(orders: Orders, cast: Cast) -> None:
    for comment in ("Too dark.", "Too bright.") * 3:
        corrected(orders, comment)
    assert proposals_for({cast.account.pk}, orders.begin + 5 * HOUR) == []


def test_after_a_year_nothing_is_proposed_any_more(orders: Orders, cast: Cast) -> None:
    for _ in range(3):
        corrected(orders)
    assert proposals_for({cast.account.pk}, orders.begin + 4 * HOUR + YEAR + timedelta(seconds=1)) == []


def test_a_level_that_is_not_on_offer_is_not_proposed(orders: Orders, cast: Cast) -> None:
    Level.objects.filter(value=1).delete()
    for _ in range(3):
        corrected(orders)
    assert proposals_for({cast.account.pk}, orders.begin + 5 * HOUR) == []


@pytest.mark.parametrize(("accepted", "level"), [(True, 1), (False, 0)])
def test_an_answer_holds_until_as_many_corrections_more(
    orders: Orders, cast: Cast, *, accepted: bool, level: int
) -> None:
    for _ in range(3):
        corrected(orders)
    product, at = orders.product, orders.begin + 5 * HOUR
    answer_proposal(cast.account.pk, product, "brightness", cast.customer.pk, at, accepted=accepted)
    assert defaults_of(cast.account.pk, product).levels == {"brightness": level}
    assert proposals_for({cast.account.pk}, at) == []
    with pytest.raises(Refused):
        answer_proposal(cast.account.pk, product, "brightness", cast.customer.pk, at, accepted=True)
    orders.begin += 10 * HOUR
    for _ in range(3):
        corrected(orders)
    assert len(proposals_for({cast.account.pk}, orders.begin + 5 * HOUR)) == (0 if accepted else 1)


def test_the_customer_answers_where_the_next_order_begins(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    orders.begin = clock.now() - 6 * HOUR
    for _ in range(3):
        corrected(orders)
    customer, form = signed_in("customer"), "/orders/new/?product=interior"
    shown = customer.get(form).content.decode()
    assert "begin with Lighter?" in shown
    address = f"/settings/defaults/{cast.account.pk}/interior/proposal/"
    answered = customer.post(address, {"variable": "brightness", "answer": "yes"}, follow=True).content.decode()
    assert "New orders of Interior image editing begin with “Lighter”." in answered
    shown = customer.get(form).content.decode()
    assert "begin with Lighter?" not in shown
    assert chosen_level(shown) == "1"


def chosen_level(page: str) -> str:
    """Of brightness, in an order form."""
    [found] = re.findall(r'name="level-brightness" value="(-?\d)" checked', page)
    return str(found)


def test_a_new_order_begins_with_the_accounts_defaults(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    customer = signed_in("customer")
    address = f"/settings/defaults/{cast.account.pk}/interior/"
    kept = customer.post(address, {"style": "bright", "level-brightness": "-1"}, follow=True).content.decode()
    assert "New orders of Interior image editing begin like this." in kept
    page = signed_in("colleague").get("/orders/new/?product=interior").content.decode()
    assert chosen_level(page) == "-1"
    assert 'value="bright" checked' in page
    assert chosen_level(signed_in("rival").get("/orders/new/?product=interior").content.decode()) == "0"


@pytest.mark.parametrize("way", ["by folder", "by changing the product"])
def test_drafts_begin_with_them_too(signed_in: SignedIn, orders: Orders, cast: Cast, way: str) -> None:
    keep_defaults(cast.account.pk, orders.product, Defaults("", {"brightness": -1}), cast.customer.pk, orders.begin)
    if way == "by folder":
        draft = put_original(cast.customer, "Elm Street", picture("a.jpg", cast.customer), orders.begin).order
    else:
        draft = orders.draft()
        signed_in("customer").post(f"/orders/{draft.number}/product/", {"other": "interior", "instructions": "Soft."})
        draft.refresh_from_db()
        assert draft.instructions == "Soft."
    assert [each.level for each in draft.spec.variables] == [-1]


def test_another_account_and_what_is_not_on_offer_change_nothing(
    signed_in: SignedIn, orders: Orders, cast: Cast
) -> None:
    address = f"/settings/defaults/{cast.account.pk}/interior/"
    assert signed_in("rival").post(address, {"level-brightness": "1"}).status_code == 404
    assert signed_in("customer").post(address, {"level-brightness": "7"}).status_code == 422
    assert signed_in("customer").post(f"{address}proposal/", {"variable": "brightness"}).status_code == 409
    assert defaults_of(cast.account.pk, orders.product) == Defaults()


def test_a_level_that_left_the_catalogue_is_no_default_any_more(orders: Orders, cast: Cast) -> None:
    said = Defaults("bright", {"brightness": 1})
    keep_defaults(cast.account.pk, orders.product, said, cast.customer.pk, orders.begin)
    assert defaults_of(cast.account.pk, Product.objects.get()) == said
    Level.objects.filter(value=1).delete()
    assert defaults_of(cast.account.pk, Product.objects.get()) == Defaults("bright")


def test_members_of_several_accounts_choose_anew(signed_in: SignedIn, orders: Orders, cast: Cast) -> None:
    other = Account.objects.create(name="Other Homes")
    Membership.objects.create(person=cast.customer, account=other)
    keep_defaults(other.pk, orders.product, Defaults("", {"brightness": 1}), cast.customer.pk, orders.begin)
    assert chosen_level(signed_in("customer").get("/orders/new/?product=interior").content.decode()) == "0"
    settings = signed_in("customer").get("/settings/defaults/").content.decode()
    assert "Other Homes" in settings


def bought_later(orders: Orders, price: str = "3.00") -> Order:
    order, at = orders.delivered(1), orders.begin + 3 * HOUR
    orders.do("comment_and_reopen", order, "customer", at, comment="Please add a blue sky.", keyword="amendment")
    return orders.do("assess", order, "supervisor", at + HOUR, decision="amendment", message="Yes.", price=price)


def form_of(client: Client) -> str:
    return client.get("/orders/new/?product=interior").content.decode()


def test_an_extra_that_was_added_after_delivery_is_offered_from_the_beginning(
    signed_in: SignedIn, orders: Orders
) -> None:
    orders.begin = clock.now() - 6 * HOUR
    order, customer = bought_later(orders), signed_in("customer")
    assert "You added this after delivery" not in form_of(customer)
    orders.do("approve_quote", order, "customer", orders.begin + 5 * HOUR)
    page = form_of(customer)
    assert f'You added this after delivery of <a href="/orders/{order.number}/">' in page
    assert "Free from the beginning, €3.00 a picture added after delivery" in page
    assert "You added this after delivery" not in form_of(signed_in("rival"))
    draft = orders.draft()
    assert "You added this after delivery" in customer.get(f"/orders/{draft.number}/edit/").content.decode()


def test_an_extra_whose_quote_was_declined_is_not(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - 6 * HOUR
    order = bought_later(orders)
    orders.do("decline_quote", order, "customer", orders.begin + 5 * HOUR)
    assert "You added this after delivery" not in form_of(signed_in("customer"))
