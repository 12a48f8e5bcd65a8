"""The page of one action."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.interfaces.html.action_forms import ActionForm, form_for
from proofroom.interfaces.html.action_words import WORDS, Words
from proofroom.interfaces.html.contexts.order_list import list_title
from proofroom.interfaces.html.contexts.question import Question, question_of
from proofroom.interfaces.html.contexts.suggestion import Hint, hint_kept
from proofroom.orders.lifecycle.engine import check, offers
from proofroom.orders.lifecycle.facts import ANYTHING
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.lifecycle.table import TRANSITIONS
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.returns.queries import return_to_assess
from proofroom.workflow.facts import facts_of
from proofroom.workflow.waiting import can


@dataclass(frozen=True)
class ActionPage:
    """The page of one action on one order."""

    order: Order
    """The order."""
    action: Action
    """What is to be done."""
    words: Words
    """How it is called, and what it does."""
    form: ActionForm
    """What has to be said for it."""
    refusal: str
    """Why it cannot be done now, a sentence; empty when it can."""
    question: Question | None
    """What somebody asked, where the action answers it and is the reader's."""
    hint: Hint | None
    """What the comment probably is that the reader assesses."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


def action_page(
    order: Order, action: Action, actor: Actor, reader: Person, at: datetime, form: ActionForm | None = None
) -> ActionPage:
    """``form``: one that was sent and has something wrong, with what was written in it."""
    theirs = can(actor, action)
    hint = _hint(order, action) if theirs else None
    form = form or form_for(action, order)
    if hint and hint.price and "price" in form.fields:
        form.fields["price"].initial = hint.price.decimal
    return ActionPage(
        order=order,
        action=action,
        words=WORDS[action],
        form=form,
        refusal=why_not(order, action, actor, at),
        question=question_of(order, action, reader) if theirs else None,
        hint=hint,
        trail=trail_to(order, actor),
    )


def why_not(order: Order, action: Action, actor: Actor, at: datetime) -> str:
    """The table's sentence, or nothing when the action can be done now."""
    facts = facts_of(order, actor, ANYTHING)
    for offer in offers(TRANSITIONS, facts, at):
        if offer.action is action:
            return offer.reason.sentence if offer.reason else ""
    try:
        check(TRANSITIONS, action, facts, at)
    except Refused as refusal:
        return refusal.message
    return ""


def trail_to(order: Order, actor: Actor) -> list[tuple[str, str]]:
    """The way from the list to the order's own page."""
    return [(list_title(actor), reverse("order_list")), (order.number, reverse("order", args=[order.number]))]


def _hint(order: Order, action: Action) -> Hint | None:
    assessed = return_to_assess(order) if action is Action.ASSESS else None
    return hint_kept(assessed) if assessed else None
