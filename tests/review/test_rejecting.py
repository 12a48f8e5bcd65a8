"""Pictures are added to a rejection, and sent as one return with everything drawn on them."""

from typing import Any

from proofroom.orders.models import Order
from proofroom.returns.models import Return
from proofroom.review.models import PictureToReject, RejectionDraft
from tests.orders_in_states import Orders
from tests.review.conftest import AsRoom, Room, rework


def add(room: Room, item: int | None = None, **said: Any) -> Any:
    return room.person.put(f"{room.order}/rejection/items/{item or room.item.pk}", said)


def test_a_rejection_is_put_together_by_the_whole_account_and_sent_as_one_return(room: AsRoom, order: Order) -> None:
    customer, colleague = room("customer"), room("colleague")
    second = order.items.get(position=2).pk
    customer.drawn(comment="A cord.")
    add(customer)
    assert add(colleague, second, comment="Crooked.").json()["possible"] is True
    customer.person.patch(f"{customer.order}/rejection", {"comment": "Both, please."})
    stands = colleague.person.get(f"{customer.order}/rejection").json()
    assert [(each["item"], each["comment"], each["markings"]) for each in stands["items"]] == [
        (customer.item.pk, "", 1),
        (second, "Crooked.", 0),
    ]
    assert customer.reject().status_code == 200
    sent = Return.objects.get()
    assert sent.comment == "Both, please."
    assert sent.rejected.count() == 2
    (marking,) = customer.seen()
    assert (marking["state"], marking["sent_with"], marking["editable"]) == ("sent", sent.number, False)
    assert not RejectionDraft.objects.exists()


def test_nothing_is_rejected_empty(room: AsRoom, order: Order) -> None:
    customer = room("customer")
    nothing = customer.reject()
    assert (nothing.status_code, nothing.json()["code"]) == (409, "nothing_to_reject")
    stands = add(customer).json()
    assert (stands["possible"], stands["reason"]) == (
        False,
        "Say or mark what is wrong with each picture, or write one comment for all.",
    )
    empty = customer.reject()
    assert (empty.status_code, empty.json()["code"]) == (409, "empty_rejection")
    assert customer.reject(items=[{"item": customer.item.pk}]).json()["code"] == "empty_rejection"
    order.refresh_from_db()
    assert (order.state, Return.objects.exists()) == ("delivered", False)
    assert PictureToReject.objects.exists()


def test_a_picture_taken_out_keeps_its_markings(room: AsRoom) -> None:
    customer = room("customer")
    customer.drawn()
    add(customer)
    left = customer.person.delete(f"{customer.order}/rejection/items/{customer.item.pk}").json()
    assert (left["items"], left["possible"]) == ([], False)
    assert [each["state"] for each in customer.seen()] == ["draft"]


def test_the_rejection_is_the_accounts_own(room: AsRoom) -> None:
    add(room("customer"))
    for part in ("rival", "artist", "supervisor"):
        assert room(part).person.get(f"{room(part).order}/rejection").status_code == 404
        assert add(room(part)).status_code == 404


def test_what_was_named_takes_its_drafts_along_and_leaves_the_others(room: AsRoom, order: Order) -> None:
    customer = room("customer")
    customer.drawn()
    other = Room(customer.person, order.items.get(position=2))
    other.drawn()
    add(other)
    assert customer.reject(items=[{"item": customer.item.pk}]).status_code == 200
    assert [each["state"] for each in customer.seen()] == ["sent"]
    assert [each["state"] for each in other.seen()] == ["draft"]
    assert PictureToReject.objects.get().item_id == other.item.pk


def test_the_artist_ticks_each_mark_or_says_why_not_and_the_customer_settles_or_reopens(
    room: AsRoom, orders: Orders
) -> None:
    customer, artist = room("customer"), room("artist")
    first, second, third = (customer.drawn(comment=words) for words in ("A cord.", "A shadow.", "A stain."))
    customer.reject(items=[{"item": customer.item.pk}])
    first, second, third = artist.seen()
    silent = artist.change(second, state="cannot")
    assert (silent.status_code, silent.json()["fields"]) == (422, {"answer": "Say why it cannot be done."})
    artist.moved(first, "fixed")
    artist.moved(third, "fixed")
    artist.moved(second, "cannot", "There is no light on the wall behind it.")
    assert artist.change(artist.seen()[0], state="settled").json()["code"] == "wrong_state"
    rework(orders, customer.item.order)
    first, second, third = customer.seen()
    assert [each["version"] for each in (first, second, third)] == [1, 1, 1]
    customer.moved(first, "settled")
    customer.moved(third, "reopened", "Still there.")
    assert [each["number"] for each in customer.seen()] == [2, 3]
    assert customer.reject(items=[{"item": customer.item.pk}]).status_code == 200
    assert [(each["state"], each["answer"]) for each in artist.seen()] == [
        ("cannot", "There is no light on the wall behind it."),
        ("reopened", "Still there."),
    ]


def test_accepting_the_order_settles_what_was_open(room: AsRoom, orders: Orders) -> None:
    customer = room("customer")
    customer.drawn()
    customer.reject(items=[{"item": customer.item.pk}])
    rework(orders, customer.item.order)
    assert len(customer.seen()) == 1
    assert customer.person.post(f"{customer.order}/actions/accept").status_code == 200
    assert customer.seen() == []
    assert [each["state"] for each in customer.seen(version=1)] == ["settled"]
