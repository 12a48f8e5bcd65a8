"""What is on offer, and doing it through the one endpoint."""

from datetime import timedelta
from typing import Any

import pytest
from time_machine import travel

from proofroom.orders.lifecycle.states import Action, State
from proofroom.orders.models import Activity, Order
from tests.api.conftest import BASE, AsPart
from tests.cast import BEGINNING
from tests.orders_in_states import Orders

Offers = dict[str, Any]


def offers(program: AsPart, part: str, order: Order) -> Offers:
    told = program(part).get(f"orders/{order.number}/actions").json()["items"]
    return {offer["action"]: offer for offer in told}


def test_an_offer_that_is_possible_says_where_and_what_to_send(orders: Orders, program: AsPart) -> None:
    order = orders.delivered()
    found = offers(program, "customer", order)
    possible = {name for name, offer in found.items() if offer["possible"]}
    assert possible == {"accept", "reject_images", "comment_and_reopen"}
    wanted = found["comment_and_reopen"]
    assert (wanted["possible"], wanted["reason"]) == (True, None)
    assert wanted["address"] == f"/api/v1/orders/{order.number}/actions/comment_and_reopen"
    assert wanted["input"]["required"] == ["comment"]
    assert set(wanted["input"]["properties"]) == {"comment", "keyword", "references", "links", "attachments"}


def test_an_offer_in_the_way_of_which_something_stands_gives_the_reason_of_the_refusal(
    orders: Orders, program: AsPart
) -> None:
    order = orders.in_production(results=False)
    offer = offers(program, "artist", order)["deliver"]
    refusal = program("artist").post(f"orders/{order.number}/actions/deliver").json()
    assert offer["possible"] is False
    assert offer["reason"] == {"code": refusal["code"], "sentence": refusal["detail"]}
    assert offer["reason"]["code"] == "results_missing"


@pytest.mark.parametrize("state", [State.PLACED, State.DELIVERED])
def test_what_is_not_offered_is_refused(orders: Orders, program: AsPart, state: State) -> None:
    order = orders.in_state(state)
    for part in ("customer", "artist", "coordinator", "supervisor"):
        path = f"orders/{order.number}/actions"
        offered = {name for name, offer in offers(program, part, order).items() if offer["possible"]}
        for action in set(Action) - offered:
            assert program(part).post(f"{path}/{action}").status_code in {409, 422}, (part, action)
    order.refresh_from_db()
    assert order.state == state


def test_an_action_answers_with_the_order_as_it_is_afterwards(orders: Orders, program: AsPart) -> None:
    order = orders.delivered()
    answer = program("customer").post(f"orders/{order.number}/actions/accept")
    assert (answer.status_code, answer.json()["state"]) == (200, "completed")
    assert answer.json() == program("customer").get(f"orders/{order.number}").json()


def test_an_action_that_needs_nothing_takes_an_empty_body(orders: Orders, program: AsPart) -> None:
    order, artist = orders.placed(), program("artist")
    path = f"{BASE}orders/{order.number}/actions/claim"
    answer = artist.client.post(path, "", content_type="application/json", headers=artist.headers)
    assert (answer.status_code, answer.json()["state"]) == (200, "in_production")
    assert answer.json()["artist"]["name"] == "Arne Artist"


def test_a_refusal_changes_nothing(orders: Orders, program: AsPart) -> None:
    order = orders.placed()
    lines = Activity.objects.count()
    answer = program("customer").post(f"orders/{order.number}/actions/accept")
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
    order.refresh_from_db()
    assert (order.state, Activity.objects.count()) == ("placed", lines)


def test_images_are_rejected_with_comments_and_markings(orders: Orders, program: AsPart) -> None:
    order = orders.delivered()
    item = order.items.first()
    assert item is not None
    selector = {"type": "FragmentSelector", "value": "xywh=percent:10,10,20,20"}
    marked = {"item": item.pk, "comment": "Crooked.", "markings": [{"selector": selector, "comment": "Here."}]}
    answer = program("customer").post(f"orders/{order.number}/actions/reject_images", {"items": [marked]})
    assert (answer.status_code, answer.json()["state"]) == (200, "reopened")
    assert [item["settled"] for item in answer.json()["items"]] == [False, True]
    assert answer.json()["time_left"]["running"] is False
    assert answer.json()["time_left"]["due_at"] is None


def test_more_time_is_asked_for_and_given(orders: Orders, program: AsPart) -> None:
    order = orders.in_production(results=False)
    later = (BEGINNING + timedelta(days=3)).isoformat()
    with travel(BEGINNING + timedelta(hours=2)):
        wish = {"due_at": later, "reason": "Many rooms."}
        assert program("artist").post(f"orders/{order.number}/actions/request_extension", wish).status_code == 200
        answer = program("customer").post(f"orders/{order.number}/actions/answer_extension", {"accept": True})
    assert answer.json()["due_at"] == "2026-03-05T09:00:00Z"


def test_what_only_time_does_is_nobodys_to_send(orders: Orders, program: AsPart) -> None:
    answer = program("admin").post(f"orders/{orders.delivered().number}/actions/complete_automatically")
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")
