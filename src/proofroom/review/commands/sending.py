"""What was drawn goes to production with a return (Row A8), and moves on with the picture's versions."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.models import Delivery, Item, Version
from proofroom.review.commands.drawing import Drawn, draw
from proofroom.review.models import Marking
from proofroom.review.reading import read_selector

S = Marking.State


def draw_annotation(item: Item, actor: Actor, given: dict[str, Any], at: datetime) -> Marking:
    """A marking as ``reject_images`` takes it: ``{"selector": {"type": …, "value": …}, "comment": …}``, or ``kind``
    and ``geometry`` in place of the selector. Raises as ``draw`` does.
    """
    comment, color = str(given.get("comment", "")), given.get("color", 0)
    if "kind" in given:
        drawn = Drawn(str(given["kind"]), given.get("geometry"), comment, color if isinstance(color, int) else -1)
    else:
        kind, geometry = read_selector(given.get("selector"), newest_size(item))
        drawn = Drawn(kind, geometry, comment, color if isinstance(color, int) else -1)
    return draw(item, actor, drawn, at)


def newest_size(item: Item) -> tuple[int | None, int | None]:
    """Width and height of the newest delivered version in pixels, as far as known."""
    found = item.versions.filter(delivery__isnull=False).order_by("number")
    sizes = found.values_list("file__blob__width", "file__blob__height")
    return sizes.last() or (None, None)


def send(item_ids: Collection[int], number: str, at: datetime) -> int:
    """The drafts on these pictures, and what was reopened, go with the return of this number; tells how many."""
    going = Marking.objects.filter(item__in=item_ids)
    again = going.filter(state=S.REOPENED).update(sent_with=number, revision=F("revision") + 1, changed_at=at)
    drafts = going.filter(state=S.DRAFT)
    return again + drafts.update(state=S.SENT, sent_with=number, revision=F("revision") + 1, changed_at=at)


def carry_drafts(delivery: Delivery, at: datetime) -> None:
    """Drafts on a version that this delivery replaces go on as drafts on the new one: nothing drawn is lost.

    What was sent stays on the version it was drawn on and is shown on later ones until it is settled.
    """
    drawn_on = Version.objects.filter(pk=OuterRef("version")).values("number")[:1]
    replacing = delivery.versions.filter(item=OuterRef("item")).values("pk")[:1]
    left = Marking.objects.filter(state=S.DRAFT, item__in=delivery.versions.values("item"))
    left.update(carried_from=Subquery(drawn_on), version=Subquery(replacing), changed_at=at)
