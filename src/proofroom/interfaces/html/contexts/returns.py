"""What the list of returns and the page of one receive."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.interfaces.html.contexts.activity import Entry
from proofroom.interfaces.html.contexts.desk import Age, age_of
from proofroom.interfaces.html.contexts.offers import Button, buttons_of
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.interfaces.html.needs import order_url
from proofroom.interfaces.html.portions import Portion, portion_of
from proofroom.orders.lifecycle.states import STAFF, Action, Role
from proofroom.orders.models import Version
from proofroom.orders.queries import reads_prices
from proofroom.returns.lifecycle import Decision, Keyword, ReturnAction, ReturnState
from proofroom.returns.models import Quote, RejectedItem, Return, ReturnEntry
from proofroom.returns.queries import open_quote, readable_history, return_to_assess, visible_returns, work_return
from proofroom.returns.sentences import sentence_for, words_of
from proofroom.workflow.perform import offers_for

AT_ONCE = 25
WEB = {"http", "https"}
MARKS = {ReturnAction.DISPUTE: "wrong", "open": "wrong", ReturnAction.QUOTE: "clock"}


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
    links: list[str]
    """Addresses the customer named; shown, never fetched."""
    pictures: list[RejectedPicture]
    """What was sent back."""
    history: list[Entry]
    """Who did what when, oldest first."""
    quotes: list[Quoted]
    """What was quoted, newest first."""
    age: Age | None
    """How long the studio has let the customer wait for a first reading; None once it was read."""
    order_url: str
    """The order's page."""
    desk: list[tuple[str, str]]
    """What staff can press on the return itself: the action's name and its label."""
    buttons: list[Button]
    """The order's actions that decide this return."""


def return_page(given: Return, actor: Actor, at: datetime) -> ReturnPage:
    """A fixed number of queries, however many pictures and lines."""
    unread = given.state == ReturnState.RECEIVED
    return ReturnPage(
        given=given,
        state=ReturnState(given.state).label,
        keyword=Keyword(given.keyword).label if given.keyword else "",
        decision=Decision(given.decision).label if given.decision else "",
        links=[link for link in given.links if urlsplit(str(link)).scheme in WEB],
        pictures=_pictures(given),
        history=[_entry(each) for each in readable_history(given, actor)],
        quotes=[_quoted(quote, actor) for quote in given.quotes.order_by("-id")],
        age=age_of(given.opened_at, at) if unread and actor.role in STAFF else None,
        order_url=order_url(given.order.number),
        desk=_desk(given, actor),
        buttons=_buttons(given, actor, at),
    )


def returns_page(actor: Actor, asked: QueryDict) -> ReturnsPage:
    """The open ones, or all with ``show=all``. One query."""
    show = "all" if asked.get("show") == "all" else "open"
    returns = visible_returns(actor)
    wanted = returns if show == "all" else returns.filter(closed_at=None)
    return ReturnsPage(portion_of(wanted, asked, AT_ONCE), show, actor.role in STAFF, actor.role != Role.ARTIST)


def _entry(each: ReturnEntry) -> Entry:
    return Entry(sentence_for(each), each.at, words_of(each), MARKS.get(each.action, ""))


def _quoted(quote: Quote, actor: Actor) -> Quoted:
    return Quoted(
        money=quote.money if reads_prices(actor.role) else None,
        state=quote.get_state_display(),
        due_at=quote.due_at,
        holds_until=quote.expires_at if quote.state == Quote.State.OPEN else None,
    )


def _pictures(given: Return) -> list[RejectedPicture]:
    rows = given.rejected.select_related(
        "item__original__blob", "version__file__blob", "adjusted__file__blob", "version__delivery"
    )
    return [_picture(given.order.number, row) for row in rows.order_by("item__position")]


def _picture(number: str, row: RejectedItem) -> RejectedPicture:
    adjusted = row.adjusted
    return RejectedPicture(
        name=row.item.name,
        position=row.item.position,
        comment=row.comment,
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


def _desk(given: Return, actor: Actor) -> list[tuple[str, str]]:
    if actor.role not in STAFF or given.closed_at:
        return []
    read = [(ReturnAction.READ.value, "Mark as read")] if given.state == ReturnState.RECEIVED else []
    take = [(ReturnAction.TAKE.value, "Take it over")] if given.owner_id != actor.person else []
    return read + take


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
