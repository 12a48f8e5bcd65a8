"""The history of an order in sentences."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.interfaces.html.moments import zone_of
from proofroom.orders.models import Order
from proofroom.orders.queries import STAFF
from proofroom.orders.sentences import quote_of, sentence_for
from proofroom.people.models import Person

MARKS = {
    **dict.fromkeys(("reject_images", "comment_and_reopen", "cancel", "overdue", "request_cancellation"), "wrong"),
    **dict.fromkeys(("request_extension", "answer_extension", "deadline_passed", "complete_automatically"), "clock"),
}


@dataclass(frozen=True)
class Entry:
    """One line of the timeline."""

    sentence: str
    """Who did what."""
    at: datetime
    """When."""
    quote: str
    """What they wrote with it, empty for nothing."""
    mark: str
    """The sign of its point: ``wrong``, ``clock`` or empty."""


def activity_of(order: Order, reader: Person) -> list[Entry]:
    """Newest first; internal lines are for the staff."""
    lines, zone = order.activity.select_related("actor").order_by("-id"), zone_of(reader)
    if reader.role not in STAFF:
        lines = lines.filter(internal=False)
    return [
        Entry(sentence_for(each, zone, reader.pk), each.at, quote_of(each), MARKS.get(each.action, ""))
        for each in lines
    ]
