"""Looking through an order: verdicts, and a rejection put together and sent as one return (Row A8)."""

from collections.abc import Callable

from django.test import Client

from proofroom.orders.models import Order
from proofroom.returns.models import RejectedItem
from proofroom.review.models import FoundRight, PictureToReject
from tests.orders_in_states import HOUR, Orders

SignIn = Callable[[str], Client]


def judged(client: Client, order: Order, word: str, *positions: int, **more: str) -> str:
    items = [order.items.get(position=position).pk for position in positions]
    answer = client.post(f"/orders/{order.number}/review/verdict/", {"do": word, "items": items, **more})
    assert answer.status_code == 302
    return answer.headers["Location"]


def sheet(client: Client, order: Order) -> str:
    return client.get(f"/orders/{order.number}/review/").content.decode()


def test_pictures_are_added_and_sent_back_as_one_return(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(pictures=3), signed_in("customer")
    judged(client, order, "wrong", 1, 3)
    assert sheet(client, order).count('data-verdict="rejected"') == 2
    address = f"/orders/{order.number}/review/rejection/"
    first, last = order.items.get(position=1).pk, order.items.get(position=3).pk
    told = {"comment": "All too dark.", f"comment-{first}": "A cord.", f"comment-{last}": ""}
    assert client.post(address, told).headers["Location"] == f"/orders/{order.number}/"
    assert dict(RejectedItem.objects.values_list("item", "comment")) == {first: "A cord.", last: ""}
    assert order.returns.get().comment == "All too dark."
    assert not PictureToReject.objects.exists()


def test_an_empty_rejection_is_refused_and_keeps_what_was_typed(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(pictures=2), signed_in("customer")
    judged(client, order, "wrong", 1, 2)
    first = order.items.get(position=1).pk
    told = {f"comment-{first}": "A cord.", "once": "the-same-key"}
    answer = client.post(f"/orders/{order.number}/review/rejection/", told)
    assert answer.status_code == 422
    assert PictureToReject.objects.get(item=first).comment == "A cord."
    assert "Say or mark what is wrong with each picture" in answer.content.decode()
    assert "A cord.</textarea>" in answer.content.decode()
    assert not order.returns.exists()


def test_right_pictures_leave_the_rejection_and_a_new_version_is_looked_at_anew(
    signed_in: SignIn, orders: Orders
) -> None:
    order, client = orders.delivered(), signed_in("customer")
    judged(client, order, "wrong", 1)
    judged(client, order, "right", 1, 2)
    assert not PictureToReject.objects.exists()
    assert sheet(client, order).count('data-verdict="accepted"') == 2
    judged(client, order, "undecided", 1)
    assert sheet(client, order).count('data-verdict="accepted"') == 1
    item = order.items.get(position=2)
    told = [{"item": item.pk, "comment": "No, it is not."}]
    at = orders.begin + 3 * HOUR
    orders.do("reject_images", order, "customer", at, items=told)
    orders.do("assess", order, "supervisor", at + HOUR, decision="correction", message="Yes.")
    orders.put_results(order)
    orders.do("deliver", order, "artist", at + 2 * HOUR)
    assert 'data-verdict="accepted"' not in sheet(client, order)


def test_a_verdict_leads_back_to_where_it_was_given(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.delivered(), signed_in("customer")
    item = order.items.get(position=1).pk
    base = f"/orders/{order.number}/review/"
    assert judged(client, order, "wrong", 1, then=str(item), comment="Dark.") == f"{base}{item}/"
    assert judged(client, order, "undecided", 1, then="rejection") == f"{base}rejection/"
    assert judged(client, order, "right") == base
    assert "No picture was chosen." in sheet(client, order)
    assert client.post(f"{base}verdict/", {"do": "burn"}).status_code == 404


def test_what_is_not_sent_yet_is_the_accounts_own(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    judged(signed_in("customer"), order, "wrong", 1)
    assert "In your rejection" in sheet(signed_in("colleague"), order)
    for part in ("artist", "supervisor"):
        assert "In your rejection" not in sheet(signed_in(part), order), part
        assert "Add to rejection" not in sheet(signed_in(part), order), part
        assert signed_in(part).get(f"/orders/{order.number}/review/rejection/").status_code == 404
    rival = signed_in("rival").post(f"/orders/{order.number}/review/verdict/", {"do": "right"})
    assert rival.status_code == 404


def test_pictures_of_another_order_are_not_judged_with_this_one(signed_in: SignIn, orders: Orders) -> None:
    order, other, client = orders.delivered(), orders.delivered(), signed_in("customer")
    foreign = other.items.get(position=1).pk
    client.post(f"/orders/{order.number}/review/verdict/", {"do": "right", "items": [foreign, "x", "9" * 30]})
    assert not FoundRight.objects.exists()
