"""An artist: what came back, what is due, what may be claimed."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.moments import in_words
from proofroom.interfaces.html.contexts.home import Calm, Need, Underway, Waiting
from proofroom.interfaces.html.needs import (
    AT_ONCE,
    UNDERWAY,
    first_due_first,
    first_few,
    is_late,
    order_url,
    orders_in,
    pictures_of,
    underway,
)
from proofroom.interfaces.html.needs.customer import unread
from proofroom.interfaces.html.templatetags.display import plural
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Extension, Order
from proofroom.people.models import Person
from proofroom.people.zones import zone_of
from proofroom.returns.models import Return
from proofroom.workflow.waiting import annotated, artist

CALM = Calm(
    "Nothing waits for you",
    "You have no job in work. Jobs that are free to claim stand on the board.",
    "/board/",
    "Look at the board",
)
MOST_COUNTED = 100


def waiting(actor: Actor, person: Person, at: datetime) -> Waiting:
    """Six queries, however many jobs."""
    mine = _jobs(actor, at)
    needs = chain(mine, _revisions(actor), _news(actor, person, at), unread(actor), _open(actor))
    with_others = artist.jobs(actor, State.DELIVERED, State.REOPENED)[:UNDERWAY]
    return Waiting(first_due_first(needs), [_underway(order, at) for order in with_others], "With others now", CALM)


def _jobs(actor: Actor, at: datetime) -> Iterator[Need]:
    rest = Need("More of your jobs are in production", orders_in(State.IN_PRODUCTION), "See them all")
    return first_few(artist.jobs(actor, State.IN_PRODUCTION), lambda order: _job(order, at), rest)


def _job(order: Order, at: datetime) -> Need:
    late, returned = is_late(order, at), annotated(order, "returned")
    came = f"{order.number} came back from the customer"
    sentence = came if returned else f"Deliver {pictures_of(order)} of {order.number}"
    detail = " The customer may cancel a late order." if late else ""
    return Need(
        f"{sentence} and is late" if late and returned else f"{sentence}: it is late" if late else sentence,
        order_url(order.number),
        "See what was asked" if returned else "Go to the job",
        f"{order.spec.name}.{detail}",
        order.due_at,
        "Was due" if late else "Due",
        late,
    )


def _revisions(actor: Actor) -> Iterator[Need]:
    rest = Need("More revisions are asked for", reverse("return_list"), "See them all")
    return first_few(artist.revisions_to_answer(actor), _revision, rest)


def _revision(asked: Return) -> Need:
    return Need(
        f"A revision of the completed order {asked.order.number} is asked for",
        reverse("return", args=[asked.number]),
        "Read and answer",
        "The order is completed, so it is up to you to agree or to decline.",
    )


def _news(actor: Actor, person: Person, at: datetime) -> Iterator[Need]:
    for wish in artist.answered_extensions(actor, at)[:AT_ONCE]:
        number = wish.order.number
        if wish.state == Extension.State.ACCEPTED:
            until = f"It is due {in_words(wish.due_at, zone_of(person))} now."
            yield Need(f"You have more time for {number}", order_url(number), "Go to the job", until)
        else:
            said = "The delivery time stays. If you cannot keep it, you may cancel the order."
            yield Need(f"You were not given more time for {number}", order_url(number), "Go to the job", said)


def _open(actor: Actor) -> Iterator[Need]:
    free = artist.open_jobs(actor).values_list("pk")[:MOST_COUNTED].count()
    if free:
        many = f"{MOST_COUNTED} jobs or more are" if free == MOST_COUNTED else f"{plural(free, 'job')} {_are(free)}"
        yield Need(f"{many} free to claim", reverse("board"), "Look at the board")


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _underway(order: Order, at: datetime) -> Underway:
    if order.stands is State.DELIVERED:
        return underway(order, "Delivered. The customer is comparing.", at, due=None)
    return underway(order, "The customer sent it back; the studio decides how to proceed.", at, due=None)
