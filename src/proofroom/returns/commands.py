"""Opening, moving, deciding and closing returns. ``move`` is the only writer of ``Return.state``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.core.money import Money
from proofroom.orders.commands.promising import REPLIES_WITHIN
from proofroom.orders.lifecycle.states import STAFF, Role, State
from proofroom.orders.models import Item, Order
from proofroom.orders.numbers import next_number
from proofroom.orders.queries import delivered_versions
from proofroom.returns.guards import ReturnFacts
from proofroom.returns.lifecycle import DISPUTABLE, Decision, Keyword, ReturnAction, ReturnState, move_for
from proofroom.returns.models import Quote, RejectedItem, Return, ReturnEntry
from proofroom.returns.queries import work_return
from proofroom.returns.turns import is_unread, reply_time, turned

QUOTE_HOLDS_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Wish:
    """What a customer writes into a return."""

    comment: str
    keyword: str = ""
    references: Sequence[str] = ()
    links: Sequence[str] = ()


@dataclass(frozen=True)
class Assessment:
    """What the studio decides; ``price`` is needed for an amendment and for nothing else."""

    decision: Decision
    message: str
    price: Money | None = None
    due_at: datetime | None = None


def move(
    given: Return, action: ReturnAction, actor: Actor, at: datetime, text: str = "", **changes: Any
) -> ReturnEntry:
    """One step of a return; returns its line of history. Raises Refused where the table does not allow it.

    The source state stands in the WHERE of the update: when somebody else was first, nothing matches.
    """
    step = move_for(action, ReturnState(given.state), facts_for(given, actor))
    target = step.target or ReturnState(given.state)
    if step.outcome is not None:
        changes |= {"closed_at": at, "outcome": step.outcome}
    by_staff = actor.role in STAFF
    waited = reply_time(given, step.turn, at) if by_staff else None
    changes |= turned(given, step.turn, target, at, by_staff=by_staff)
    won = Return.objects.filter(pk=given.pk, state=given.state).update(state=target, **changes)
    if not won:
        raise Refused("moved_on", "Somebody else was faster. Look at the return again.")
    entry = ReturnEntry.objects.create(of=given, at=at, actor_id=actor.person, action=action, text=text, waited=waited)
    given.refresh_from_db()
    return entry


def facts_for(given: Return, actor: Actor) -> ReturnFacts:
    """What the table's guards look at."""
    return ReturnFacts(
        role=Role(actor.role),
        unread=is_unread(given),
        yours=given.owner_id is not None and given.owner_id == actor.person,
        your_job=given.order.artist_id is not None and given.order.artist_id == actor.person,
    )


def open_or_continue(order: Order, actor: Actor, wish: Wish, at: datetime) -> ReturnEntry:
    """A new return, or the same thread again where one is open (Row B14). Feedback always opens its own (Row B11).

    Returns the line that was written into the thread.
    """
    present = None if wish.keyword == Keyword.FEEDBACK else work_return(order)
    if present is None:
        return _open(order, actor, wish, at)
    if present.state not in DISPUTABLE:
        return move(present, ReturnAction.COMMENT, actor, at, wish.comment)
    tried = present.state == ReturnState.ANSWERED and present.decision == Decision.CORRECTION
    _withdraw_quotes(present, at)
    return move(present, ReturnAction.DISPUTE, actor, at, wish.comment, disputes=present.disputes + int(tried))


def reject_items(given: Return, order: Order, comments: dict[int, str]) -> None:
    """The named items need a new result. Raises Refused for an item that is not of this order or never delivered."""
    delivered = {version.item_id: version for version in delivered_versions(order)}
    if unknown := comments.keys() - delivered.keys():
        raise Refused("unknown_item", f"Picture {min(unknown)} is not part of what was delivered with {order.number}.")
    RejectedItem.objects.bulk_create(
        (
            RejectedItem(of=given, item_id=item, version=delivered[item], comment=said)
            for item, said in comments.items()
        ),
        update_conflicts=True,
        unique_fields=["of", "item", "version"],
        update_fields=["comment"],
    )
    Item.objects.filter(order=order, pk__in=comments).update(settled=False)


def assess(given: Return, actor: Actor, assessment: Assessment, at: datetime) -> None:
    """The studio's decision. An amendment becomes a quote, and nothing starts before it is approved (Row B8).

    Feedback and declined only note it: the return ends with ``close``.
    """
    known = {
        "decision": assessment.decision,
        "decided_by_id": actor.person,
        "decided_at": at,
        "answer": assessment.message,
        "owner_id": given.owner_id or actor.person,
    }
    if assessment.decision is Decision.CORRECTION:
        move(given, ReturnAction.CORRECT, actor, at, assessment.message, **known)
    elif assessment.decision is Decision.AMENDMENT:
        _quote(given, assessment, at)
        move(given, ReturnAction.QUOTE, actor, at, assessment.message, **known)
    else:
        Return.objects.filter(pk=given.pk).update(**known)


def answer_quote(quote: Quote, state: Quote.State, at: datetime) -> None:
    """Approved or declined, once. Raises Refused when it was answered already."""
    if not Quote.objects.filter(pk=quote.pk, state=Quote.State.OPEN).update(state=state, answered_at=at):
        raise Refused("no_quote", "The quote was answered already.")


def answer_with_delivery(order: Order, actor: Actor, at: datetime) -> Return | None:
    """The rework is delivered: what came back is kept with what was asked (Row A9)."""
    present = work_return(order)
    if present is None or present.state != ReturnState.IN_WORK:
        return None
    newest = {version.item_id: version for version in delivered_versions(order)}
    waiting = list(present.rejected.filter(adjusted=None))
    for rejected in waiting:
        rejected.adjusted = newest[rejected.item_id]
    RejectedItem.objects.bulk_update(waiting, ["adjusted"], batch_size=500)
    move(present, ReturnAction.ANSWER, actor, at, answered_at=at)
    return present


def close(given: Return, end: ReturnAction, actor: Actor, at: datetime, text: str = "") -> None:
    """``end`` is a step that leads to the outcome; the return's pictures stand as they were delivered last."""
    Item.objects.filter(rejections__of=given).update(settled=True)
    _withdraw_quotes(given, at)
    move(given, end, actor, at, text)


def _withdraw_quotes(given: Return, at: datetime) -> None:
    given.quotes.filter(state=Quote.State.OPEN).update(state=Quote.State.WITHDRAWN, answered_at=at)


def _open(order: Order, actor: Actor, wish: Wish, at: datetime) -> ReturnEntry:
    discretion = order.state == State.COMPLETED and wish.keyword != Keyword.FEEDBACK
    opened = Return.objects.create(
        number=next_number("RT", at),
        order=order,
        opened_by_id=actor.person or order.customer_id,
        opened_at=at,
        keyword=wish.keyword,
        comment=wish.comment,
        references=list(wish.references),
        links=list(wish.links),
        state=ReturnState.WAITING if discretion else ReturnState.RECEIVED,
        asked_at=at,
        answer_by=at + REPLIES_WITHIN,
    )
    return ReturnEntry.objects.create(of=opened, at=at, actor_id=actor.person, action="open", text=wish.comment)


def _quote(given: Return, assessment: Assessment, at: datetime) -> None:
    if assessment.price is None:
        raise Refused("no_price", "Say what the amendment costs; 0 is possible.")
    Quote.objects.create(
        of=given,
        minor=assessment.price.minor,
        currency=assessment.price.currency,
        message=assessment.message,
        due_at=assessment.due_at,
        at=at,
        expires_at=at + QUOTE_HOLDS_FOR,
    )
