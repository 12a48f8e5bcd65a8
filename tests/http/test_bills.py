"""What an account was charged and given back, by month and by order (Row A3)."""

from datetime import UTC, datetime

import pytest

from proofroom.payments.models import Charge
from tests.cast import BEGINNING
from tests.conftest import SignedIn
from tests.growth import assert_flat
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db


def words(page: bytes) -> str:
    """The page's words without its markup's line ends."""
    return " ".join(page.decode().split())


def test_a_month_adds_up_charges_less_refunds(signed_in: SignedIn, orders: Orders) -> None:
    orders.placed(pictures=3)
    orders.cancelled()
    page = words(signed_in("customer").get("/invoices/").content)
    for figure, label in (("€30.00", "To pay by invoice"), ("€50.00", "Charged"), ("€20.00", "Refunded")):
        assert f'<p class="figure-value">{figure}</p><p class="figure-label">{label}</p>' in page
    assert "\N{MINUS SIGN}€20.00" in page


def test_the_month_can_be_chosen(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.placed()
    Charge.objects.filter(order=order).update(at=datetime(2026, 1, 31, 23, 30, tzinfo=UTC))
    newer, customer = orders.placed(), signed_in("customer")
    newest = customer.get("/invoices/").content.decode()
    january = customer.get("/invoices/", {"month": "2026-01"}).content.decode()
    assert (newer.number in newest, order.number in newest) == (True, False)
    assert (newer.number in january, order.number in january) == (False, True)


def test_a_month_begins_at_the_readers_own_midnight(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.placed()
    Charge.objects.filter(order=order).update(at=datetime(2026, 1, 31, 23, 30, tzinfo=UTC))
    orders.cast.customer.time_zone = "Europe/Stockholm"
    orders.cast.customer.save()
    page = signed_in("customer").get("/invoices/").content.decode()
    assert "February 2026" in page
    assert order.number in page


def test_before_anything_is_charged_the_page_says_so(signed_in: SignedIn, orders: Orders) -> None:
    orders.draft()
    assert "Nothing was charged yet" in signed_in("customer").get("/invoices/").content.decode()


def test_accounts_see_only_what_is_theirs(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.placed()
    rival = signed_in("rival")
    assert order.number not in rival.get("/invoices/").content.decode()
    assert rival.get(f"/invoices/{order.number}/").status_code == 404


def test_the_invoice_of_an_order_lists_amendment_and_refund(signed_in: SignedIn, orders: Orders) -> None:
    order = orders.cancelled()
    Charge.objects.create(
        order=order, kind="amendment", minor=600, currency="EUR", at=BEGINNING,
        lines=[{"label": "Blue sky", "total": "€6.00"}],
    )  # fmt: skip
    page = words(signed_in("customer").get(f"/invoices/{order.number}/").content)
    for said in ("Order placed", "Approved amendment", "Blue sky", "Refund. The order was cancelled.", "Bright Homes"):
        assert said in page
    assert '<th scope="row">To pay by invoice</th><td>€6.00</td>' in page


def test_a_draft_has_no_invoice(signed_in: SignedIn, orders: Orders) -> None:
    assert signed_in("customer").get(f"/invoices/{orders.draft().number}/").status_code == 404


def test_payment_methods_name_the_invoice_and_whom_to_ask(signed_in: SignedIn) -> None:
    page = signed_in("customer").get("/payment-methods/").content.decode()
    for said in ("Your account pays by invoice.", "EUR", "Mona Manager", "mailto:manager@example.com"):
        assert said in page


@pytest.mark.parametrize("part", ["artist", "coordinator", "supervisor", "manager", "admin"])
@pytest.mark.parametrize("address", ["/invoices/", "/payment-methods/"])
def test_these_pages_are_the_customers(signed_in: SignedIn, part: str, address: str) -> None:
    assert signed_in(part).get(address).status_code == 404


def test_the_month_reads_as_much_for_six_orders_as_for_three(signed_in: SignedIn, orders: Orders) -> None:
    assert_flat(signed_in("customer"), "/invoices/", orders.cancelled)
