"""How an order stands, in a heading and a sentence for whoever reads it."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.core.moments import in_words
from proofroom.interfaces.html.needs import is_late
from proofroom.orders.lifecycle.facts import Facts
from proofroom.orders.lifecycle.guards import is_late_or_unresponsive
from proofroom.orders.lifecycle.states import STAFF, Role, State
from proofroom.orders.models import Extension, Order
from proofroom.people.models import Person
from proofroom.people.zones import zone_of
from proofroom.returns.models import Quote
from proofroom.returns.queries import open_quote

FINAL = "Accepting is final: no refund can be made after it."


@dataclass(frozen=True)
class Situation:
    """What stands first on an order's page."""

    title: str
    """How it stands, for this reader."""
    text: str
    """What that means, and what they may do."""
    needs_you: bool = False
    """The order waits for this reader."""


def situation_of(order: Order, facts: Facts, reader: Person, at: datetime) -> Situation:
    """Questions that wait for an answer come before the state itself."""
    if facts.role is Role.CUSTOMER:
        return _question(order, facts, reader) or _for_customer(order, facts, at)
    if facts.role is Role.ARTIST:
        return _for_artist(order, facts, at)
    return _for_staff(order, facts, reader)


def _question(order: Order, facts: Facts, reader: Person) -> Situation | None:
    zone = zone_of(reader)
    if facts.extension_open:
        wish = order.extensions.get(state=Extension.State.ASKED)
        text = f"Until {in_words(wish.due_at, zone)} instead of {in_words(wish.old_due_at, zone)}: “{wish.reason}”"
        return Situation(f"{order.artist} asks for more time", text, needs_you=True)
    if facts.quote_open:
        quote = open_quote(order)
        assert quote is not None  # the facts say so
        return Situation(f"A quote of {quote.money} waits for your answer", _quoted(quote, reader), needs_you=True)
    return None


def _quoted(quote: Quote, reader: Person) -> str:
    until = in_words(quote.expires_at, zone_of(reader))
    return f"“{quote.message}” Nothing starts and nothing is charged before you approve it. It holds until {until}."


def _for_customer(order: Order, facts: Facts, at: datetime) -> Situation:
    artist = order.artist
    if is_late_or_unresponsive(facts, at):
        title = "The work is late" if is_late(order, at) else "Your message has had no answer for 24 hours"
        text = "You can wait, or request cancellation now and get everything back."
        return Situation(title, text, needs_you=True)
    says = {
        State.DRAFT: Situation("This is a draft", "Nobody else sees it before you place it."),
        State.PLACED: Situation(
            "Your order is placed",
            "An artist takes it over soon. Until then you can withdraw it and get everything back.",
        ),
        State.IN_PRODUCTION: Situation(
            f"{artist} is working on it",
            "The studio reads your comment and tells you what it decides. Meanwhile the work goes on."
            if facts.work_return_undecided
            else "You get an e-mail when it is ready for download. A comment changes the order while it is being made.",
        ),
        State.DELIVERED: Situation(
            "Your order is ready for download",
            f"Compare the pictures with their originals, then accept the order or send back what is not right. {FINAL}",
            needs_you=True,
        ),
        State.REOPENED: Situation(
            "The studio looks at what you sent back",
            "You are told as soon as it is read and decided. The 72 hours stand still until then.",
        ),
        State.COMPLETED: Situation(
            "The order is completed",
            "Your files stay here. If you like, tell others how the artist worked."
            if facts.reviewed_at is None
            else "Your files stay here, and your review is on the artist's page.",
        ),
        State.CANCELLED: Situation("The order is cancelled", "Nothing more happens to it, and nothing is owed for it."),
    }
    return says[facts.state]


def _for_artist(order: Order, facts: Facts, at: datetime) -> Situation:
    if facts.return_at_discretion:
        return Situation(
            "The customer asks for a revision", "The order is completed, so it is up to you.", needs_you=True
        )
    says = {
        State.PLACED: Situation("This job is free", "Whoever claims it first has it.", needs_you=True),
        State.IN_PRODUCTION: _at_work(order, facts, at),
        State.DELIVERED: Situation("Delivered", "The customer looks at it and accepts it or sends pictures back."),
        State.REOPENED: Situation(
            "The customer sent something back", "A supervisor decides what is to be done; you are told at once."
        ),
        State.COMPLETED: Situation("The order is completed", "What it pays you stands in its details."),
        State.CANCELLED: Situation("The order is cancelled", "Nothing more is to be done."),
    }
    return says.get(facts.state, Situation(order.stands.label, ""))


def _at_work(order: Order, facts: Facts, at: datetime) -> Situation:
    back = facts.work_return_open and not facts.work_return_undecided
    title = "The customer asked for a change" if back else "This job is yours"
    text = "Download the originals, upload a result for each, and deliver."
    if back:
        text = "What they wrote stands with your results. Upload a new one for each picture that needs it, and deliver."
    if facts.work_return_undecided:
        text += " The customer added a comment; a supervisor decides what it changes."
    if is_late(order, at):
        title, text = "This job is late", f"The customer may cancel it now. {text}"
    return Situation(title, text, needs_you=facts.assigned_to_me)


def _for_staff(order: Order, facts: Facts, reader: Person) -> Situation:
    if facts.cancellation_asked:
        asked = order.cancellations.order_by("-id")[0]
        mine = reader.role in {Role.COORDINATOR, Role.MANAGER, Role.ADMIN}
        return Situation("The customer asks to cancel", f"“{asked.reason}”", needs_you=mine)
    if facts.return_to_assess:
        mine = reader.role in {Role.SUPERVISOR, Role.ADMIN} or (reader.role == Role.MANAGER and facts.return_disputed)
        return Situation(
            "A return waits for its assessment", "Read it, decide, and say when it is done.", needs_you=mine
        )
    if facts.state is State.PLACED and reader.role in STAFF:
        mine = reader.role in {Role.COORDINATOR, Role.ADMIN}
        return Situation("Nobody has taken this order", "Artists can claim it, or you assign one.", needs_you=mine)
    artist = f"The artist is {order.artist}." if order.artist else "It has no artist."
    return Situation(f"This order is {order.stands.label.lower()}", artist)
