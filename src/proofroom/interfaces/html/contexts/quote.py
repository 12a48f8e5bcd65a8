"""What the page of a quote receives that is answered from the e-mail."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.interfaces.html.needs import order_url
from proofroom.people.models import Person
from proofroom.returns.models import Quote
from proofroom.returns.queries import amended_names

OUTCOMES = {
    Quote.State.APPROVED: "This quote is approved. The price is charged to your account, and the work has started.",
    Quote.State.DECLINED: "This quote was declined or has expired. Nothing was charged for it.",
    Quote.State.WITHDRAWN: "This quote was taken back. Nothing was charged for it; a new one comes by e-mail.",
}
EXPIRED = "This quote has expired. Nothing was charged for it. Comment on the order again and you get a new one."


@dataclass(frozen=True)
class QuotePage:
    """A quote as its customer answers it."""

    number: str
    """The return."""
    order: str
    """The order's number."""
    order_url: str
    """The order's page, for people who sign in."""
    product: str
    """What was ordered."""
    account: str
    """Whom it is charged to."""
    reader: str
    """Whose mail the link was in: who answers."""
    price: Money
    """What it costs."""
    listed: Money | None
    """What the price list says, where that is another price."""
    reason: str
    """Why it is another one."""
    message: str
    """What the studio wrote."""
    pictures: list[str]
    """Of a return in two parts, what is amended; else empty."""
    due_at: datetime | None
    """The delivery time it promises."""
    holds_until: datetime
    """When it expires."""
    outcome: str
    """What became of it, a sentence; empty while it can be answered."""
    refusal: str
    """Why the answer was not taken, a sentence."""
    manager: Person | None
    """Whom the customer can write to."""


def quote_page(quote: Quote, actor: Actor, at: datetime, refusal: str = "") -> QuotePage:
    """One query beside that of the quote."""
    order, listed = quote.of.order, quote.listed_price
    return QuotePage(
        number=quote.of.number,
        order=order.number,
        order_url=order_url(order.number),
        product=order.spec.name,
        account=order.account.name,
        reader=actor.name,
        price=quote.money,
        listed=listed if listed != quote.money else None,
        reason=quote.reason,
        message=quote.message,
        pictures=amended_names(quote.of),
        due_at=quote.due_at,
        holds_until=quote.expires_at,
        outcome=_outcome(quote, at),
        refusal=refusal,
        manager=order.account.manager,
    )


def _outcome(quote: Quote, at: datetime) -> str:
    if quote.state != Quote.State.OPEN:
        return OUTCOMES[Quote.State(quote.state)]
    return EXPIRED if at > quote.expires_at else ""
