"""Actions are done through pages: what they ask, what they refuse, and that nothing is done twice."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from proofroom.core import clock
from proofroom.interfaces.html.action_forms import form_for
from proofroom.interfaces.html.action_words import OPTIONS, WORDS
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Extension, Message, Order
from proofroom.people.models import Person
from proofroom.returns.models import Return
from proofroom.returns.queries import work_return
from proofroom.workflow.inputs import INPUTS, Assess, CommentAndReopen
from tests.cast import BEGINNING, Cast
from tests.orders_in_states import HOUR, Orders

SignIn = Callable[[str], Client]


def address(order: Order, action: str) -> str:
    return f"/orders/{order.number}/actions/{action}/"


def test_every_action_has_words_and_every_deciding_word_a_meaning() -> None:
    assert set(WORDS) == set(Action)
    for model, field in ((Assess, "decision"), (CommentAndReopen, "keyword")):
        core = model.model_json_schema()["properties"][field]
        for word in (core.get("anyOf") or [core])[0]["enum"]:
            assert OPTIONS[word].split(":")[0] in (word.capitalize(), "Part correction, part amendment")


@pytest.mark.parametrize("action", INPUTS)
def test_every_action_gets_a_form_with_all_that_it_takes(order_in: Callable[[str], Order], action: Action) -> None:
    form = form_for(action, order_in("delivered"))
    assert set(form.fields) == set(INPUTS[action].model_fields)


def test_accepting_tells_the_consequence_first_and_then_completes_the_order(
    signed_in: SignIn, order_in: Callable[[str], Order]
) -> None:
    order, client = order_in("delivered"), signed_in("customer")
    assert "Accepting is final" in client.get(address(order, "accept")).content.decode()
    answer = client.post(address(order, "accept"), follow=True)
    assert "The order is accepted and completed." in answer.content.decode()
    order.refresh_from_db()
    assert order.state == "completed"


def test_a_refused_action_says_why_and_changes_nothing(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order, client = order_in("reopened"), signed_in("customer")
    sentence = "This cannot be done while the order is reopened."
    assert sentence in client.get(address(order, "accept")).content.decode()
    answer = client.post(address(order, "accept"))
    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    order.refresh_from_db()
    assert order.state == "reopened"


def test_strangers_and_unknown_actions_find_no_page(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order = order_in("delivered")
    for client, name in ((signed_in("rival"), "accept"), (signed_in("customer"), "explode")):
        assert client.get(address(order, name)).status_code == 404
        assert client.post(address(order, name)).status_code == 404


def test_what_is_missing_is_said_beside_its_field_and_what_was_written_is_kept(
    signed_in: SignIn, order_in: Callable[[str], Order]
) -> None:
    order, client = order_in("delivered"), signed_in("customer")
    answer = client.post(address(order, "comment_and_reopen"), {"comment": "", "links": "https://example.com/look"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This is needed." in page
    assert "https://example.com/look" in page
    wrong = client.post(address(order, "comment_and_reopen"), {"comment": "Darker, please.", "links": "no address"})
    assert wrong.status_code == 422
    assert "Darker, please." in wrong.content.decode()
    assert not Return.objects.exists()


def test_a_comment_with_keyword_references_and_links_reopens_the_order(
    signed_in: SignIn, order_in: Callable[[str], Order]
) -> None:
    order = order_in("delivered")
    told = {
        "comment": "The sky is missing.",
        "keyword": "correction",
        "references": ["Style: Bright", "room-1.jpg"],
        "links": "https://example.com/a\nhttps://example.com/b",
    }
    assert signed_in("customer").post(address(order, "comment_and_reopen"), told).status_code == 302
    opened = work_return(order)
    assert opened is not None
    assert opened.keyword == "correction"
    assert opened.references == ["Style: Bright", "room-1.jpg"]
    assert opened.links == ["https://example.com/a", "https://example.com/b"]


def test_the_same_form_sent_twice_is_done_once(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order, client = order_in("in_production"), signed_in("customer")
    told = {"comment": "Please keep the cat.", "once": "the-same-key"}
    first = client.post(address(order, "comment_and_reopen"), told)
    second = client.post(address(order, "comment_and_reopen"), told)
    assert first.headers["Location"] == second.headers["Location"] == f"/orders/{order.number}/"
    assert order.activity.filter(action="comment_and_reopen").count() == 1
    for _ in range(2):
        client.post(f"/orders/{order.number}/messages/", {"body": "Hello.", "once": "another-key"})
    assert Message.objects.filter(order=order).count() == 1


def test_a_form_that_was_refused_is_sent_again_under_its_key(
    signed_in: SignIn, order_in: Callable[[str], Order]
) -> None:
    order, client = order_in("in_production"), signed_in("customer")
    for comment, code in (("", 422), ("Keep the cat.", 302), ("Keep the cat.", 302)):
        told = {"comment": comment, "once": "the-same-key"}
        assert client.post(address(order, "comment_and_reopen"), told).status_code == code
    assert order.activity.filter(action="comment_and_reopen").count() == 1


def test_a_time_is_entered_in_the_persons_own_zone(signed_in: SignIn, orders: Orders, cast: Cast) -> None:
    order = orders.in_production()
    Person.objects.filter(pk=cast.artist.pk).update(time_zone="America/New_York")
    wished = (
        (clock.now() + timedelta(days=30)).astimezone(ZoneInfo("America/New_York")).replace(second=0, microsecond=0)
    )
    client = signed_in("artist")
    page = client.get(address(order, "request_extension")).content.decode()
    assert "In your time zone, America/New_York. Until now it is due" in page
    told = {"due_at": f"{wished:%Y-%m-%dT%H:%M}", "reason": "The sofa."}
    assert client.post(address(order, "request_extension"), told).status_code == 302
    asked: datetime = Extension.objects.get(order=order).due_at
    assert asked == wished


def test_yes_and_no_are_answers_of_their_own(signed_in: SignIn, orders: Orders) -> None:
    order = orders.in_production()
    due = clock.now() + timedelta(days=30)
    orders.do("request_extension", order, "artist", BEGINNING + HOUR, due_at=due, reason="The sofa.")
    client = signed_in("customer")
    page = client.get(address(order, "answer_extension")).content.decode()
    for words in ("Yes, give more time", "No, keep the delivery time", "The sofa."):
        assert words in page
    assert client.post(address(order, "answer_extension"), {"message": "Hm."}).status_code == 422
    assert client.post(address(order, "answer_extension"), {"accept": "no"}).status_code == 302
    assert Extension.objects.get(order=order).state == Extension.State.DECLINED


def test_rejecting_has_one_way_which_is_the_contact_sheet(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(), signed_in("customer")
    room = f"/orders/{order.number}/review/"
    page = client.get(f"/orders/{order.number}/").content.decode()
    assert re.search(rf'href="{room}">\s*Reject images', page)
    assert address(order, "reject_images") not in page
    assert client.get(address(order, "reject_images")).headers["Location"] == room
    empty = client.post(address(order, "reject_images"))
    assert empty.status_code == 409
    assert "No picture was added to the rejection yet." in empty.content.decode()
    assert client.post(address(orders.completed(), "reject_images")).status_code == 409


def test_the_coordinator_chooses_among_the_artists(signed_in: SignIn, orders: Orders, cast: Cast) -> None:
    order, client = orders.placed(), signed_in("coordinator")
    assert "Asta Artist" in client.get(address(order, "assign")).content.decode()
    assert client.post(address(order, "assign"), {"artist": cast.customer.pk}).status_code == 422
    assert client.post(address(order, "assign"), {"artist": cast.artist2.pk}).status_code == 302
    order.refresh_from_db()
    assert order.artist == cast.artist2


def test_the_supervisor_reads_the_return_where_it_is_assessed(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.reopened(), signed_in("supervisor")
    assert "Too dark." in client.get(address(order, "assess")).content.decode()
    due = clock.now() + timedelta(days=1)
    told = {"decision": "correction", "message": "We fix it.", "due_at": f"{due:%Y-%m-%dT%H:%M}", "price": ""}
    assert client.post(address(order, "assess"), told).status_code == 302
    order.refresh_from_db()
    assert order.state == "in_production"


def test_an_empty_message_is_kept_out_with_a_sentence(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order = order_in("placed")
    answer = signed_in("customer").post(f"/orders/{order.number}/messages/", {"body": "  "})
    assert answer.status_code == 422
    assert "Write a message of at most 20,000 characters." in answer.content.decode()


def test_customers_cannot_write_internal_notes(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order = order_in("placed")
    told = {"body": "Psst.", "internal": "on"}
    assert signed_in("customer").post(f"/orders/{order.number}/messages/", told).status_code == 409
    assert signed_in("coordinator").post(f"/orders/{order.number}/messages/", told).status_code == 302
    assert Message.objects.get(order=order).internal
