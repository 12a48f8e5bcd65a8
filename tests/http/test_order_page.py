"""The page of an order: what each person reads there and may press."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from proofroom.core import clock
from proofroom.interfaces.html.contexts.order import OrderPage, order_page
from proofroom.orders.commands.talking import say
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Message, Order, Unread
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import HOUR, Orders

SignIn = Callable[[str], Client]
PLACED = [state.value for state in State if state is not State.DRAFT]


def shown(client: Client, order: Order) -> str:
    answer = client.get(f"/orders/{order.number}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("state", PLACED)
def test_whoever_is_concerned_sees_the_order_in_every_state_and_a_stranger_never(
    signed_in: SignIn, order_in: Callable[[str], Order], state: str
) -> None:
    order = order_in(state)
    for part in ("customer", "colleague", "coordinator", "supervisor", "manager", "admin"):
        assert State(state).label in shown(signed_in(part), order)
    assert signed_in("rival").get(f"/orders/{order.number}/").status_code == 404


def test_who_is_not_signed_in_is_asked_to(order_in: Callable[[str], Order]) -> None:
    answer = Client().get(f"/orders/{order_in('placed').number}/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")


def test_a_job_of_one_artist_is_not_there_for_another(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order = order_in("in_production")
    assert signed_in("artist").get(f"/orders/{order.number}/").status_code == 200
    assert signed_in("artist2").get(f"/orders/{order.number}/").status_code == 404


def test_a_draft_leads_to_its_form(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order = order_in("draft")
    answer = signed_in("customer").get(f"/orders/{order.number}/")
    assert answer.headers["Location"] == f"/orders/{order.number}/edit/"


def test_a_customer_with_a_delivery_can_download_compare_accept_or_send_back(
    signed_in: SignIn, order_in: Callable[[str], Order]
) -> None:
    order = order_in("delivered")
    page = shown(signed_in("customer"), order)
    for words in ("Download now", "Before/After", "Accept order", "Reject images", "Comment and reopen"):
        assert words in page
    assert f'href="/orders/{order.number}/package.zip?through=1"' in page
    assert "Accepting is final" in page


def test_whoever_waits_too_long_reads_for_what(signed_in: SignIn, orders: Orders) -> None:
    orders.begin = clock.now() - 30 * HOUR
    late, silent = orders.in_production(), orders.in_production()
    Order.objects.filter(pk=silent.pk).update(due_at=clock.now() + HOUR)
    say(silent, orders.cast.customer, "How is it going?", clock.now() - 25 * HOUR)
    assert "The work is late" in shown(signed_in("customer"), late)
    assert "This job is late" in shown(signed_in("artist"), late)
    assert "Your message has had no answer for 24 hours" in shown(signed_in("customer"), silent)
    assert "This job is yours" in shown(signed_in("artist"), silent)


def test_an_artist_whose_job_came_back_reads_that_only_some_pictures_need_a_result(
    signed_in: SignIn, orders: Orders
) -> None:
    order = orders.reopened()
    orders.do("assess", order, "supervisor", clock.now(), decision="correction", message="Yes.")
    page = shown(signed_in("artist"), order)
    assert "The customer asked for a change" in page
    assert "Upload a new one for each picture that needs it" in page


def test_a_comment_before_delivery_is_read_while_the_work_goes_on(signed_in: SignIn, orders: Orders) -> None:
    orders.begin = clock.now() - 2 * HOUR
    order = orders.in_production()
    orders.do("comment_and_reopen", order, "customer", clock.now(), comment="Please keep the lamps on.")
    assert "The studio reads your comment" in shown(signed_in("customer"), order)
    assert "a supervisor decides what it changes" in shown(signed_in("artist"), order)


def test_what_is_not_possible_says_why(signed_in: SignIn, orders: Orders) -> None:
    order = orders.in_production(results=False)
    page = shown(signed_in("artist"), order)
    assert 'aria-disabled="true"' in page
    assert "A result is missing for room-1.jpg, room-2.jpg." in page


def test_the_time_left_says_what_happens_next(signed_in: SignIn, orders: Orders) -> None:
    client = signed_in("customer")
    delivered = shown(client, orders.delivered())
    assert "Completed by itself on 5 March 2026, 11:00 UTC unless you accept or reject before." in delivered
    reopened = shown(client, orders.reopened())
    assert "2 days 23 hours" in reopened
    assert "The clock stands still" in reopened
    assert "Cancelled on 2 March 2026, 10:00 UTC" in shown(client, orders.cancelled())


def test_the_details_tell_what_was_ordered_what_it_costs_and_who_is_concerned(
    signed_in: SignIn, orders: Orders, cast: Cast
) -> None:
    page = shown(signed_in("customer"), orders.delivered(pictures=3))
    for words in (
        "Bright",
        "Brightness",
        "As the style",
        "3 pictures<",
        "€30.00",
        "Arne Artist",
        f"/artists/{cast.artist.pk}/",
    ):
        assert words in page
    assert "mailto:manager@example.com" in page


def test_a_full_refund_stands_in_the_price(signed_in: SignIn, orders: Orders) -> None:
    page = shown(signed_in("customer"), orders.cancelled(pictures=2))
    assert "\N{MINUS SIGN}€20.00" in page
    assert "€0.00" in page


def test_opening_the_order_makes_its_messages_read(signed_in: SignIn, orders: Orders, cast: Cast) -> None:
    order = orders.in_production()
    say(order, cast.artist, "Shall the lamp stay on?", BEGINNING)
    client = signed_in("customer")
    assert "New since you were here" in shown(client, order)
    assert not Unread.objects.filter(person=cast.customer).exists()
    assert Unread.objects.filter(person=cast.colleague).count() == 1
    assert "New since you were here" not in shown(client, order)


def test_a_message_that_arrives_while_the_page_is_made_stays_unread(
    signed_in: SignIn, orders: Orders, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    order, client = orders.in_production(), signed_in("customer")
    say(order, cast.artist, "Shall the lamp stay on?", BEGINNING)

    def meanwhile(*given: object) -> OrderPage:
        made = order_page(*given)  # type: ignore[arg-type]
        say(order, cast.artist, "And the window?", BEGINNING)
        return made

    with monkeypatch.context() as late:
        late.setattr("proofroom.interfaces.html.views.order.order_page", meanwhile)
        assert "And the window?" not in shown(client, order)
    assert [each.message.body for each in Unread.objects.filter(person=cast.customer)] == ["And the window?"]
    page = shown(client, order)
    assert page.index("New since you were here") < page.index("And the window?")
    assert not Unread.objects.filter(person=cast.customer).exists()


def test_a_staged_result_is_nobodys_business_but_the_studios(signed_in: SignIn, orders: Orders) -> None:
    order = orders.in_production()
    staged = order.items.get(position=1).versions.get()
    assert f"/files/{staged.file_id}/" not in shown(signed_in("customer"), order)
    assert f"/files/{staged.file_id}/" in shown(signed_in("artist"), order)


def test_an_internal_note_never_reaches_the_customer(signed_in: SignIn, orders: Orders, cast: Cast) -> None:
    order = orders.in_production()
    say(order, cast.coordinator, "They always complain.", BEGINNING, internal=True)
    for part in ("customer", "colleague", "artist"):
        assert "They always complain." not in shown(signed_in(part), order)
    assert "They always complain." in shown(signed_in("supervisor"), order)


@pytest.mark.parametrize(
    ("state", "part"), [("delivered", "customer"), ("in_production", "artist"), ("reopened", "admin")]
)
def test_the_page_asks_the_database_the_same_for_twice_as_many_pictures(
    signed_in: SignIn, orders: Orders, cast: Cast, state: str, part: str
) -> None:
    few, many = orders.in_state(state), getattr(orders, state)(pictures=6)
    for order in (few, many):
        for number in range(1 if order == few else 5):
            Message.objects.create(order=order, author=cast.artist, body=str(number), at=BEGINNING + number * HOUR)
    client = signed_in(part)
    shown(client, few)
    assert queries(client, many) == queries(client, few)


def queries(client: Client, order: Order) -> int:
    with CaptureQueriesContext(connection) as asked:
        shown(client, order)
    return len(asked)


def test_a_late_order_tells_the_customer_that_it_may_be_cancelled(signed_in: SignIn, orders: Orders) -> None:
    order = orders.in_production()
    Order.objects.filter(pk=order.pk).update(due_at=BEGINNING - timedelta(days=2))
    page = shown(signed_in("customer"), order)
    assert "The work is late" in page
    assert "Request cancellation" in page


def test_download_now_tells_both_ways(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order = order_in("delivered")
    dialog = shown(signed_in("customer"), order).partition('<dialog class="dialog" id="download"')[2]
    for words in ("2 files", "package.zip", "customer@example.com", f"/{order.number}/delivered", "2121", "2222"):
        assert words in dialog


def test_where_messages_are_sent_leads_to_the_thread_when_it_is_only_looked_at(
    signed_in: SignIn, orders: Orders
) -> None:
    order = orders.in_production()
    sent = f"/orders/{order.number}/messages/"
    assert signed_in("customer").get(sent).headers["Location"] == f"/orders/{order.number}/#messages"
    assert signed_in("rival").get(sent).status_code == 404
