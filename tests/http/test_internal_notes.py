"""What the studio writes for itself never leaves for a customer: every answer of every address is read for it."""

from copy import deepcopy
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.core import mail
from django.db import transaction
from django.test import Client

from proofroom.core import clock
from proofroom.core.tasks import run_queued
from proofroom.orders.commands.talking import say
from proofroom.orders.models import Order
from tests.cast import Cast
from tests.conftest import SignedIn
from tests.http.test_addresses import places, rows
from tests.orders_in_states import Orders

SECRET = "between-us-cherry-lacquer"
pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")


def told(client: Client, method: str, address: str, body: str) -> bytes:
    """All of the answer's bytes and headers; whatever the request did is undone."""
    cookies = deepcopy(client.cookies)
    kind = "application/json" if address.startswith("/api/") else "application/x-www-form-urlencoded"
    with transaction.atomic():
        answer = client.generic(method, address, body, content_type=kind)
        whole = async_to_sync(gathered)(answer) if getattr(answer, "is_async", False) else answer.getvalue()
        transaction.set_rollback(True)
    client.cookies = cookies
    return bytes(whole) + repr(answer.headers).encode()


async def gathered(answer: Any) -> bytes:
    return b"".join([block async for block in answer.streaming_content])


def test_no_answer_of_any_address_holds_an_internal_note(signed_in: SignedIn, cast: Cast, orders: Orders) -> None:
    known = places(orders, cast)
    for order in Order.objects.exclude(placed_at=None):
        say(order, cast.coordinator, f"{SECRET} {order.number}", clock.now(), internal=True)
        assert SECRET.encode() in told(signed_in("supervisor"), "GET", f"/orders/{order.number}/", "")
    asked = [(row["method"], row["address"].format(**known), row["body"]) for row in rows()]
    customer = signed_in("customer")
    leaks = [
        f"{method} {address}"
        for method, address, body in asked
        if SECRET.encode() in told(customer, method, address, body)
    ]
    assert leaks == []


def test_no_mail_to_a_customer_holds_an_internal_note(cast: Cast, orders: Orders) -> None:
    order = orders.delivered()
    say(order, cast.coordinator, SECRET, clock.now(), internal=True)
    orders.do("comment_and_reopen", order, "customer", orders.begin, comment="Too dark.")
    run_queued()
    assert mail.outbox
    assert not [each for each in mail.outbox if SECRET in each.body]
