"""The draft: choices are kept on the server, the price builds up, and the way ends in an order or in nothing."""

from collections.abc import Callable

import pytest

from proofroom.catalogue.models import Product
from proofroom.files.models import Blob
from proofroom.orders.models import Order
from proofroom.payments.models import Charge
from tests.conftest import SignedIn
from tests.growth import queries_of
from tests.orders_in_states import Orders, make_product

pytestmark = pytest.mark.django_db
CHOSEN = {"product": "interior", "style": "bright", "level-brightness": "0"}


def at(order: Order, what: str = "edit") -> str:
    """The draft's address."""
    return f"/orders/{order.number}/{what}/"


def test_choices_are_saved_and_shown_again(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.draft(), signed_in("customer")
    customer.post(at(order), {**CHOSEN, "level-brightness": "-1", "instructions": "Keep\r\nthe lamp."})
    order.refresh_from_db()
    assert (order.spec.variables[0].label, order.instructions) == ("Darker", "Keep\nthe lamp.")
    page = customer.get(at(order)).content.decode()
    assert 'name="level-brightness" value="-1" checked' in page
    assert 'value="bright" checked' in page


def test_the_price_piece_saves_and_says_what_it_costs_now(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft(pictures=3)
    orders.product.extras.update(price_at_first=100)
    piece = signed_in("customer").post(at(order, "price"), {**CHOSEN, "extras": "blue-sky"}).content.decode()
    order.refresh_from_db()
    assert 'data-total="€33.00"' in piece
    assert "3 pictures, style Bright, blue sky in windows" in piece
    assert [extra.slug for extra in order.spec.extras] == ["blue-sky"]


def test_placing_saves_the_choices_and_charges_the_agreed_price(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft()
    answer = signed_in("customer").post(at(order, "place"), {**CHOSEN, "level-brightness": "1", "agreed_price": "2000"})
    order.refresh_from_db()
    assert answer.headers["Location"] == f"/orders/{order.number}/"
    assert (order.state, order.price_minor, order.spec.variables[0].label) == ("placed", 2_000, "Lighter")


def test_placed_twice_is_charged_once_and_leads_to_the_order(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.draft(), signed_in("customer")
    sent = {**CHOSEN, "agreed_price": "2000", "once": "k"}
    answers = [customer.post(at(order, "place"), sent).headers["Location"] for _ in range(2)]
    assert answers == [f"/orders/{order.number}/"] * 2
    assert Charge.objects.filter(order=order).count() == 1


def test_a_price_that_changed_meanwhile_is_shown_anew_and_the_choices_stay(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.draft(), signed_in("customer")
    Product.objects.update(unit_price=1_100)
    sent = {**CHOSEN, "level-brightness": "1", "agreed_price": "2000"}
    answer = customer.post(at(order, "place"), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "The price is €22.00 now." in page
    assert 'name="agreed_price" value="2200"' in page
    order.refresh_from_db()
    assert (order.state, order.spec.variables[0].label) == ("draft", "Lighter")
    customer.post(at(order, "place"), {**sent, "agreed_price": "2200"})
    order.refresh_from_db()
    assert order.state == "placed"


def test_what_is_missing_stands_below_the_button(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.draft(pictures=0), signed_in("customer")
    assert "Add at least one original" in customer.get(at(order)).content.decode()
    customer.post(at(order), {"product": "interior"})
    assert "Choose a style before you place the order." in customer.get(at(order)).content.decode()


def test_placing_without_originals_is_refused_and_charges_nothing(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft(pictures=0)
    answer = signed_in("customer").post(at(order, "place"), CHOSEN)
    assert answer.status_code == 409
    assert "Add at least one original before you place the order." in answer.content.decode()
    assert not Charge.objects.exists()


def test_a_damaged_original_is_named_and_keeps_the_order_from_being_placed(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft()
    damaged = order.items.get(position=1).original.blob
    Blob.objects.filter(pk=damaged.pk).update(inspection="broken", sentence="The file ends too early.")
    page = signed_in("customer").get(at(order)).content.decode()
    assert "The file ends too early." in page
    assert "room-1.jpg cannot be opened. Remove it or upload it again." in page


def test_another_product_starts_anew_and_keeps_the_originals(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft()
    Product.objects.update(slug="old", name="Old")
    make_product()
    sent = {"product": "old", "other": "interior", "instructions": "Stay."}
    signed_in("customer").post(at(order, "product"), sent)
    order.refresh_from_db()
    assert (order.spec.product, order.spec.style, order.instructions) == ("interior", None, "Stay.")
    assert order.items.count() == 2


def test_a_product_that_is_not_sold_any_more_cannot_be_placed(signed_in: SignedIn, orders: Orders) -> None:
    order, customer = orders.draft(), signed_in("customer")
    Product.objects.update(active=False)
    assert "This product is not on offer any more" in customer.get(at(order)).content.decode()
    assert customer.post(at(order, "place"), CHOSEN).status_code == 422
    order.refresh_from_db()
    assert order.state == "draft"


def test_a_discarded_draft_leaves_the_list(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.draft()
    answer = signed_in("customer").post(at(order, "discard"))
    order.refresh_from_db()
    assert (order.state, answer.headers["Location"]) == ("cancelled", "/orders/")


@pytest.mark.parametrize("what", ["edit", "place", "price", "discard", "originals", "product"])
def test_an_order_that_is_no_draft_any_more_is_shown_instead(
    signed_in: SignedIn, order_in: Callable[[str], Order], what: str
) -> None:
    order = order_in("placed")
    answer = signed_in("customer").post(at(order, what), CHOSEN)
    order.refresh_from_db()
    assert (answer.headers["Location"], order.state) == (f"/orders/{order.number}/", "placed")


@pytest.mark.parametrize("what", ["place", "price", "discard", "originals", "product"])
def test_the_address_of_a_form_leads_back_to_it(signed_in: SignedIn, orders: Orders, what: str) -> None:
    order = orders.draft()
    assert signed_in("customer").get(at(order, what)).headers["Location"] == at(order)


@pytest.mark.parametrize("part", ["rival", "artist", "coordinator", "supervisor", "manager", "admin"])
@pytest.mark.parametrize("what", ["edit", "place", "price", "discard", "originals", "product"])
def test_for_everybody_else_the_draft_does_not_exist(signed_in: SignedIn, orders: Orders, part: str, what: str) -> None:
    order = orders.draft()
    other = signed_in(part)
    assert other.get(at(order, what)).status_code == 404
    assert other.post(at(order, what), CHOSEN).status_code == 404
    order.refresh_from_db()
    assert order.state == "draft"


def test_a_colleague_of_the_account_goes_on_with_it(signed_in: SignedIn, orders: Orders) -> None:
    assert signed_in("colleague").get(at(orders.draft())).status_code == 200


def test_the_form_reads_as_much_for_twelve_originals_as_for_six(signed_in: SignedIn, orders: Orders) -> None:
    customer = signed_in("customer")
    few, many = orders.draft(pictures=6), orders.draft(pictures=12)
    customer.get(at(few))
    assert queries_of(customer, at(few)) == queries_of(customer, at(many))
