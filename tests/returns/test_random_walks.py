"""No return is ever unowned, unanswered and unqueued at once, whatever people do in whatever order (Row B2)."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from proofroom.core.errors import Refused
from proofroom.orders.lifecycle.states import STAFF, Role, State
from proofroom.orders.models import Order
from proofroom.returns.lifecycle import TO_DECIDE
from proofroom.returns.models import Return
from proofroom.returns.queries import desk_queue
from proofroom.workflow.desk import act_on_return
from proofroom.workflow.sweep import run_due
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db

STEPS = 25
CUSTOMERS_WORDS = {"open", "comment", "say", "dispute", "approve", "decline"}
Walk = Callable[[Order, datetime], object]


def deliver(orders: Orders) -> Walk:
    def done(subject: Order, at: datetime) -> None:
        if subject.state == State.IN_PRODUCTION:
            orders.put_results(subject)
        orders.do("deliver", subject, "artist", at)

    return done


def reject(orders: Orders) -> Walk:
    def done(subject: Order, at: datetime) -> None:
        wrong = [{"item": subject.items.all()[0].pk, "comment": "Dark."}]
        orders.do("reject_images", subject, "customer", at, items=wrong)

    return done


def pressed(orders: Orders, chance: random.Random, part: str, action: str, given: dict[str, object]) -> Walk:
    def done(subject: Order, at: datetime) -> None:
        if returns := list(subject.returns.all()):
            act_on_return(action, chance.choice(returns), orders.cast.actor(part), at, **given)

    return done


def steps_of(orders: Orders, chance: random.Random) -> list[Walk]:
    """Everything that people and time can do to an order and its returns; much of it is refused."""

    def order(part: str, action: str, **given: object) -> Walk:
        return lambda subject, at: orders.do(action, subject, part, at, **given)

    def press(part: str, action: str, **given: object) -> Walk:
        return pressed(orders, chance, part, action, given)

    def decides(part: str, decision: str, **given: object) -> Walk:
        return order(part, "assess", decision=decision, message="So.", **given)

    judges = [(part, each) for part in ("supervisor", "manager") for each in ("correction", "feedback", "declined")]
    return [
        *(order("customer", "comment_and_reopen", comment="Too dark.", keyword=word) for word in (None, "feedback")),
        *(press(part, "read") for part in ("coordinator", "supervisor")),
        *(press(part, "say", text="Well.") for part in ("customer", "artist", "coordinator")),
        press("coordinator", "take"),
        press("manager", "hand_over", to=orders.cast.supervisor.pk),
        *(decides(part, decision) for part, decision in judges),
        *(decides(part, "amendment", price="6") for part in ("supervisor", "manager")),
        *(order("customer", action) for action in ("approve_quote", "decline_quote", "accept")),
        order("supervisor", "agree_to_revise"),
        order("artist", "decline_to_revise", reason="No time."),
        deliver(orders),
        deliver(orders),
        reject(orders),
        lambda _subject, at: run_due(at),
    ]


def forgotten(given: Return, queued: set[int]) -> str:
    """What is wrong with a return, read from its history and not from the columns that put it on the desk."""
    words = list(given.history.values_list("action", "actor__role"))
    asked = max((n for n, (action, role) in enumerate(words) if role == Role.CUSTOMER and action in CUSTOMERS_WORDS))
    answered = any(role in STAFF or role is None for _, role in words[asked + 1 :])
    if given.closed_at is None and given.state in TO_DECIDE and given.pk not in queued:
        return "undecided and not on the desk"
    if not answered and given.closed_at is None and given.owner_id is None and given.pk not in queued:
        return "unowned, unanswered and unqueued"
    if not answered and given.closed_at is None and given.pk not in queued:
        return "unanswered and not on the desk"
    if given.closed_at is not None and not given.outcome:
        return "closed without an outcome"
    return ""


@pytest.mark.parametrize("seed", range(4))
def test_no_return_is_ever_forgotten(orders: Orders, seed: int) -> None:
    chance = random.Random(seed)
    steps, order, at = steps_of(orders, chance), orders.delivered(), orders.begin + timedelta(hours=4)
    states = set()
    for _ in range(STEPS):
        at += timedelta(minutes=chance.choice((1, 7, 30, 300)))
        assert any(_done(step, order, at) for step in chance.sample(steps, len(steps))), "nobody can do anything"
        order.refresh_from_db()
        queued = set(desk_queue(orders.cast.actor("coordinator")).values_list("pk", flat=True))
        wrong = {each.number: forgotten(each, queued) for each in order.returns.all()}
        assert not any(wrong.values()), (wrong, at)
        states |= set(order.returns.values_list("state", flat=True))
    assert len(states) > 2, "a walk that goes nowhere proves nothing"


def _done(step: Walk, order: Order, at: datetime) -> bool:
    try:
        step(order, at)
    except Refused:
        return False
    return True
