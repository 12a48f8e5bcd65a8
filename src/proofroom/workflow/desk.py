"""What is pressed on a return itself: the same for the desk's pages and for the API."""

from datetime import datetime
from typing import Any

from django.db import transaction

from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible, Refused
from proofroom.orders.history import record
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.orders.queries import STAFF, visible_orders
from proofroom.returns.commands import move
from proofroom.returns.lifecycle import ReturnAction
from proofroom.returns.models import Return
from proofroom.returns.queries import open_quote, return_to_assess, visible_returns
from proofroom.workflow.notify import tell
from proofroom.workflow.perform import perform

OF_THE_ORDER = (Action.ASSESS, Action.APPROVE_QUOTE, Action.DECLINE_QUOTE)
RETURN_ACTIONS: tuple[str, ...] = (ReturnAction.READ, ReturnAction.TAKE, *OF_THE_ORDER)


@transaction.atomic
def act_on_return(action: str, subject: Return, actor: Actor, at: datetime, /, **given: Any) -> Return:
    """Do ``action``, one of ``RETURN_ACTIONS``, to a return; returns it as it is afterwards.

    Reading and taking are the staff's. Assessing and answering a quote are actions of its order and go through
    ``perform``, as long as this return is the one whose turn it is. Raises NotVisible, Refused or Invalid.
    """
    order = visible_orders(actor).select_for_update(of=("self",)).filter(pk=subject.order_id).first()
    if order is None or action not in RETURN_ACTIONS:
        raise NotVisible
    if action == ReturnAction.READ:
        _read(_for_staff(subject, actor), actor, at)
    elif action == ReturnAction.TAKE:
        _take(_for_staff(subject, actor), actor, at)
    else:
        _check_turn(Action(action), order, subject)
        perform(action, order, actor, at, **given)
    return visible_returns(actor).get(pk=subject.pk)


def _read(subject: Return, actor: Actor, at: datetime) -> None:
    """Whoever reads it first has it; the customer hears that it was read (Row B4)."""
    move(subject, ReturnAction.READ, actor, at, read_at=at, owner_id=subject.owner_id or actor.person)
    told: dict[str, Any] = {"return": subject.number}
    record(subject.order, actor, "return_read", at, **told)
    tell(subject.order, "return_read", at, by=actor.person, **told)


def _take(subject: Return, actor: Actor, at: datetime) -> None:
    """Who of the studio has it is the studio's own business: the customer reads nothing of it."""
    move(subject, ReturnAction.TAKE, actor, at, owner_id=actor.person)
    told: dict[str, Any] = {"return": subject.number}
    record(subject.order, actor, "return_taken", at, internal=True, **told)


def _for_staff(subject: Return, actor: Actor) -> Return:
    if actor.role not in STAFF:
        raise Refused("wrong_role", "Returns are read and taken by the studio's staff.")
    return subject


def _check_turn(action: Action, order: Order, subject: Return) -> None:
    """An action of the order decides one return: refused when that is another one than the one named."""
    if action is Action.ASSESS:
        meant = return_to_assess(order)
    else:
        quote = open_quote(order)
        meant = quote.of if quote else None
    if meant is not None and meant.pk != subject.pk:
        raise Refused("other_return", f"{meant.number} comes first. Answer that one, then this one.")
