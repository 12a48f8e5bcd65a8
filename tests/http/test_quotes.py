"""A quote answered from the e-mail: one press on a signed page, and nothing without it (Row B8)."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.payments.models import Charge
from proofroom.people.models import Membership
from proofroom.returns.models import Quote
from proofroom.workflow.mail.words import mail_for
from proofroom.workflow.models import Notice
from proofroom.workflow.quote_links import link_to_answer
from tests.cast import Cast
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db


@pytest.fixture
def quoted(orders: Orders) -> Order:
    """An order with an open quote of 6.00."""
    orders.begin = clock.now() - 5 * HOUR
    order = orders.reopened()
    given = {"decision": "amendment", "message": "A pool of water.", "price": "6.00"}
    return orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, **given)


def link_of(cast: Cast, part: str = "customer") -> str:
    return link_to_answer(Quote.objects.get().pk, cast.named(part).pk)


def charges() -> int:
    return Charge.objects.filter(kind=Charge.Kind.AMENDMENT).count()


def test_the_mail_leads_to_the_page_that_shows_the_offer_and_changes_nothing(quoted: Order, cast: Cast) -> None:
    notice = Notice.objects.get(event="assess", person=cast.customer)
    found = re.search(r"Approve or decline: http://[^/]+(/quotes/\S+/)", mail_for(notice).text)
    assert found
    for _ in range(2):
        answer = Client().get(found[1])
        text = answer.content.decode()
        assert "€6.00" in text
        assert "A pool of water." in text
        assert "Cleo Customer" in text
        assert answer.headers["Cache-Control"].startswith("max-age=0")
    Client().head(found[1])
    quoted.refresh_from_db()
    assert (quoted.state, Quote.objects.get().state, charges()) == ("reopened", "open", 0)


def test_one_press_approves_charges_and_starts_the_work(quoted: Order, cast: Cast) -> None:
    link = link_of(cast)
    answer = Client().post(link, {"answer": "approve"}, follow=True)
    assert "is approved" in answer.content.decode()
    quoted.refresh_from_db()
    assert (quoted.state, charges()) == ("in_production", 1)
    assert quoted.activity.get(action="approve_quote").actor == cast.customer


def test_one_press_declines_and_nothing_is_charged(quoted: Order, cast: Cast) -> None:
    Client().post(link_of(cast), {"answer": "decline"})
    quoted.refresh_from_db()
    assert (quoted.state, Quote.objects.get().state, charges()) == ("delivered", "declined", 0)


def test_pressed_again_or_by_a_colleague_afterwards_it_is_refused_in_a_sentence(quoted: Order, cast: Cast) -> None:
    Client().post(link_of(cast), {"answer": "approve"})
    answer = Client().post(link_of(cast, "colleague"), {"answer": "approve"})
    assert (answer.status_code, charges()) == (409, 1)
    assert "No quote is waiting for an answer." in answer.content.decode()


def test_an_expired_quote_says_so_and_cannot_be_approved(quoted: Order, cast: Cast) -> None:
    Quote.objects.update(expires_at=clock.now() - timedelta(minutes=1))
    assert "This quote has expired" in Client().get(link_of(cast)).content.decode()
    answer = Client().post(link_of(cast), {"answer": "approve"})
    assert (answer.status_code, charges()) == (409, 0)


def test_an_answer_that_is_none_does_nothing(quoted: Order, cast: Cast) -> None:
    assert Client().post(link_of(cast), {"answer": "yes"}).status_code == 404
    assert Quote.objects.get().state == "open"


def test_another_sites_page_cannot_press_for_the_customer(quoted: Order, cast: Cast) -> None:
    assert Client(enforce_csrf_checks=True).post(link_of(cast), {"answer": "approve"}).status_code == 403
    assert Quote.objects.get().state == "open"


def test_a_link_that_was_changed_is_no_link(quoted: Order, cast: Cast) -> None:
    link = link_of(cast)
    assert Client().get(link[:-2] + ("A/" if link[-2] != "A" else "B/")).status_code == 404
    assert Client().get("/quotes/nonsense/").status_code == 404


@pytest.mark.parametrize("part", ["rival", "artist", "supervisor"])
def test_a_link_for_somebody_else_shows_nothing(quoted: Order, cast: Cast, part: str) -> None:
    assert Client().get(link_of(cast, part)).status_code == 404


def test_who_left_the_account_has_no_link_any_more(quoted: Order, cast: Cast) -> None:
    Membership.objects.filter(person=cast.customer).delete()
    assert Client().post(link_of(cast), {"answer": "approve"}).status_code == 404
    assert charges() == 0


def test_the_artists_mail_holds_neither_link_nor_price(quoted: Order, cast: Cast) -> None:
    text = mail_for(Notice.objects.get(event="assess", person=cast.artist)).text
    assert "/quotes/" not in text
    assert "6.00" not in text
