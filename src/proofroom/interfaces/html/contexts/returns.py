"""What the list of returns and the page of one receive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.interfaces.html.contexts.age import Age, age_of
from proofroom.interfaces.html.contexts.asked import Asked, AskedMark
from proofroom.interfaces.html.contexts.comment import Attaching, attaching
from proofroom.interfaces.html.contexts.offers import Button, buttons_of
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.interfaces.html.contexts.return_thread import Line, Pressable, Written, pressable_on, thread_of
from proofroom.interfaces.html.needs import order_url
from proofroom.interfaces.html.portions import Portion, portion_of
from proofroom.interfaces.html.reply_times import answer_time
from proofroom.orders.lifecycle.states import STAFF, Action, Role
from proofroom.orders.models import Version
from proofroom.orders.queries import reads_prices
from proofroom.people.models import Person
from proofroom.returns.lifecycle import Decision, Keyword, Outcome, ReturnState
from proofroom.returns.models import Quote, RejectedItem, Return
from proofroom.returns.queries import open_quote, return_to_assess, visible_returns, work_return
from proofroom.returns.turns import is_unread
from proofroom.workflow.desk import staff_people
from proofroom.workflow.perform import offers_for

AT_ONCE = 25
WEB = {"http", "https"}


@dataclass(frozen=True)
class ReturnsPage:
    """The page at ``/returns/``."""

    portion: Portion[Return]
    """Newest first."""
    show: str
    """``open`` or ``all``."""
    staff: bool
    """The reader is of the studio: accounts and owners are shown."""
    rated: bool
    """The reader may see the correction rate: everybody but artists."""


@dataclass(frozen=True)
class RejectedPicture:
    """A picture that was sent back, with what was asked and what came back (Row A9)."""

    name: str
    """The original's name."""
    position: int
    """Its place in the order."""
    comment: str
    """What the customer wrote about it."""
    marks: list[AskedMark]
    """The places that were marked, each with its words and its answer."""
    drawn: str
    """Where the same places are drawn, to lay over the rejected version; empty where nothing is marked."""
    original: Picture
    """What the customer gave."""
    rejected: Picture
    """The version that was not right."""
    rejected_label: str
    """Which one that was."""
    adjusted: Picture | None
    """What came back; None before the rework."""
    adjusted_label: str
    """Which one that is."""
    light_table: str
    """Where the markings lie over it, to be ticked."""
    marks_png: str
    """Its markings as a transparent picture of its size."""
    marks_json: str
    """Its markings as W3C Web Annotations."""


@dataclass(frozen=True)
class Quoted:
    """What an amendment was quoted at."""

    money: Money | None
    """What it would cost; None for artists."""
    state: str
    """What became of the quote, in words."""
    due_at: datetime | None
    """The delivery time it promises."""
    holds_until: datetime | None
    """When it expires; None once it is answered."""


@dataclass(frozen=True)
class ReturnPage:
    """The page of one return."""

    given: Return
    """The return."""
    state: str
    """Where it stands, in words."""
    keyword: str
    """What the customer calls it, empty where they did not say."""
    decision: str
    """What the studio decided, empty before."""
    outcome: str
    """What became of it, a sentence; empty while it is open."""
    links: list[str]
    """Addresses the customer named; shown, never fetched."""
    pictures: list[RejectedPicture]
    """What was sent back."""
    thread: list[Line]
    """Who did and wrote what when, oldest first."""
    quotes: list[Quoted]
    """What was quoted, newest first."""
    age: Age | None
    """For staff: how long what came in last has waited to be read; None once it was read."""
    soon: str
    """For others: how soon the studio usually answers; empty once it has read what came in last."""
    order_url: str
    """The order's page."""
    staff: bool
    """The reader is of the studio."""
    presses: list[Pressable]
    """What the reader presses on the return itself."""
    colleagues: Sequence[Person]
    """To whom the reader can hand it over; nobody where they cannot."""
    written: Written | None
    """What the reader is writing; None where they cannot write."""
    attaching: Attaching
    """The files that go with it."""
    buttons: list[Button]
    """The order's actions that decide this return."""


