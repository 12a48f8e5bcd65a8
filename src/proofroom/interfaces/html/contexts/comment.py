"""The page for *Comment and reopen* (Rows B1, B6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from proofroom.core.actor import Actor
from proofroom.interfaces.html.action_forms import ActionForm, form_for
from proofroom.interfaces.html.action_words import WORDS, Words
from proofroom.interfaces.html.contexts.action import trail_to, why_not
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.interfaces.html.contexts.suggestion import Hint, hint_on, nothing_written
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.orders.queries import chosen_parts
from proofroom.returns.attachments import MOST_ATTACHMENTS, attachments_aside

HINT = f"A sketch, a sample, a marked print: up to {MOST_ATTACHMENTS}. Whoever works on the order sees them."
FILTERED_FROM = 12
"""With so many pictures a filter by name stands above them."""


@dataclass(frozen=True)
class Part:
    """Something of the order that a comment can refer to."""

    name: str
    """As the order's page words it."""
    chosen: bool
    """It was chosen in a form that came back."""


@dataclass(frozen=True)
class PicturePart(Part):
    """A picture of the order that a comment can refer to."""

    picture: Picture
    """How it can be shown."""
    position: int
    """Its place in the order."""


@dataclass(frozen=True)
class Attached:
    """A file in the form, or in a thread."""

    id: int
    """Its number, for the form."""
    file: Picture
    """How it can be shown and fetched."""


@dataclass(frozen=True)
class Attaching:
    """What a form needs that takes files."""

    aside: Sequence[Attached]
    """What this person has put aside already."""
    target: str
    """Where uploads for it go."""
    hint: str
    """What kinds of files help, and how many are taken."""
    wrong: Sequence[str]
    """Why files were not taken, a sentence each."""


@dataclass(frozen=True)
class CommentPage:
    """The page of the action."""

    order: Order
    """The order."""
    words: Words
    """How the action is called, and what it does."""
    form: ActionForm
    """What was written, in a form that came back."""
    refusal: str
    """Why it cannot be done now, a sentence; empty when it can."""
    lines: Sequence[Part]
    """Style, levels and extras of the order."""
    pictures: Sequence[PicturePart]
    """Its pictures."""
    filtered: bool
    """There are so many that a filter helps."""
    attaching: Attaching
    """The files."""
    hint: Hint
    """What the comment will probably be."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


def comment_page(order: Order, actor: Actor, at: datetime, form: ActionForm | None = None) -> CommentPage:
    """``form``: one that was sent and has something wrong, with what was written in it."""
    action = Action.COMMENT_AND_REOPEN
    hint = hint_on(order, str(form.data.get("comment", "")), None, at) if form else nothing_written(at)
    form = form or form_for(action, order)
    data = form.data if isinstance(form.data, QueryDict) else QueryDict()
    chosen = set(data.getlist("references"))
    pictures = _pictures(order, chosen)
    return CommentPage(
        order=order,
        words=WORDS[action],
        form=form,
        refusal=why_not(order, action, actor, at),
        lines=[Part(each, each in chosen) for each in chosen_parts(order)],
        pictures=pictures,
        filtered=len(pictures) >= FILTERED_FROM,
        attaching=attaching(order, actor, [str(each) for each in form.errors.get("attachments", [])]),
        hint=hint,
        trail=trail_to(order, actor),
    )


def attaching(order: Order, actor: Actor, wrong: Sequence[str] = ()) -> Attaching:
    """The files that this person has put aside for the order."""
    aside = [Attached(each.pk, picture_of(order.number, each.file)) for each in attachments_aside(order, actor.person)]
    return Attaching(aside, f"{order.number}/attachments", HINT, wrong)


def _pictures(order: Order, chosen: set[str]) -> list[PicturePart]:
    items = order.items.select_related("original__blob").order_by("position")
    return [
        PicturePart(item.name, item.name in chosen, picture_of(order.number, item.original), item.position)
        for item in items
    ]
