"""What the page receives on which a return is assessed: everything the decision needs, on one screen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse

from proofroom.catalogue.specification import Specification
from proofroom.catalogue.turnaround import due_after
from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.interfaces.html.action_forms import ActionForm
from proofroom.interfaces.html.contexts.action import ActionPage
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.interfaces.html.contexts.suggestion import Hint
from proofroom.orders.models import Item, Order, Version
from proofroom.orders.queries import delivered_versions
from proofroom.people.models import Person
from proofroom.returns.lifecycle import Decision, ReturnState
from proofroom.returns.models import Return
from proofroom.returns.queries import decisions, other_returns, pictures_in, return_to_assess, waiting_pictures
from proofroom.returns.quoting import list_price
from proofroom.review.queries import marked_pictures

WEB = {"http", "https"}
LAST_SHOWN = 6
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class AssessedPicture:
    """One picture of the return."""

    id: int
    """Its number within the database."""
    position: int
    """Its place in the order."""
    name: str
    """The original's name."""
    comment: str
    """What the customer wrote about it."""
    original: Picture
    """What the customer gave."""
    shown: Picture
    """The version that is not right."""
    marks: str
    """The marks to lay over it; empty where nothing is marked."""
    light_table: str
    """Where both lie over each other with the marks."""
    part: str
    """Which part it was put into, in a form that came back."""


@dataclass(frozen=True)
class Earlier:
    """Another return of the same account."""

    number: str
    """The return."""
    url: str
    """Its page."""
    opened_at: datetime
    """When it was opened."""
    about: str
    """What was written."""
    became: str
    """What the studio decided, or where it stands."""


@dataclass(frozen=True)
class AssessPage:
    """The comment, the marks, the order, the account's history, the suggestion, and the form."""

    page: ActionPage
    """What every page of an action has."""
    order: Order
    """The order."""
    given: Return
    """The return that is assessed."""
    links: list[str]
    """Addresses the customer named; shown, never fetched."""
    pictures: list[AssessedPicture]
    """What the return is about: sent back, referred to, or all."""
    named: bool
    """The customer named these pictures."""
    spec: Specification
    """What was ordered."""
    earlier: list[Earlier]
    """The newest other returns of the account."""
    counted: list[tuple[str, int]]
    """How many were decided how in the last 365 days."""
    each: Money | None
    """What the price list asks for one picture; None where it has no price."""
    manager: Person | None
    """The account manager, who decides what is disputed."""
    disputed: bool
    """The customer disagrees with an earlier decision."""
    suggested: Hint | None
    """What the newest comment was read as, with its evidence."""


def assess_page(page: ActionPage, actor: Actor, at: datetime) -> AssessPage:
    """As many queries for many pictures as for few. The form is filled with the price list's price and a time."""
    order, given = page.order, return_to_assess(page.order)
    assert given is not None  # the page of a refusal is another one
    pictures = _pictures(given, page.form, actor)
    each, whole = list_price(given, 1), list_price(given, len(pictures))
    _fill_in(page.form, {"price": whole.decimal if whole else None, "due_at": due_after(order.spec, at, share=0.5)})
    others = other_returns(given)
    counts = decisions(others.filter(decided_at__gt=at - YEAR))
    return AssessPage(
        page=page,
        order=order,
        given=given,
        links=[link for link in given.links if urlsplit(str(link)).scheme in WEB],
        pictures=pictures,
        named=given.rejected.exists() or bool(given.references),
        spec=order.spec,
        earlier=[_earlier(each) for each in others[:LAST_SHOWN]],
        counted=[(decision.label, counts[decision]) for decision in Decision if counts.get(decision)],
        each=each,
        manager=order.account.manager,
        disputed=given.state == ReturnState.DISPUTED,
        suggested=page.hint,
    )


def _fill_in(form: ActionForm, known: dict[str, Any]) -> None:
    for name, value in known.items():
        form.fields[name].initial = value


def _pictures(given: Return, form: ActionForm, actor: Actor) -> list[AssessedPicture]:
    subjects, order = pictures_in(given), given.order
    comments = dict(waiting_pictures(given).values_list("item", "comment"))
    shown = {each.item_id: each for each in delivered_versions(order).filter(item__in=subjects)}
    marked = marked_pictures(actor, subjects)
    return [
        _picture(order.number, item, shown.get(item.pk), comments.get(item.pk, ""), form, marked=item.pk in marked)
        for item in order.items.filter(pk__in=subjects).select_related("original__blob")
    ]


def _picture(
    number: str, item: Item, version: Version | None, comment: str, form: ActionForm, *, marked: bool
) -> AssessedPicture:
    place = [number, item.pk]
    original = picture_of(number, item.original)
    return AssessedPicture(
        id=item.pk,
        position=item.position,
        name=item.name,
        comment=comment,
        original=original,
        shown=picture_of(number, version.file) if version else original,
        marks=reverse("marks_drawing", args=place) if marked else "",
        light_table=reverse("review_item", args=place) if version else "",
        part=form.part_of(item.pk),
    )


def _earlier(each: Return) -> Earlier:
    became = Decision(each.decision).label if each.decision else ReturnState(each.state).label
    return Earlier(each.number, reverse("return", args=[each.number]), each.opened_at, each.comment, became)
