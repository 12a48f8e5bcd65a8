"""The page says what a comment probably is, while it is written and after it was sent."""

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.returns.models import Return, Suggested
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders

SKY = "Please add a blue sky, I forgot to order it"


def asked(order: Order) -> str:
    return f"/orders/{order.number}/suggestion/"


def delivered(orders: Orders) -> Order:
    orders.begin = clock.now() - 5 * HOUR
    return orders.delivered(3)


def test_while_writing_one_reads_what_it_is_why_what_it_costs_and_how_soon(signed_in: SignedIn, orders: Orders) -> None:
    page = signed_in("customer").post(asked(delivered(orders)), {"comment": SKY}).content.decode()
    for words in ("This looks like an amendment", "<q>blue sky</q>", "is not part of the order", "€9.00 for 3 pictures",
                  "within 5 to 20 minutes"):  # fmt: skip
        assert words in page
    assert "<html" not in page, "the piece alone"
    assert not Return.objects.exists()


def test_what_is_not_english_gets_a_friendly_hint_and_is_sent_all_the_same(signed_in: SignedIn, orders: Orders) -> None:
    order, client = delivered(orders), signed_in("customer")
    told = {"comment": "Bilderna är för mörka, tack"}
    assert "does not look like English" in client.post(asked(order), told).content.decode()
    assert client.post(f"/orders/{order.number}/actions/comment_and_reopen/", told).status_code == 302
    assert Return.objects.get().comment == told["comment"]


def test_before_the_first_word_the_page_says_what_it_will_do(signed_in: SignedIn, orders: Orders) -> None:
    client, order = signed_in("customer"), delivered(orders)
    page = client.get(f"/orders/{order.number}/actions/comment_and_reopen/").content.decode()
    assert "What it will probably be" in page
    assert f'<comment-hint address="{asked(order)}"' in page
    assert "What it will probably be" in client.post(asked(order), {"comment": "  "}).content.decode()


def test_without_script_the_same_is_said_after_sending(signed_in: SignedIn, orders: Orders) -> None:
    client, order = signed_in("customer"), delivered(orders)
    page = client.post(f"/orders/{order.number}/actions/comment_and_reopen/", {"comment": SKY}, follow=True)
    assert "This looks like an amendment. By the price list this costs €9.00 for 3 pictures." in page.content.decode()


def test_the_supervisor_sees_it_with_its_evidence_and_the_price_filled_in(signed_in: SignedIn, orders: Orders) -> None:
    order = delivered(orders)
    orders.do("comment_and_reopen", order, "customer", orders.begin + 3 * HOUR, comment=SKY, keyword="correction")
    page = signed_in("supervisor").get(f"/orders/{order.number}/actions/assess/").content.decode()
    for words in ("This looks like an amendment", "<q>blue sky</q>", "What speaks against it", 'value="9.00"',
                  "It is called so."):  # fmt: skip
        assert words in page


def test_the_reports_show_how_often_the_studio_agreed(signed_in: SignedIn, orders: Orders) -> None:
    for decision in ("amendment", "correction", "declined"):
        order = delivered(orders)
        orders.do("comment_and_reopen", order, "customer", orders.begin + 3 * HOUR, comment=SKY)
        price = {"price": "9.00"} if decision == "amendment" else {}
        at = orders.begin + 4 * HOUR
        orders.do("assess", order, "supervisor", at, decision=decision, message="So it is.", **price)
    assert Suggested.objects.count() == 3
    page = signed_in("manager").get("/reports/").content.decode()
    assert "1 of 2 decisions in 30 days" in page
