"""Opening, moving, disputing and closing returns. ``move`` is the only writer of ``Return.state``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.orders.commands.promising import REPLIES_WITHIN
from proofroom.orders.lifecycle.states import STAFF, Role, State
from proofroom.orders.models import Item, Order
from proofroom.orders.numbers import next_number
from proofroom.orders.queries import delivered_versions
from proofroom.returns.guards import ReturnFacts
from proofroom.returns.lifecycle import DISPUTABLE, Keyword, ReturnAction, ReturnState, move_for
from proofroom.returns.models import Quote, RejectedItem, Return, ReturnEntry
from proofroom.returns.queries import waiting_pictures, work_return
from proofroom.returns.states import CORRECTED, TURNED_DOWN
from proofroom.returns.turns import is_unread, reply_time, turned


@dataclass(frozen=True)
class Wish:
    """What a customer writes into a return."""

    comment: str
    keyword: str = ""
    references: Sequence[str] = ()
    links: Sequence[str] = ()


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
    elif target is not ReturnState.CLOSED:
        changes |= {"closed_at": None, "outcome": ""}
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
        turned_down=given.keyword != Keyword.FEEDBACK and given.outcome in TURNED_DOWN,
        manager_decided=decided_by_manager(given),
    )


def decided_by_manager(given: Return) -> bool:
    """The account manager made the last decision."""
    return given.decided_by is not None and given.decided_by.role == Role.MANAGER


def open_or_continue(order: Order, actor: Actor, wish: Wish, at: datetime) -> ReturnEntry:
    """A new return, or the same thread again where one is open (Row B14). Feedback always opens its own (Row B11).

    Returns the line that was written into the thread.
    """
    present = None if wish.keyword == Keyword.FEEDBACK else work_return(order)
    if present is None:
        return _open(order, actor, wish, at)
    if present.state not in DISPUTABLE:
        return move(present, ReturnAction.COMMENT, actor, at, wish.comment)
    return dispute(present, actor, wish.comment, at)


def dispute(given: Return, actor: Actor, words: str, at: datetime) -> ReturnEntry:
    """The customer disagrees in the same thread, and the account manager joins (Row B14).

    A quote under dispute is off the table, and its pictures are assessed again. What the customer left as it was
    before a rework came stays so.
    """
    answered = given.state == ReturnState.ANSWERED
    tried = answered and given.decision in CORRECTED
    _withdraw_quotes(given, at)
    (given.rejected.exclude(part=RejectedItem.Part.LEFT) if answered else given.rejected).filter(adjusted=None).update(
        part=""
    )
    entry = move(given, ReturnAction.DISPUTE, actor, at, words, disputes=given.disputes + int(tried))
    manager = given.order.account.manager
    if manager is not None and not given.history.filter(action=ReturnAction.JOIN, actor=manager).exists():
        ReturnEntry.objects.create(of=given, at=at, actor=manager, action=ReturnAction.JOIN)
    return entry


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
        update_fields=["comment", "part"],
    )
    Item.objects.filter(order=order, pk__in=comments).update(settled=False)


def answer_with_delivery(order: Order, actor: Actor, at: datetime) -> Return | None:
    """The rework is delivered: what came back is kept with what was asked (Row A9)."""
    present = work_return(order)
    if present is None or present.state != ReturnState.IN_WORK:
        return None
    newest = {version.item_id: version for version in delivered_versions(order)}
    # What is quoted and not approved, or was left as it was, did not come back.
    waiting = [each for each in waiting_pictures(present) if newest[each.item_id].pk != each.version_id]
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
