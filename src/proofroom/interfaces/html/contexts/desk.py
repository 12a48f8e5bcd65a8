"""What the staff's desk receives."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.moments import span_in_words
from proofroom.interfaces.html.needs import action_url, is_late, order_url, pictures_of
from proofroom.orders.lifecycle.states import Action, Role
from proofroom.orders.models import Cancellation, Order
from proofroom.returns.lifecycle import Keyword, ReturnState
from proofroom.returns.models import Return
from proofroom.returns.turns import REPLIES_FROM, REPLIES_WITHIN
from proofroom.workflow.waiting import annotated, can, staff

MOST = 50
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Age:
    """How long somebody has waited, against the promise of 5 to 20 minutes (Row B13)."""

    minutes: int
    """Whole minutes, 20 at most: the length of the bar."""
    words: str
    """The whole time."""
    verdict: str
    """What that means."""
    over: bool
    """The promise is broken."""


@dataclass(frozen=True)
class ReturnRow:
    """A return that the studio has to read or to assess."""

    number: str
    """The return."""
    url: str
    """Its page."""
    order: str
    """The order's number."""
    account: str
    """Who waits."""
    keyword: str
    """What the customer calls it, empty where they did not say."""
    comment: str
    """What they wrote last."""
    state: str
    """Where it stands, in words."""
    owner: str
    """Who has it, empty while nobody has."""
    age: Age
    """How long it has waited."""
    read: bool
    """It can be read."""
    take: bool
    """It can be taken: somebody else has it, or nobody."""
    assess: str
    """Where it is assessed; empty where this person cannot, or cannot yet."""
    first: str
    """The return of the same order that has to be decided first; empty where it is this one's turn."""


@dataclass(frozen=True)
class OrderRow:
    """An order that waits for the studio."""

    number: str
    """The order."""
    url: str
    """Its page."""
    account: str
    """Whose it is."""
    about: str
    """What it is, or why it waits."""
    artist: str
    """Who has it, empty while nobody has."""
    due: datetime | None
    """When it was promised."""
    late: bool
    """That time is over."""
    action: str
    """Where this person can do something about it; empty where they cannot."""


@dataclass(frozen=True)
class Queue:
    """One part of the desk."""

    name: str
    """Its heading."""
    id: str
    """Its anchor."""
    rows: list[OrderRow]
    """At most 50."""
    label: str
    """What stands on the link of each row."""
    empty: str
    """What is said when there is none."""


@dataclass(frozen=True)
class DeskPage:
    """The page at ``/desk/``."""

    disputes: list[ReturnRow]
    """Disputed returns, the longest waiting first; at most 50."""
    returns: list[ReturnRow]
    """Returns to read and to assess, the longest waiting first; at most 50."""
    queues: list[Queue]
    """Cancellations asked, late orders, unassigned orders."""
    empty: bool
    """Nothing waits at all."""


def desk_of(actor: Actor, at: datetime) -> DeskPage:
    """Five queries, however much waits."""
    found = staff.returns_to_answer(actor)
    disputes = [_return(each, actor, at) for each in staff.disputes(found)[:MOST]]
    others = found.exclude(state=ReturnState.DISPUTED)
    returns = [_return(each, actor, at) for each in others[:MOST]]
    queues = [_cancellations(actor, at), _late(actor, at), _unclaimed(actor, at)]
    empty = not (disputes or returns or any(queue.rows for queue in queues))
    return DeskPage(disputes, returns, queues, empty)


def age_of(since: datetime, at: datetime) -> Age:
    """The wait from ``since`` to ``at``."""
    waited = at - since
    over = waited > REPLIES_WITHIN
    fresh = waited < REPLIES_FROM
    verdict = "past the promised 20 minutes" if over else "just in" if fresh else "within the promise"
    return Age(min(waited, REPLIES_WITHIN) // MINUTE, span_in_words(waited), verdict, over)


def _return(each: Return, actor: Actor, at: datetime) -> ReturnRow:
    disputed = each.state == ReturnState.DISPUTED
    first = annotated(each, "first") or ""
    can_assess = can(actor, Action.ASSESS) and (disputed or actor.role != Role.MANAGER)
    return ReturnRow(
        number=each.number,
        url=reverse("return", args=[each.number]),
        order=each.order.number,
        account=each.order.account.name,
        keyword=Keyword(each.keyword).label if each.keyword else "",
        comment=annotated(each, "said") or each.comment,
        state=ReturnState(each.state).label,
        owner=each.owner.name if each.owner else "",
        age=age_of(each.asked_at, at),
        read=each.state == ReturnState.RECEIVED,
        take=each.state != ReturnState.RECEIVED and each.owner_id != actor.person,
        assess=action_url(each.order.number, Action.ASSESS) if can_assess and not first else "",
        first=first if can_assess else "",
    )


def _cancellations(actor: Actor, at: datetime) -> Queue:
    rows = [_cancellation(asked, actor, at) for asked in staff.cancellations_to_answer(actor)[:MOST]]
    return Queue("Cancellations asked", "cancellations", rows, "Answer", "Nobody asks to cancel an order.")


def _cancellation(asked: Cancellation, actor: Actor, at: datetime) -> OrderRow:
    about = f"“{asked.reason}” Asked {span_in_words(at - asked.asked_at)} ago."
    return _row(asked.order, about, at, _action(asked.order, actor, Action.ANSWER_CANCELLATION))


def _late(actor: Actor, at: datetime) -> Queue:
    orders = staff.late_orders(actor, at)[:MOST]
    rows = [_row(order, _about(order), at, _action(order, actor, Action.REASSIGN)) for order in orders]
    return Queue("Late orders", "late", rows, "Give to another artist", "Nothing is late.")


def _unclaimed(actor: Actor, at: datetime) -> Queue:
    orders = staff.unclaimed_orders(actor)[:MOST]
    rows = [_row(order, _about(order), at, _action(order, actor, Action.ASSIGN)) for order in orders]
    return Queue("Unassigned orders", "unassigned", rows, "Assign an artist", "Every order has an artist.")


def _about(order: Order) -> str:
    return f"{order.spec.name}, {pictures_of(order)}"


def _action(order: Order, actor: Actor, action: Action) -> str:
    return action_url(order.number, action) if can(actor, action) else ""


def _row(order: Order, about: str, at: datetime, action: str) -> OrderRow:
    artist = order.artist.name if order.artist else ""
    late = is_late(order, at)
    return OrderRow(
        order.number, order_url(order.number), order.account.name, about, artist, order.due_at, late, action
    )