def return_page(given: Return, actor: Actor, at: datetime, written: Written | None = None) -> ReturnPage:
    """A fixed number of queries, however many pictures and lines. ``written``: what was refused."""
    unread, staff = is_unread(given), actor.role in STAFF
    offered = pressable_on(given, actor)
    written = written or Written()
    return ReturnPage(
        given=given,
        state=ReturnState(given.state).label,
        keyword=Keyword(given.keyword).label if given.keyword else "",
        decision=Decision(given.decision).label if given.decision else "",
        outcome=Outcome(given.outcome).label if given.outcome else "",
        links=[link for link in given.links if urlsplit(str(link)).scheme in WEB],
        pictures=_pictures(given, actor),
        thread=thread_of(given, actor),
        quotes=[_quoted(quote, actor) for quote in given.quotes.order_by("-id")],
        age=age_of(given.asked_at, at) if unread and staff else None,
        soon=answer_time(at) if unread and not staff else "",
        order_url=order_url(given.order.number),
        staff=staff,
        presses=offered.presses,
        colleagues=list(staff_people().exclude(pk=given.owner_id or 0)) if offered.hands_over else [],
        written=written if offered.says else None,
        attaching=attaching(given.order, actor, written.wrong_files),
        buttons=_buttons(given, actor, at),
    )


def returns_page(actor: Actor, asked: QueryDict) -> ReturnsPage:
    """The open ones, or all with ``show=all``. One query."""
    show = "all" if asked.get("show") == "all" else "open"
    returns = visible_returns(actor)
    wanted = returns if show == "all" else returns.filter(closed_at=None)
    return ReturnsPage(portion_of(wanted, asked, AT_ONCE), show, actor.role in STAFF, actor.role != Role.ARTIST)


def _quoted(quote: Quote, actor: Actor) -> Quoted:
    return Quoted(
        money=quote.money if reads_prices(actor.role) else None,
        state=quote.get_state_display(),
        due_at=quote.due_at,
        holds_until=quote.expires_at if quote.state == Quote.State.OPEN else None,
    )


def _pictures(given: Return, actor: Actor) -> list[RejectedPicture]:
    rows = given.rejected.select_related(
        "of__order", "item__original__blob", "version__file__blob", "adjusted__file__blob", "version__delivery"
    )
    found = list(rows.order_by("item__position"))
    asked = Asked(actor, found)
    return [_picture(given.order.number, row, asked) for row in found]


def _picture(number: str, row: RejectedItem, asked: Asked) -> RejectedPicture:
    adjusted = row.adjusted
    return RejectedPicture(
        name=row.item.name,
        position=row.item.position,
        comment=row.comment,
        marks=asked.marks(row),
        drawn=asked.drawn(row),
        original=picture_of(number, row.item.original),
        rejected=picture_of(number, row.version.file),
        rejected_label=_version(row.version),
        adjusted=picture_of(number, adjusted.file) if adjusted else None,
        adjusted_label=_version(adjusted) if adjusted else "",
        light_table=reverse("review_item", args=[number, row.item_id]),
        marks_png=reverse("marks_overlay", args=[number, row.item_id]),
        marks_json=reverse("marks_annotations", args=[number, row.item_id]),
    )


def _version(version: Version) -> str:
    return f"Version {version.number}"


def _buttons(given: Return, actor: Actor, at: datetime) -> list[Button]:
    """The order decides one return at a time: its actions stand on the page of the one whose turn it is."""
    order, quote = given.order, open_quote(given.order)
    turns = {
        Action.ASSESS: return_to_assess(order),
        Action.AGREE_TO_REVISE: work_return(order),
        Action.DECLINE_TO_REVISE: work_return(order),
        Action.APPROVE_QUOTE: quote.of if quote else None,
        Action.DECLINE_QUOTE: quote.of if quote else None,
    }
    offered = [offer for offer in offers_for(order, actor, at) if offer.reason is None]
    return buttons_of(order, [offer for offer in offered if turns.get(offer.action) == given])
