"""A customer: what to judge and to answer, and what the studio has in work."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.moments import in_words
from proofroom.interfaces.html.contexts.home import Calm, Need, Underway, Waiting
from proofroom.interfaces.html.needs import (
    AT_ONCE,
    UNDERWAY,
    action_url,
    first_due_first,
    first_few,
    order_url,
    orders_in,
    pictures_of,
    underway,
)
from proofroom.interfaces.html.templatetags.display import plural
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Extension, Order
from proofroom.people.models import Person
from proofroom.people.zones import zone_of
from proofroom.returns.lifecycle import TO_ASSESS, ReturnState
from proofroom.returns.models import Quote
from proofroom.workflow.waiting import annotated, customer

CALM = Calm(
    "Nothing waits for you",
    "Deliveries to judge, quotes and questions stand here as soon as there are some. You are told by e-mail too.",
    "/products/",
    "Start a new order",
)


def waiting(actor: Actor, person: Person, at: datetime) -> Waiting:
    """Six queries, however many orders."""
    needs = chain(_deliveries(actor), _quotes(actor), _extensions(actor, person), unread(actor), _drafts(actor))
    work = [_underway(order, at) for order in customer.orders_in_work(actor)[:UNDERWAY]]
    return Waiting(first_due_first(needs), work, "In work for you", CALM)


def unread(actor: Actor) -> Iterator[Need]:
    """Messages not read yet, one need for each order; the same for artists."""

    def told(thread: dict[str, Any]) -> Need:
        sentence = f"{plural(thread['many'], 'new message')} about {thread['number']}"
        return Need(sentence, order_url(thread["number"], "messages"), "Read and answer")

    rest = Need("More of your orders have new messages", reverse("order_list"), "Find them in the list")
    return first_few(customer.unread_threads(actor), told, rest)


def _deliveries(actor: Actor) -> Iterator[Need]:
    rest = Need("More orders are ready for download", orders_in(State.DELIVERED), "See them all")
    return first_few(customer.deliveries_to_judge(actor, AT_ONCE + 1), _delivery, rest)


def _delivery(order: Order) -> Need:
    verb = "is" if annotated(order, "pictures") == 1 else "are"
    return Need(
        f"{pictures_of(order)} of {order.number} {verb} ready",
        order_url(order.number),
        "Compare and decide",
        f"{order.spec.name}. Accept the order or reject what is not right; else it is completed by itself.",
        annotated(order, "completes_at"),
        "Completed by itself",
    )


def _quotes(actor: Actor) -> Iterator[Need]:
    rest = Need("More quotes wait for your answer", reverse("return_list"), "See them all")
    return first_few(customer.quotes_to_answer(actor), _quote, rest)


def _quote(quote: Quote) -> Need:
    return Need(
        f"A quote of {quote.money} for {quote.of.order.number} waits for your answer",
        reverse("return", args=[quote.of.number]),
        "Read and answer",
        "Nothing starts and nothing is charged before you approve it.",
        quote.expires_at,
        "It expires",
    )


def _extensions(actor: Actor, person: Person) -> Iterator[Need]:
    def told(wish: Extension) -> Need:
        asked = in_words(wish.due_at, zone_of(person))
        return Need(
            f"{wish.asked_by} asks for more time for {wish.order.number}",
            action_url(wish.order.number, "answer_extension"),
            "Answer",
            f"Until {asked}: “{wish.reason}” Unanswered, the delivery time stays.",
            annotated(wish, "answer_by"),
            "Answer",
        )

    rest = Need("More artists ask for more time", orders_in(State.IN_PRODUCTION), "See the orders in production")
    return first_few(customer.extensions_to_answer(actor), told, rest)


def _drafts(actor: Actor) -> Iterator[Need]:
    rest = Need("More drafts are not placed yet", orders_in(State.DRAFT), "See them all")
    return first_few(customer.drafts_to_finish(actor), _draft, rest)


def _draft(order: Order) -> Need:
    holds = pictures_of(order) if annotated(order, "pictures") else "Nothing uploaded"
    return Need(
        f"Your draft {order.number} is not placed yet",
        order_url(order.number),
        "Go on with it",
        f"{order.spec.name}. {holds} so far; nothing is charged before you place it.",
    )


def _underway(order: Order, at: datetime) -> Underway:
    due = None if order.stands is State.REOPENED else order.due_at
    return underway(order, _happens(order), at, due=due)


def _happens(order: Order) -> str:
    asked = annotated(order, "asked")
    if asked == ReturnState.QUOTED:
        return "The quote waits for your answer."
    if order.stands is State.REOPENED:
        return "The studio looks at what you wrote."
    if order.stands is State.PLACED:
        return "It waits for an artist."
    works = f"{order.artist} {'reworks' if asked == ReturnState.IN_WORK else 'works on'} it."
    return f"{works} The studio looks at what you wrote." if asked in TO_ASSESS else works
