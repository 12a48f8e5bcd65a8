"""Due dates as calendar programs read them (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urljoin, urlsplit

from django.urls import reverse
from icalendar import Calendar, Event

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Deadline
from proofroom.orders.queries import within_sight

KEPT_FOR = timedelta(days=30)
"""So long what is past stays in the calendar, unless it was settled."""
MOST_DATES = 1_000
WORDS = {
    Deadline.Kind.DELIVERY: "{order} is due",
    Deadline.Kind.COMPLETION: "{order} is completed by itself",
    Deadline.Kind.EXTENSION_ANSWER: "More time for {order}: answer by now",
    Deadline.Kind.QUOTE_EXPIRY: "The quote for {order} expires",
}


def due_dates_of(actor: Actor, at: datetime) -> list[Deadline]:
    """What was promised and is not settled, soonest first. Artists: of their own jobs, not of the board's."""
    dates = Deadline.objects.filter(
        within_sight(actor, "order"), kind__in=WORDS, cleared_at=None, due_at__gte=at - KEPT_FOR
    )
    if actor.role == Role.ARTIST:
        dates = dates.filter(order__artist=actor.person)
    return list(dates.select_related("order__product").order_by("due_at", "pk")[:MOST_DATES])


def in_calendar_format(dates: Iterable[Deadline], site: str) -> bytes:
    """The calendar's file; ``site`` is the address that links begin with."""
    calendar = Calendar()
    calendar.add("prodid", "-//Proofroom//Due dates//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Proofroom")
    # Programs ask again at their own pace; this is what they are asked for (RFC 7986 §5.7).
    calendar.add("refresh-interval", timedelta(minutes=15), parameters={"VALUE": "DURATION"})
    for date in dates:
        calendar.add_component(_event(date, site))
    return bytes(calendar.to_ical())


def _event(date: Deadline, site: str) -> Event:
    order = date.order
    event = Event()
    # The same moment of the same order keeps its name, so that a program moves it when it was put off.
    event.add("uid", f"{order.number}-{date.kind}@{urlsplit(site).hostname}")
    event.add("summary", f"{WORDS[Deadline.Kind(date.kind)].format(order=order.number)} · {order.product.name}")
    event.add("dtstart", date.due_at)
    event.add("dtstamp", order.changed_at)
    event.add("url", urljoin(site, reverse("order", args=[order.number])))
    event.add("transp", "TRANSPARENT")
    return event
