"""What the words of a mail may tell: what happened, and nothing that its receiver would not see on the order's page."""

from datetime import datetime
from typing import Any

from django.conf import settings

from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Deadline, Review
from proofroom.orders.queries import reads_prices
from proofroom.orders.sentences import AMOUNTS
from proofroom.people.models import Person
from proofroom.workflow.models import Notice
from proofroom.workflow.quote_links import link_to_answer

LONGEST_QUOTE = 2_000
WRITTEN = ("text", "note", "message", "reason", "comment")
"""Where the data of an event keeps what its author wrote; the first that is not empty is quoted."""
CLOCKS = {
    Deadline.Kind.COMPLETION: "completes_at",
    Deadline.Kind.EXTENSION_ANSWER: "answer_by",
    Deadline.Kind.QUOTE_EXPIRY: "quote_holds_until",
}


def told_of(notice: Notice) -> dict[str, Any]:
    """The variables of the event's template.

    ``order``, ``product``, ``unit``, ``artist``: of the order; ``to_artist``: who reads; ``url``, ``order_url``,
    ``settings_url``: where to go on; ``quote``: what somebody wrote, as lines; ``cut``: it is longer than that;
    ``cancelled``: all went back to the customer; ``due_at`` and the names of ``CLOCKS``: aware times or None; besides
    these the data of the notice itself, amounts only for those who may read them.
    """
    order = notice.order
    written = _written(notice)
    hidden = frozenset[str]() if reads_prices(notice.person.role) else AMOUNTS
    return {
        **{name: told for name, told in notice.data.items() if name not in hidden},
        "cancelled": "refunded" in notice.data,
        "order": order.number,
        "product": order.spec.name,
        "unit": order.spec.unit,
        "artist": order.artist.name if order.artist else "An artist",
        "to_artist": notice.person.role == Person.Role.ARTIST,
        "url": f"{settings.SITE_URL}{_way_on(notice)}",
        "order_url": f"{settings.SITE_URL}/orders/{order.number}/",
        "settings_url": f"{settings.SITE_URL}/settings/",
        "site": settings.SITE_URL,
        "quote": written[:LONGEST_QUOTE].splitlines(),
        "cut": len(written) > LONGEST_QUOTE,
        "due_at": _due_at(notice),
        **_clocks(notice),
    }


def _way_on(notice: Notice) -> str:
    """The order's page; for a customer who is asked about a quote, the page on which they answer."""
    asked = notice.event in {Action.ASSESS, "quote_reminder"} and notice.person.role == Person.Role.CUSTOMER
    if asked and (quote := notice.data.get("quote_id")):
        return link_to_answer(quote, notice.person_id)
    return f"/orders/{notice.order.number}/"


def _written(notice: Notice) -> str:
    if notice.event in {"review", "reply_to_review"}:
        review = Review.objects.filter(order=notice.order).first()
        said = (review.reply if notice.event == "reply_to_review" else review.text) if review else ""
        return said.strip()
    return next((str(notice.data[name]).strip() for name in WRITTEN if notice.data.get(name)), "")


def _due_at(notice: Notice) -> datetime | None:
    told = notice.data.get("due_at")
    return datetime.fromisoformat(told) if told else notice.order.due_at


def _clocks(notice: Notice) -> dict[str, datetime | None]:
    """Each clock as it ran when the notice was written, however late it is sent."""
    set_by_then = notice.order.deadlines.filter(kind__in=CLOCKS, started_at__lte=notice.at).order_by("id")
    newest = {clock.kind: clock.due_at for clock in set_by_then}
    return {name: newest.get(kind) for kind, name in CLOCKS.items()}
