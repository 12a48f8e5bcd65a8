"""What waits on the staff's desk, each kind as rows of one queue."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.age import Age, age_of, age_read
from proofroom.interfaces.html.needs import action_url, order_url, pictures_of
from proofroom.orders.commands.promising import REPLIES_WITHIN
from proofroom.orders.lifecycle.states import Action, Role
from proofroom.orders.models import Cancellation, Order
from proofroom.returns.commands import facts_for
from proofroom.returns.lifecycle import TO_DECIDE, Keyword, ReturnAction, ReturnState, return_offers
from proofroom.returns.models import Return
from proofroom.workflow.waiting import annotated, can, staff

MOST = 50
"""Rows of each kind."""


class Kind(StrEnum):
    """What waits. ``label`` is what people read."""

    RETURN = "returns"
    DISPUTE = "disputes"
    QUOTE = "quotes"
    MESSAGE = "messages"
    CANCELLATION = "cancellations"
    LATE = "late"
    UNASSIGNED = "unassigned"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Kind.RETURN: "Returns",
    Kind.DISPUTE: "Disputes",
    Kind.QUOTE: "Quotes and replies",
    Kind.MESSAGE: "Messages",
    Kind.CANCELLATION: "Cancellations asked",
    Kind.LATE: "Late orders",
    Kind.UNASSIGNED: "Unassigned orders",
}


TAGS = {
    Kind.MESSAGE: "Message",
    Kind.CANCELLATION: "Cancellation asked",
    Kind.LATE: "Late",
    Kind.UNASSIGNED: "No artist yet",
}


@dataclass(frozen=True)
class Row:
    """One thing that waits."""

    kind: Kind
    """What it is."""
    due: datetime
    """When the studio's answer is due: what is due first stands first."""
    id: str
    """The kind with the return's or the order's number: once on the page, also where an order waits twice."""
    number: str
    """The return's or the order's number."""
    title: str
    """Who waits, and for what."""
    url: str
    """Where it is read."""
    order: str
    """The order's number."""
    tags: tuple[str, ...]
    """Where it stands, and what the customer calls it."""
    owner: str
    """Who of the studio has it; empty while nobody has, and for what nobody takes."""
    mine: bool
    """The reader has it."""
    note: str
    """What has to be known, a sentence; empty for nothing."""
    age: Age
    """How long it has waited."""
    posts: tuple[str, ...] = ()
    """The return's actions that are pressed right here."""
    hands_over: bool = False
    """It can be given to a colleague."""
    notes: bool = False
    """It is a customer's message: that it needs no answer can be said right here."""
    link: tuple[str, str] = ("", "")
    """Where this person can do something about it, and what that is called."""

    @property
    def elsewhere(self) -> bool:
        """A colleague has it."""
        return bool(self.owner) and not self.mine


def rows_of(actor: Actor, at: datetime) -> list[Row]:
    """All that waits, what is due first first; five queries, and at most 50 of each of them."""
    sources = (_returns, _messages, _cancellations, _late, _unassigned)
    return sorted((row for rows in sources for row in rows(actor, at)), key=lambda row: (row.due, row.id))


def _returns(actor: Actor, at: datetime) -> Iterator[Row]:
    for each in staff.returns_to_answer(actor)[:MOST]:
        state = ReturnState(each.state)
        offered = {offer.action for offer in return_offers(state, facts_for(each, actor)) if offer.reason is None}
        first = annotated(each, "first") or ""
        assesses = _assesses(actor, state)
        yield Row(
            kind=_kind(state),
            due=each.answer_by or each.asked_at,
            id=f"return-{each.number}",
            number=each.number,
            title=_title(each, annotated(each, "did"), annotated(each, "said") or ""),
            url=reverse("return", args=[each.number]),
            order=each.order.number,
            tags=(state.label, *([Keyword(each.keyword).label] if each.keyword else [])),
            owner=each.owner.name if each.owner else "",
            mine=each.owner_id == actor.person,
            note=f"{first} comes first. This one can be assessed after it." if assesses and first else "",
            age=age_read(each.asked_at, each.seen_at, at) if each.seen_at else age_of(each.asked_at, at),
            posts=tuple(action for action in (ReturnAction.READ, ReturnAction.TAKE) if action in offered),
            hands_over=ReturnAction.HAND_OVER in offered,
            link=(action_url(each.order.number, Action.ASSESS), "Assess") if assesses and not first else ("", ""),
        )


def _kind(state: ReturnState) -> Kind:
    if state is ReturnState.DISPUTED:
        return Kind.DISPUTE
    return Kind.RETURN if state in TO_DECIDE else Kind.QUOTE


def _title(each: Return, did: str, said: str) -> str:
    answers = {ReturnAction.APPROVE: "approved the quote", ReturnAction.DECLINE: "declined the quote"}
    account = each.order.account.name
    if did in answers:
        return f"{account} {answers[ReturnAction(did)]}"
    return f"{account}: {said or each.comment or 'pictures sent back'}"


def _assesses(actor: Actor, state: ReturnState) -> bool:
    if state not in TO_DECIDE or state is ReturnState.WAITING or not can(actor, Action.ASSESS):
        return False
    return state is ReturnState.DISPUTED or actor.role != Role.MANAGER


def _messages(actor: Actor, at: datetime) -> Iterator[Row]:
    for each in staff.messages_to_answer(actor)[:MOST]:
        url = f"{order_url(each.order.number)}#message-{each.pk}"
        row = _order_row(Kind.MESSAGE, each.order, f"{each.author}: {each.body}", each.at, at, (url, "Answer"))
        yield replace(row, url=url, notes=True)


def _cancellations(actor: Actor, at: datetime) -> Iterator[Row]:
    for asked in staff.cancellations_to_answer(actor)[:MOST]:
        yield _cancellation(asked, actor, at)


def _cancellation(asked: Cancellation, actor: Actor, at: datetime) -> Row:
    title = f"{asked.order.account} asks to cancel: “{asked.reason}”"
    link = _link(asked.order, actor, Action.ANSWER_CANCELLATION, "Answer")
    return _order_row(Kind.CANCELLATION, asked.order, title, asked.asked_at, at, link)


def _late(actor: Actor, at: datetime) -> Iterator[Row]:
    for order in staff.late_orders(actor, at)[:MOST]:
        link = _link(order, actor, Action.REASSIGN, "Give to another artist")
        row = _order_row(Kind.LATE, order, _about(order), order.due_at or at, at, link)
        yield replace(row, age=replace(row.age, verdict="past its delivery time"))


def _unassigned(actor: Actor, at: datetime) -> Iterator[Row]:
    for order in staff.unclaimed_orders(actor)[:MOST]:
        link = _link(order, actor, Action.ASSIGN, "Assign an artist")
        yield _order_row(Kind.UNASSIGNED, order, _about(order), order.placed_at or at, at, link)


def _about(order: Order) -> str:
    return f"{order.account}: {order.spec.name}, {pictures_of(order)}"


def _link(order: Order, actor: Actor, action: Action, label: str) -> tuple[str, str]:
    return (action_url(order.number, action), label) if can(actor, action) else ("", "")


def _order_row(kind: Kind, order: Order, title: str, since: datetime, at: datetime, link: tuple[str, str]) -> Row:
    return Row(
        kind=kind,
        due=since + REPLIES_WITHIN,
        id=f"{kind}-{order.number}",
        number=order.number,
        title=title,
        url=order_url(order.number),
        order=order.number,
        tags=(TAGS[kind],),
        owner="",
        mine=False,
        note=f"{order.artist} has the job." if order.artist else "",
        age=age_of(since, at),
        link=link,
    )
