"""The only writer of ``Order.state``."""

from datetime import datetime
from typing import Any

from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible, Refused
from proofroom.core.transactions import atomic_but_for_updates
from proofroom.orders.history import record
from proofroom.orders.lifecycle.engine import Offer, check, offers, rows_for
from proofroom.orders.lifecycle.states import Action, Role
from proofroom.orders.lifecycle.table import TRANSITIONS
from proofroom.orders.models import Order
from proofroom.orders.queries import visible_orders
from proofroom.workflow.agreeing import bring_up_to_date
from proofroom.workflow.effects import carry_out
from proofroom.workflow.facts import facts_of
from proofroom.workflow.inputs import understand
from proofroom.workflow.notify import announce
from proofroom.workflow.step import Step


def perform(action: Action | str, order: Order, actor: Actor, at: datetime, /, **given: Any) -> Order:
    """Do ``action`` to ``order``; returns the order as it is afterwards.

    In one transaction:

    1. lock the order, as far as the actor may see it (NotVisible otherwise);
    2. build the facts and look the action up in the table (Refused with the table's code and sentence);
    3. bring a draft that is placed up to date (Outdated when its price is not the agreed one: then it stays a draft);
    4. update the state with the source states in the WHERE, so that of two at once one wins (Refused ``moved_on``);
    5. carry out the row's effects, in their order;
    6. write one line of activity;
    7. announce it: notices and the tasks that send them are rows of the same transaction, so nothing is mailed for
       what was rolled back, and nothing is forgotten after a crash.

    Raises Invalid when ``given`` is not what the action takes.
    """
    wanted = _action(action)
    said = understand(wanted, given)
    with atomic_but_for_updates():
        locked = visible_orders(actor).select_for_update(of=("self",)).filter(pk=order.pk).first()
        if locked is None:
            raise NotVisible
        rows = rows_for(TRANSITIONS, wanted, Role(actor.role), locked.stands)  # most refusals need no facts
        row = check(rows, wanted, facts_of(locked, actor, said.choice), at)
        step = Step(locked, actor, at, said, row)
        bring_up_to_date(step)
        _move(step)
        carry_out(step)
        step.order.refresh_from_db()
        record(step.order, actor, wanted, at, source=step.source, target=step.order.state, **step.told)
        announce(step)
    return step.order


def offers_for(order: Order, actor: Actor, at: datetime) -> list[Offer]:
    """What this person could do to the order now, each with the reason why not where something stands in the way."""
    return offers(TRANSITIONS, facts_of(order, actor), at)


def _action(name: Action | str) -> Action:
    try:
        return Action(name)
    except ValueError:
        raise NotVisible from None


def _move(step: Step) -> None:
    target = step.row.target or step.order.state
    rows = Order.objects.filter(pk=step.order.pk, state__in=step.row.sources)
    if rows.update(state=target, changed_at=step.at) != 1:
        raise Refused("moved_on", "The order has moved on meanwhile. Look at it again.")
    step.order.state = target
