"""The history of an order in sentences."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.orders.models import Order
from proofroom.orders.queries import readable_activity, reads_prices
from proofroom.orders.sentences import quote_of, sentence_for
from proofroom.people.models import Person
from proofroom.people.zones import zone_of

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


def activity_of(order: Order, actor: Actor, reader: Person) -> list[Entry]:
    """Newest first; internal lines are for the staff."""
    lines, zone = readable_activity(order, actor).order_by("-id"), zone_of(reader)
    return [
        Entry(
            sentence=sentence_for(each, zone, reader.pk, priced=reads_prices(actor.role)),
            at=each.at,
            quote=quote_of(each),
            mark=MARKS.get(each.action, ""),
        )
        for each in lines
    ]
