"""Drawing, changing and removing markings. Drafts are kept as they are drawn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Max, Q

from proofroom.core.actor import Actor
from proofroom.core.errors import Invalid, Refused
from proofroom.core.text import is_storable
from proofroom.orders.lifecycle.states import STAFF, Role
from proofroom.orders.models import Item, Version
from proofroom.people.models import Person
from proofroom.review.geometry import checked
from proofroom.review.kinds import COLORS, Kind
from proofroom.review.models import Marking

LONGEST_COMMENT = 5_000
MOST_MARKINGS = 1_000
"""Of one picture, all its versions together; what was removed does not count."""


@dataclass(frozen=True)
class Drawn:
    """What a person drew. ``version`` is the number they saw, None for the newest."""

    kind: str
    geometry: Any
    comment: str = ""
    color: int = 0
    version: int | None = None
    imported: dict[str, str] | None = None


class Overtaken(Refused):
    """Somebody else changed the marking meanwhile. ``current`` is how it is now; nothing was written over."""

    def __init__(self, current: Marking) -> None:
        who, words = current.changed_by.name, current.comment[:200] or "no words"
        super().__init__(
            "changed_meanwhile",
            f"{who} changed marking {current.number} meanwhile. It says now: “{words}”. Nothing was written over: "
            "look at both, and save again.",
        )
        self.current = current


def draw(item: Item, actor: Actor, drawn: Drawn, at: datetime) -> Marking:
    """One more marking: a customer's as a draft, the staff's seen by the artist at once.

    Drawn on a version that was replaced meanwhile, it is kept on the newest. Raises Invalid for what marks no
    place, Refused ``not_delivered``, ``wrong_role``, ``too_many_markings``.
    """
    if actor.role == Role.ARTIST or actor.person is None:
        raise Refused("wrong_role", "Customers and the studio's staff mark pictures.")
    # Thousands of points are checked before anything is locked: fifty people draw at once.
    shape = checked(drawn.kind, drawn.geometry)
    author = Person.objects.get(pk=actor.person)
    marking = Marking(
        item=item, author=author, kind=drawn.kind, geometry=shape, imported=drawn.imported,
        comment=checked_comment(drawn.comment), color=checked_color(drawn.color),
        state=Marking.State.DRAFT if actor.role == Role.CUSTOMER else Marking.State.SENT,
        at=at, changed_at=at, changed_by=author,
    )  # fmt: skip
    _number(marking, drawn.version)
    return marking


@transaction.atomic
def _number(marking: Marking, seen: int | None) -> None:
    """Keeps it on the newest version with the picture's next number: they are given one after the other."""
    Item.objects.select_for_update().values_list("pk").get(pk=marking.item_id)
    newest = newest_version(marking.item)
    _check_fits(marking.kind, newest)
    drawn_on = _seen(newest, seen)
    marking.version = newest
    marking.carried_from = drawn_on if drawn_on != newest.number else None
    marking.number = _next_number(marking.item)
    marking.save(force_insert=True)


def change(marking: Marking, actor: Actor, revision: int, at: datetime, **changes: Any) -> Marking:
    """Another shape, colour or comment for a marking that is still editable.

    ``revision`` is the one the person saw. Raises Overtaken when it is not the newest, Invalid as ``draw`` does,
    Refused ``sent_already``.
    """
    if not is_editable(marking, actor):
        raise Refused("sent_already", "This marking was sent, so it stays as it is. Draw another one beside it.")
    if not changes.keys() & {"kind", "geometry"}:
        checks = changes
    else:
        kind = changes.get("kind", marking.kind)
        shape = checked(kind, changes.get("geometry", marking.geometry))
        _check_fits(kind, marking.version)
        checks = {**changes, "kind": kind, "geometry": shape}
    if "comment" in checks:
        checks["comment"] = checked_comment(checks["comment"])
    if "color" in checks:
        checks["color"] = checked_color(checks["color"])
    return write(marking, actor, revision, at, **checks)


def write(marking: Marking, actor: Actor, revision: int | None, at: datetime, **fields: Any) -> Marking:
    """The one statement that changes a marking; the seen revision stands in its WHERE. Raises Overtaken."""
    rows = Marking.objects.filter(pk=marking.pk, revision=marking.revision if revision is None else revision)
    changed = rows.update(**fields, revision=F("revision") + 1, changed_at=at, changed_by_id=actor.person)
    current = whole(marking.pk)
    if not changed:
        raise Overtaken(current)
    return current


def is_editable(marking: Marking, actor: Actor) -> bool:
    """Drafts are the customers' to change, whoever of the account drew them; the staff's own until they are answered.

    Reads ``marking.author``.
    """
    if actor.role == Role.CUSTOMER:
        return marking.state == Marking.State.DRAFT
    return actor.role in STAFF and marking.state == Marking.State.SENT and marking.author.role != Role.CUSTOMER


def whole(marking: int) -> Marking:
    """A marking with all that doors tell of it, read in one query."""
    return Marking.objects.select_related("author", "changed_by", "version__file__blob").get(pk=marking)


def carried(marking: Marking) -> str | None:
    """What has to be told of a marking whose version was replaced while it was drawn."""
    if marking.carried_from is None:
        return None
    newest = marking.version.number
    return (
        f"Version {newest} was delivered meanwhile. Your marking from version {marking.carried_from} is kept and "
        f"stands on version {newest} now: look whether it is still needed."
    )


def newest_version(item: Item) -> Version:
    """The version that people mark. Raises Refused before the first delivery."""
    delivered = item.versions.filter(delivery__isnull=False).select_related("file__blob").order_by("number")
    newest = delivered.last()
    if newest is None:
        raise Refused("not_delivered", "Markings are for delivered pictures; this one is not delivered yet.")
    return newest


def checked_comment(comment: str) -> str:
    """Words are kept as they are and shown as text, whatever they look like. Raises Invalid."""
    text = comment.strip()
    if len(text) > LONGEST_COMMENT or not is_storable(text):
        sentence = f"A comment has at most {LONGEST_COMMENT:,} characters; this one has {len(text):,}."
        raise Invalid(sentence, {"comment": sentence})
    return text


def checked_color(color: int) -> int:
    """Raises Invalid for a place that the list of colours does not have."""
    if not 0 <= color < len(COLORS):
        sentence = f"A colour is a number from 0 to {len(COLORS) - 1}."
        raise Invalid(sentence, {"color": sentence})
    return color


def _check_fits(kind: str, version: Version) -> None:
    is_model = version.file.blob.media_type.startswith("model/")
    if is_model != (kind == Kind.SURFACE):
        sentence = (
            "On a 3D model, set pins on its surface." if is_model else "Pins on a surface are for 3D models only."
        )
        raise Invalid(sentence, {"kind": sentence})


def _seen(newest: Version, seen: int | None) -> int:
    if seen is None:
        return newest.number
    if not 0 < seen <= newest.number:
        sentence = f"Version {seen} of this picture was not delivered. The newest is {newest.number}."
        raise Invalid(sentence, {"version": sentence})
    return seen


def _next_number(item: Item) -> int:
    standing = Count("pk", filter=~Q(state=Marking.State.REMOVED))
    present = Marking.objects.filter(item=item).aggregate(standing=standing, last=Max("number"))
    if present["standing"] >= MOST_MARKINGS:
        raise Refused("too_many_markings", f"This picture has {MOST_MARKINGS:,} markings already. Remove some first.")
    return (present["last"] or 0) + 1
