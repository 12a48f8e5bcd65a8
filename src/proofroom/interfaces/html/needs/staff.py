"""The studio's own people: returns, cancellations, late and unclaimed orders, as far as the table lets them act."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.moments import span_in_words
from proofroom.interfaces.html.contexts.home import Calm, Need, Waiting
from proofroom.interfaces.html.needs import action_url, first_few, order_url
from proofroom.orders.lifecycle.states import Action, Role
from proofroom.orders.models import Cancellation, Order
from proofroom.people.models import Person
from proofroom.returns.lifecycle import ReturnAction, ReturnState
from proofroom.returns.models import Return
from proofroom.workflow.waiting import annotated, can, staff

CALM = Calm(
    "Nothing waits for you",
    "Every return is answered and nothing is late. What comes in stands here and on the desk.",
    "/desk/",
    "Look at the desk",
)


def waiting(actor: Actor, _person: Person, at: datetime) -> Waiting:
    """Four queries at most. Disputes stand first, then what customers wait for to the minute, then the rest."""
    needs = chain(_returns(actor, at), _cancellations(actor, at), _late(actor, at), _unclaimed(actor, at))
    return Waiting(list(needs), [], "", CALM)


def _returns(actor: Actor, at: datetime) -> Iterator[Need]:
    waiting = staff.returns_to_answer(actor)
    if actor.role == Role.MANAGER:
        waiting = staff.disputes(waiting)
    elif not can(actor, Action.ASSESS):
        waiting = waiting.filter(seen_at=None)
    rest = Need("More returns are waiting", reverse("desk"), "See the desk")
    return first_few(waiting, lambda each: _return(each, at), rest)


def _return(each: Return, at: datetime) -> Need:
    waited = f"It has waited for {span_in_words(at - each.asked_at)}."
    return Need(
        _what(each),
        reverse("return", args=[each.number]),
        "Open the return",
        waited if each.seen_at else f"{waited} A reply is promised within 5 to 20 minutes.",
        late=each.answer_by is not None and each.answer_by < at,
    )


def _what(each: Return) -> str:
    account, number, did = each.order.account, each.number, annotated(each, "did")
    by_state = {
        ReturnState.WAITING: f"{account} asks for a revision of a completed order: {number}",
        ReturnState.RECEIVED: f"Read return {number} of {account}",
        ReturnState.READ: f"Assess return {number} of {account}",
        ReturnState.DISPUTED: f"{account} disputes the assessment of {number}",
    }
    answered = {
        ReturnAction.APPROVE: f"{account} approved the quote of {number}",
        ReturnAction.DECLINE: f"{account} declined the quote of {number}",
    }
    return by_state.get(ReturnState(each.state)) or answered.get(did, f"{account} wrote in {number}")


def _cancellations(actor: Actor, at: datetime) -> Iterator[Need]:
    def told(asked: Cancellation) -> Need:
        return Need(
            f"{asked.order.account} asks to cancel {asked.order.number}",
            action_url(asked.order.number, Action.ANSWER_CANCELLATION),
            "Answer",
            f"“{asked.reason}” Asked {span_in_words(at - asked.asked_at)} ago.",
        )

    if can(actor, Action.ANSWER_CANCELLATION):
        rest = Need("More customers ask to cancel", reverse("desk"), "See the desk")
        yield from first_few(staff.cancellations_to_answer(actor), told, rest)


def _late(actor: Actor, at: datetime) -> Iterator[Need]:
    def told(order: Order) -> Need:
        return Need(
            f"{order.number} of {order.account} is late",
            order_url(order.number),
            "Look at it",
            f"{order.artist} works on it. The customer may cancel it with a full refund.",
            order.due_at,
            "Was due",
            late=True,
        )

    if can(actor, Action.REASSIGN) or can(actor, Action.ANSWER_CANCELLATION):
        rest = Need("More orders are late", reverse("desk"), "See the desk")
        yield from first_few(staff.late_orders(actor, at), told, rest)


def _unclaimed(actor: Actor, at: datetime) -> Iterator[Need]:
    def told(order: Order) -> Need:
        return Need(
            f"Nobody has taken {order.number} of {order.account}",
            action_url(order.number, Action.ASSIGN),
            "Assign an artist",
            f"{order.spec.name}.",
            order.due_at,
            "Due",
            late=order.due_at is not None and order.due_at <= at,
        )

    if can(actor, Action.ASSIGN):
        rest = Need("More orders have no artist yet", reverse("desk"), "See the desk")
        yield from first_few(staff.unclaimed_orders(actor), told, rest)
