"""Two people in one room: each sees the other's markings, and nobody writes over another's words."""

from tests.orders_in_states import Orders
from tests.review.conftest import AsRoom, Room, rework


def test_a_colleague_sees_a_draft_and_what_becomes_of_it(room: AsRoom) -> None:
    customer, colleague = room("customer"), room("colleague")
    since = colleague.person.get(colleague.markings).json()["now"]
    marking = customer.drawn(comment="A cord.")
    (seen,) = colleague.seen(since=since)
    assert (seen["comment"], seen["editable"]) == ("A cord.", True)
    customer.moved(marking, "removed")
    assert [each["state"] for each in colleague.seen(since=since)] == ["removed"]
    assert colleague.seen() == []


def test_a_draft_is_the_accounts_own_until_it_is_sent(room: AsRoom) -> None:
    marking = room("customer").drawn()
    others = [room("artist"), room("supervisor")]
    assert [each.seen() for each in others] == [[], []]
    assert {each.change(marking, comment="Mine.").status_code for each in others} == {404}
    assert room("rival").draw().status_code == 404


def test_asking_again_costs_nothing_while_nothing_changed(room: AsRoom) -> None:
    customer = room("customer")
    marking = customer.drawn()
    address, headers = f"/api/v1/{customer.markings}", customer.person.headers
    first = customer.person.client.get(address, headers=headers)
    again = {**headers, "if-none-match": first["ETag"]}
    assert customer.person.client.get(address, headers=again).status_code == 304
    customer.change(marking, comment="Now with words.")
    assert customer.person.client.get(address, headers=again).status_code == 200


def test_of_two_who_edit_one_marking_the_second_is_told_and_the_firsts_words_stay(room: AsRoom) -> None:
    customer, colleague = room("customer"), room("colleague")
    marking = customer.drawn(comment="A cord.")
    assert colleague.change(marking, comment="A cable.").status_code == 200
    late = customer.change(marking, comment="A wire.")
    assert (late.status_code, late.json()["code"]) == (409, "changed_meanwhile")
    assert "Cole Colleague changed marking 1 meanwhile. It says now: “A cable.”" in late.json()["detail"]
    current = late.json()["current"]["marking"]
    assert (current["comment"], current["revision"]) == ("A cable.", 2)
    assert customer.change(current, comment="A wire.").json()["marking"]["comment"] == "A wire."


def test_what_was_removed_comes_back(room: AsRoom) -> None:
    customer = room("customer")
    removed = customer.moved(customer.drawn(), "removed")
    assert customer.change(removed, comment="Gone.").json()["code"] == "sent_already"
    assert customer.moved(removed, "draft")["state"] == "draft"
    assert len(customer.seen()) == 1


def test_a_marking_on_a_version_that_was_replaced_meanwhile_is_carried_over_and_told(
    orders: Orders, room: AsRoom
) -> None:
    customer = room("customer")
    early = customer.drawn(comment="Drawn before the rework came.")
    sent_back(orders, customer)
    rework(orders, customer.item.order)
    late = customer.draw(comment="Drawn while it came.", version=1).json()
    assert late["notice"].startswith("Version 2 was delivered meanwhile. Your marking from version 1 is kept")
    standing = {each["comment"]: (each["version"], each["carried_from"]) for each in customer.seen()}
    assert standing["Drawn while it came."] == (2, 1)
    assert early["comment"] in standing
    assert customer.draw(version=3).status_code == 422


def test_a_draft_that_was_not_sent_moves_on_to_the_new_version(orders: Orders, room: AsRoom) -> None:
    customer = room("customer")
    orders.do("comment_and_reopen", customer.item.order, "customer", orders.begin, comment="Look again.")
    drawn = customer.drawn(comment="Not sent.")
    customer.item.order.items.update(settled=False)
    rework(orders, customer.item.order)
    (left,) = customer.seen()
    assert (left["id"], left["state"], left["version"], left["carried_from"]) == (drawn["id"], "draft", 2, 1)


def sent_back(orders: Orders, customer: Room) -> None:
    given = {"items": [{"item": customer.item.pk, "comment": "Dark."}]}
    orders.do("reject_images", customer.item.order, "customer", orders.begin, **given)
