"""The quote of an amendment: its price, how long it holds, and the customer's answer (Row B8)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.core.money import Money
from proofroom.orders.models import Item
from proofroom.returns.commands import move
from proofroom.returns.lifecycle import ReturnAction
from proofroom.returns.models import Quote, RejectedItem, Return
from proofroom.returns.queries import waiting_pictures

HOLDS_FOR = timedelta(days=7)
REMINDED_BEFORE = timedelta(days=1)


@dataclass(frozen=True)
class Offered:
    """What is quoted. Without a ``price`` it is the price list's; ``reason`` says why it is another one."""

    price: Money | None
    reason: str
    message: str
    due_at: datetime | None


def list_price(given: Return, pictures: int) -> Money | None:
    """What the price list asks for so many pictures of what the newest comment wants, added after delivery (Row B16).

    None where the comment names nothing that the price list knows: then the studio quotes by hand.
    """
    kept, whole = given.suggestions.last(), given.order.items.count()
    if kept is None or kept.minor is None or not whole:
        return None
    return Money(kept.minor // whole, given.order.spec.currency) * pictures


def make_quote(given: Return, offered: Offered, pictures: int, at: datetime) -> Quote:
    """The quote for so many pictures. Raises Refused where the price is missing, or another one without a reason."""
    listed = list_price(given, pictures)
    price = listed if offered.price is None else offered.price
    if price is None:
        raise Refused("no_price", "Say what the amendment costs; 0 is possible.")
    if listed is not None and price != listed and not offered.reason:
        raise Refused("no_reason", f"By the price list this is {listed}. Say why the price is another one.")
    return Quote.objects.create(
        of=given,
        minor=price.minor,
        currency=price.currency,
        listed=listed.minor if listed else None,
        reason=offered.reason,
        message=offered.message,
        due_at=offered.due_at,
        at=at,
        expires_at=at + HOLDS_FOR,
    )


def approve(quote: Quote, actor: Actor, at: datetime) -> None:
    """The return goes to work; of a split one the amended part joins the correction. Raises Refused when answered."""
    _answer(quote, Quote.State.APPROVED, at)
    amended = waiting_pictures(quote.of).filter(part=RejectedItem.Part.AMENDMENT)
    Item.objects.filter(pk__in=amended.values("item")).update(settled=False)
    move(quote.of, ReturnAction.APPROVE, actor, at)


def decline(quote: Quote, at: datetime) -> None:
    """Nothing is charged. Raises Refused when it was answered already."""
    _answer(quote, Quote.State.DECLINED, at)


def leave_part(given: Return, actor: Actor, at: datetime, words: str = "") -> None:
    """Of a split return: what was quoted stays as it was, and the correction goes on."""
    waiting_pictures(given).filter(part=RejectedItem.Part.AMENDMENT).update(part=RejectedItem.Part.LEFT)
    step = ReturnAction.DECLINE if actor.person else ReturnAction.EXPIRE
    move(given, step, actor, at, words)


def _answer(quote: Quote, state: Quote.State, at: datetime) -> None:
    if not Quote.objects.filter(pk=quote.pk, state=Quote.State.OPEN).update(state=state, answered_at=at):
        raise Refused("no_quote", "The quote was answered already.")
