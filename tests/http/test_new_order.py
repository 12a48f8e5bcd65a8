"""Starting an order leads to a draft that the server keeps."""

import pytest

from proofroom.catalogue.models import Product
from proofroom.orders.models import Order
from proofroom.people.models import Membership
from tests.cast import Cast
from tests.conftest import SignedIn

pytestmark = pytest.mark.django_db
CHOSEN = {
    "product": "interior",
    "style": "bright",
    "level-brightness": "1",
    "extras": "blue-sky",
    "instructions": "Hi.",
}


def test_what_is_chosen_becomes_a_draft(signed_in: SignedIn, product: Product) -> None:
    answer = signed_in("customer").post("/orders/new/", CHOSEN)
    order = Order.objects.get()
    assert answer.headers["Location"] == f"/orders/{order.number}/edit/"
    spec = order.spec
    assert spec.style is not None
    assert (order.state, spec.style.slug, spec.variables[0].level, spec.extras[0].slug, order.instructions) == (
        "draft", "bright", 1, "blue-sky", "Hi.",
    )  # fmt: skip


def test_a_form_sent_twice_makes_one_draft(signed_in: SignedIn, product: Product) -> None:
    customer = signed_in("customer")
    answers = [customer.post("/orders/new/", {**CHOSEN, "once": "k"}).headers["Location"] for _ in range(2)]
    assert Order.objects.count() == 1
    assert answers[0] == answers[1]


def test_the_page_asks_for_the_product_first(signed_in: SignedIn, product: Product) -> None:
    page = signed_in("customer").get("/orders/new/").content.decode()
    assert "/orders/new/?product=interior" in page


def test_the_form_shows_the_price_of_one_picture(signed_in: SignedIn, product: Product) -> None:
    page = signed_in("customer").get("/orders/new/", {"product": "interior"}).content.decode()
    assert "Price of one picture" in page
    assert "Free from the beginning, €3.00 a picture added after delivery" in page


def test_the_price_follows_the_choices_and_nothing_is_kept(signed_in: SignedIn, product: Product) -> None:
    product.extras.update(price_at_first=250)
    piece = signed_in("customer").post("/orders/new/price/", CHOSEN).content.decode()
    assert 'data-total="€12.50"' in piece
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"style": "dark"}, {"level-brightness": "9"}, {"level-brightness": "x"}, {"extras": "?"}]
)
def test_what_is_not_on_offer_is_refused_in_a_sentence(
    signed_in: SignedIn, product: Product, wrong: dict[str, str]
) -> None:
    answer = signed_in("customer").post("/orders/new/", {**CHOSEN, **wrong})
    assert answer.status_code == 422
    assert "This was not done" in answer.content.decode()
    assert not Order.objects.exists()


def test_who_acts_for_two_accounts_says_who_pays(signed_in: SignedIn, cast: Cast, product: Product) -> None:
    Membership.objects.create(person=cast.customer, account=cast.rivals_account)
    customer = signed_in("customer")
    assert "Who pays?" in customer.get("/orders/new/", {"product": "interior"}).content.decode()
    assert customer.post("/orders/new/", CHOSEN).status_code == 422
    customer.post("/orders/new/", {**CHOSEN, "account": cast.rivals_account.pk})
    assert Order.objects.get().account == cast.rivals_account


def test_nobody_orders_for_an_account_of_others(signed_in: SignedIn, cast: Cast, product: Product) -> None:
    answer = signed_in("customer").post("/orders/new/", {**CHOSEN, "account": cast.rivals_account.pk})
    assert answer.status_code == 422
    assert not Order.objects.exists()


def test_who_belongs_to_no_account_is_led_to_support(signed_in: SignedIn, cast: Cast, product: Product) -> None:
    Membership.objects.filter(person=cast.customer).delete()
    answer = signed_in("customer").get("/orders/new/", follow=True)
    assert answer.redirect_chain == [("/support/", 302)]
    assert "You belong to no account yet" in answer.content.decode()


@pytest.mark.parametrize("part", ["artist", "coordinator", "supervisor", "manager", "admin"])
def test_only_customers_order(signed_in: SignedIn, product: Product, part: str) -> None:
    assert signed_in(part).get("/orders/new/").status_code == 404
    assert signed_in(part).post("/orders/new/", CHOSEN).status_code == 404
