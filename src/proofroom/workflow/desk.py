"""What is pressed on a return itself: the same for the desk's pages and for the API."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible, Refused
from proofroom.orders.history import record
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.orders.queries import visible_orders
from proofroom.people.models import STAFF_ROLES, Person
from proofroom.returns.attachments import attach
from proofroom.returns.commands import move
from proofroom.returns.lifecycle import ReturnAction
from proofroom.returns.models import Return
from proofroom.returns.queries import open_quote, return_to_assess, return_to_dispute, visible_returns, work_return
from proofroom.workflow import inputs
from proofroom.workflow.notify import tell
from proofroom.workflow.perform import perform


@dataclass(frozen=True)
class Pressed:
    """A return that is locked with its order, who presses what, when, and what was sent."""

    subject: Return
    actor: Actor
    at: datetime
    given: inputs.Given

    def tell(self, event: str, **data: Any) -> None:
        """The line of activity and the notices, of one and the same."""
        told = {"return": self.subject.number, **data}
        record(self.subject.order, self.actor, event, self.at, **told)
        tell(self.subject.order, event, self.at, by=self.actor.person, author=self.actor.name, **told)


@transaction.atomic
def act_on_return(action: str, subject: Return, actor: Actor, at: datetime, /, **given: Any) -> Return:
    """Do ``action``, one of ``RETURN_ACTIONS``, to a return; returns it as it is afterwards.

    Who may do what is said by the table of returns. Assessing, answering a quote and agreeing to revise are actions of
    its order and go through ``perform``, as long as this return is the one whose turn it is. Raises NotVisible,
    Refused or Invalid.
    """
    order = visible_orders(actor).select_for_update(of=("self",)).filter(pk=subject.order_id).first()
    if order is None or action not in RETURN_ACTIONS:
        raise NotVisible
    if press := PRESSED.get(action):
        said = inputs.checked(inputs.RETURN_INPUTS.get(action, inputs.Nothing), given)
        press(Pressed(visible_returns(actor).get(pk=subject.pk), actor, at, said))
    else:
        _check_turn(Action(action), order, subject)
        perform(action, order, actor, at, **given)
    return visible_returns(actor).get(pk=subject.pk)


def staff_people() -> QuerySet[Person]:
    """Whom a return can be handed over to."""
    return Person.objects.filter(role__in=STAFF_ROLES, is_active=True).order_by("name")


def _read(pressed: Pressed) -> None:
    """Whoever reads it first has it; the customer hears that it was read (Row B4)."""
    subject, actor = pressed.subject, pressed.actor
    move(subject, ReturnAction.READ, actor, pressed.at, owner_id=subject.owner_id or actor.person)
    pressed.tell("return_read")


def _take(pressed: Pressed) -> None:
    """Who of the studio has it is the studio's own business: the customer reads nothing of it."""
    subject, actor = pressed.subject, pressed.actor
    move(subject, ReturnAction.TAKE, actor, pressed.at, owner_id=actor.person)
    record(subject.order, actor, "return_taken", pressed.at, internal=True, **{"return": subject.number})


def _hand_over(pressed: Pressed) -> None:
    """The colleague is told by e-mail, and finds it on their desk as their own."""
    assert isinstance(pressed.given, inputs.HandOver)
    subject, actor = pressed.subject, pressed.actor
    colleague = staff_people().exclude(pk=subject.owner_id or 0).filter(pk=pressed.given.to).first()
    if colleague is None:
        raise Refused("unknown_colleague", "Choose a colleague of the studio's staff who does not have it already.")
    move(subject, ReturnAction.HAND_OVER, actor, pressed.at, colleague.name, owner_id=colleague.pk)
    told = {"return": subject.number, "colleague": colleague.name}
    record(subject.order, actor, "return_handed_over", pressed.at, internal=True, **told)
    tell(subject.order, "return_handed_over", pressed.at, by=actor.person, author=actor.name, to=colleague.pk, **told)


def _say(pressed: Pressed) -> None:
    """One more word in the thread, with its files; while it is open, all who see the return may write."""
    assert isinstance(pressed.given, inputs.Say)
    entry = move(pressed.subject, ReturnAction.SAY, pressed.actor, pressed.at, pressed.given.text)
    names = attach(entry, pressed.actor, pressed.given.attachments)
    pressed.tell("return_said", text=pressed.given.text, attachments=names)


def _check_turn(action: Action, order: Order, subject: Return) -> None:
    """An action of the order decides one return: refused when that is another one than the one named."""
    if action is Action.ASSESS:
        meant = return_to_assess(order)
    elif action is Action.DISAGREE:
        meant = return_to_dispute(order)
    elif action in (Action.AGREE_TO_REVISE, Action.DECLINE_TO_REVISE):
        meant = work_return(order)
    else:
        quote = open_quote(order)
        meant = quote.of if quote else None
    if meant is not None and meant.pk != subject.pk:
        raise Refused("other_return", f"{meant.number} comes first. Answer that one, then this one.")


PRESSED: dict[str, Callable[[Pressed], None]] = {
    ReturnAction.READ: _read,
    ReturnAction.TAKE: _take,
    ReturnAction.HAND_OVER: _hand_over,
    ReturnAction.SAY: _say,
}
OF_THE_ORDER = (
    Action.ASSESS,
    Action.APPROVE_QUOTE,
    Action.DECLINE_QUOTE,
    Action.DISAGREE,
    Action.AGREE_TO_REVISE,
    Action.DECLINE_TO_REVISE,
)
RETURN_ACTIONS: tuple[str, ...] = (*PRESSED, *OF_THE_ORDER)
