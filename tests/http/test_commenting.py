"""Comment and reopen: what it is about, picked from the order's own, with links and files; and what is refused."""

import socket

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.returns.models import Attachment, Return
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders


@pytest.fixture
def order(orders: Orders) -> Order:
    """Delivered two hours ago."""
    orders.begin = clock.now() - 4 * HOUR
    return orders.delivered(3)


def address_of(order: Order) -> str:
    return f"/orders/{order.number}/actions/comment_and_reopen/"


def sketch(name: str = "sketch.txt", text: bytes = b"Here.") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text)


def unchanged(order: Order) -> bool:
    order.refresh_from_db()
    return order.state == "delivered" and not Return.objects.exists()


def test_one_picks_among_the_orders_own_style_levels_and_pictures(signed_in: SignedIn, order: Order) -> None:
    client = signed_in("customer")
    page = client.get(address_of(order)).content.decode()
    for words in ('value="Style: Bright"', 'value="Brightness: As the style"', 'value="room-2.jpg"'):
        assert words in page
    assert page.count('<img src="/orders/') == 3, "a thumbnail for each picture"
    picked = {"comment": "Too dark.", "references": ["Style: Bright", "room-2.jpg"]}
    assert client.post(address_of(order), picked).status_code == 302
    assert Return.objects.get().references == picked["references"]


@pytest.mark.parametrize("strange", ["room-9.jpg", "Style: Gloomy", "../../etc/passwd"])
def test_what_is_no_part_of_the_order_cannot_be_referred_to(signed_in: SignedIn, order: Order, strange: str) -> None:
    given = {"comment": "Too dark.", "references": [strange]}
    answer = signed_in("customer").post(address_of(order), given)
    assert (answer.status_code, "is neither a picture nor a choice" in answer.content.decode()) == (409, True)
    assert unchanged(order)


def test_files_go_with_it_and_reach_whoever_works_on_the_order(signed_in: SignedIn, order: Order) -> None:
    given = {"comment": "Like this.", "files": [sketch(), sketch("lamp.txt", b"There.")]}
    assert signed_in("customer").post(address_of(order), given).status_code == 302
    subject = Return.objects.get()
    page = signed_in("artist").get(f"/returns/{subject.number}/").content.decode()
    assert "sketch.txt" in page
    assert "lamp.txt" in page
    assert Attachment.objects.filter(entry__of=subject).count() == 2


def test_a_form_that_comes_back_has_kept_everything(signed_in: SignedIn, order: Order) -> None:
    client = signed_in("customer")
    given = {"comment": "Like this.", "references": ["room-2.jpg"], "links": "not a link", "files": [sketch()]}
    answer = client.post(address_of(order), given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This is no web address" in page
    for kept in ("Like this.", 'value="room-2.jpg" checked', "not a link", "sketch.txt"):
        assert kept in page
    aside = Attachment.objects.get()
    again = {"comment": "Like this.", "attachments": [aside.pk]}
    assert client.post(address_of(order), again).status_code == 302
    aside.refresh_from_db()
    assert aside.entry is not None


def test_a_form_sent_twice_brings_its_files_once(signed_in: SignedIn, order: Order) -> None:
    client = signed_in("customer")
    for _ in range(2):
        given = {"comment": "Like this.", "once": "same", "files": [sketch()]}
        assert client.post(address_of(order), given).status_code == 302
    assert (Return.objects.count(), Attachment.objects.count()) == (1, 1)


def test_the_colleague_neither_sees_nor_takes_what_is_put_aside(signed_in: SignedIn, order: Order) -> None:
    signed_in("customer").post(address_of(order), {"comment": "", "files": [sketch()]})
    aside, colleague = Attachment.objects.get(), signed_in("colleague")
    file = f"/orders/{order.number}/files/{aside.file_id}/"
    assert "sketch.txt" not in colleague.get(address_of(order)).content.decode()
    assert colleague.get(file).status_code == 404
    assert colleague.post(address_of(order), {"comment": "Mine.", "attachments": [aside.pk]}).status_code == 409
    assert unchanged(order)


@pytest.mark.parametrize(
    ("comment", "code", "sentence"),
    [
        ("", 422, "This is needed."),
        (" \n\t ", 422, "This is needed."),
        ("x" * 1_000_000, 422, "write at most 20,000 characters"),
        ("\N{PILE OF POO}\N{PILE OF POO}", 409, "Say in words what should be different."),
    ],
    ids=["empty", "blank", "a megabyte", "only emoji"],
)
def test_a_comment_that_says_nothing_or_too_much_is_refused(
    signed_in: SignedIn, order: Order, comment: str, code: int, sentence: str
) -> None:
    answer = signed_in("customer").post(address_of(order), {"comment": comment})
    assert (answer.status_code, sentence in answer.content.decode()) == (code, True)
    assert unchanged(order)


def test_feedback_may_be_an_emoji(signed_in: SignedIn, order: Order) -> None:
    given = {"comment": "\N{HEAVY BLACK HEART}", "keyword": "feedback"}
    assert signed_in("customer").post(address_of(order), given).status_code == 302


def test_links_to_private_addresses_are_kept_as_text_and_never_fetched(
    signed_in: SignedIn, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("a link was fetched")

    monkeypatch.setattr(socket, "create_connection", no_network)
    monkeypatch.setattr(socket.socket, "connect", no_network)
    links = "http://169.254.169.254/latest/meta-data/\nhttp://127.0.0.1:1/\nhttp://[::1]/"
    assert signed_in("customer").post(address_of(order), {"comment": "Like this.", "links": links}).status_code == 302
    assert len(Return.objects.get().links) == 3


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a/b"])
def test_only_web_addresses_are_links(signed_in: SignedIn, order: Order, link: str) -> None:
    answer = signed_in("customer").post(address_of(order), {"comment": "Like this.", "links": link})
    assert (answer.status_code, "This is no web address" in answer.content.decode()) == (422, True)
    assert unchanged(order)


def test_another_accounts_order_does_not_exist(signed_in: SignedIn, order: Order) -> None:
    given = {"comment": "Mine.", "files": [sketch()]}
    assert signed_in("rival").post(address_of(order), given).status_code == 404
    assert unchanged(order)
    assert not Attachment.objects.exists()


def test_a_cancelled_order_is_not_reopened(signed_in: SignedIn, orders: Orders) -> None:
    cancelled = orders.cancelled()
    client: Client = signed_in("customer")
    answer = client.post(address_of(cancelled), {"comment": "Please go on."})
    assert answer.status_code == 409
    assert "This cannot be done while the order is cancelled." in answer.content.decode()
    cancelled.refresh_from_db()
    assert cancelled.state == "cancelled"
    assert not Return.objects.exists()
