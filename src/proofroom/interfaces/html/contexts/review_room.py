"""Before and after, picture by picture (Row A7)."""

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import QueryDict
from django.urls import reverse

from proofroom.interfaces.html.contexts.order_files import OrderItem
from proofroom.interfaces.html.contexts.rejecting import SIDES, RejectForm
from proofroom.interfaces.html.contexts.room_data import Reader, Side, room_data, sides_of
from proofroom.orders.models import Order
from proofroom.review.verdicts import UNDECIDED, Verdict


@dataclass(frozen=True)
class ReviewItem:
    """One picture on the light table."""

    order: Order
    """The order."""
    item: OrderItem
    """The picture."""
    sides: list[Side]
    """Original first, the newest version last."""
    before: Side
    """What lies on the left: the original, or any version."""
    after: Side
    """What lies on the right: the newest version, or any other."""
    place: int
    """Which of the pairs it is, from 1."""
    count: int
    """How many pairs there are."""
    previous: str
    """The address of the pair before; empty at the first."""
    following: str
    """The address of the pair after; empty at the last."""
    reject: str
    """Where this picture is rejected; empty when that is not possible now."""
    strip: list[OrderItem]
    """All pairs, for the strip below."""
    marks: bool
    """The reader may draw on the newest version."""
    answers: bool
    """The reader is of those who tick markings as fixed."""
    data: dict[str, Any]
    """What the room's script is told."""
    form: RejectForm
    """Comment and area, for those without script."""
    numbers: list[BoundField]
    """The four numbers of the area."""
    verdict: Verdict
    """What the customer thinks of it so far."""
    added: int
    """How many pictures are in the rejection that is being put together."""
    judge: str
    """Where verdicts are sent."""
    refusal: str
    """Why the picture cannot be rejected now; empty when it can."""
    tool: str
    """What is in hand when the page opens; empty for the hand itself."""


@dataclass(frozen=True)
class Opened:
    """What is shown of a picture, and how."""

    asked: QueryDict
    """``before`` and ``after``, each ``original`` or a version's number; anything else is left as usual."""
    form: RejectForm
    """Empty, or as it came back."""
    tool: str = ""
    """What is in hand."""


def review_item(order: Order, pairs: list[OrderItem], item: OrderItem, opened: Opened, reader: Reader) -> ReviewItem:
    """The room of one picture out of ``pairs``."""
    place, sides, asked = pairs.index(item), sides_of(item), opened.asked
    chosen = {side.key: side for side in sides}
    before = chosen.get(asked.get("before", ""), sides[0])
    after = chosen.get(asked.get("after", ""), sides[-1])
    return ReviewItem(
        order=order,
        item=item,
        sides=sides,
        before=before,
        after=after,
        place=place + 1,
        count=len(pairs),
        previous=pairs[place - 1].review if place else "",
        following=pairs[place + 1].review if place + 1 < len(pairs) else "",
        reject=reverse("reject_item", args=[order.number, item.id]) if not reader.refusal else "",
        strip=pairs,
        marks=reader.marks,
        answers=reader.answers,
        data=room_data(order, item, (before, after), reader),
        form=opened.form,
        numbers=[opened.form[name] for name in SIDES],
        verdict=reader.verdicts.get(item.id, UNDECIDED),
        added=sum(each.added for each in reader.verdicts.values()),
        judge=reverse("review_verdict", args=[order.number]),
        refusal=reader.refusal,
        tool=opened.tool,
    )
