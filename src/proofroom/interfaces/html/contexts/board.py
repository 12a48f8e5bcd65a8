"""What the artist's board receives."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proofroom.core.actor import Actor
from proofroom.core.money import Money
from proofroom.interfaces.html.needs import is_late, order_url, pictures_of
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.payments.pay import pays_of
from proofroom.people.models import Person
from proofroom.people.zones import zone_of
from proofroom.workflow.waiting import annotated, artist

EXCERPT = 180
MOST = 48


@dataclass(frozen=True)
class Job:
    """One order as a card."""

    number: str
    """The order."""
    url: str
    """Its page."""
    product: str
    """What was ordered."""
    pictures: str
    """How many, with their word."""
    style: str
    """The chosen style, empty for products without."""
    excerpt: str
    """How the customer's instructions begin."""
    pay: Money
    """What the artist is paid for it."""
    due: datetime | None
    """When it has to be delivered."""
    late: bool
    """That time is over."""
    returned: bool
    """It came back and is reworked."""
    unread: int
    """Messages the artist has not read."""


@dataclass(frozen=True)
class Lane:
    """A column of the board. Every job stands in exactly one."""

    name: str
    """Its heading."""
    jobs: list[Job]
    """Due first; at most 48."""
    empty: str
    """What is said when there is none."""


@dataclass(frozen=True)
class BoardPage:
    """The page at ``/board/``."""

    open: list[Job]
    """Free to claim, due first; at most 48."""
    more: bool
    """There are more than are shown."""
    lanes: list[Lane]
    """The artist's own jobs: Late, Due today, Returned, Mine."""


def board_of(actor: Actor, person: Person, at: datetime) -> BoardPage:
    """Three queries, however many jobs."""
    free = list(artist.open_jobs(actor)[: MOST + 1])
    mine = list(artist.jobs(actor, State.IN_PRODUCTION)[: 2 * MOST])
    pays = pays_of([*free, *mine])
    return BoardPage(
        open=[_job(order, pays[order.pk], at) for order in free[:MOST]],
        more=len(free) > MOST,
        lanes=_lanes([_job(order, pays[order.pk], at) for order in mine], _tomorrow(person, at)),
    )


def _lanes(mine: list[Job], tomorrow: datetime) -> list[Lane]:
    in_time = [job for job in mine if not job.late]
    rest = [job for job in in_time if not job.returned]
    today = [job for job in rest if job.due is not None and job.due < tomorrow]
    return [
        Lane("Late", [job for job in mine if job.late], "Nothing is late."),
        Lane("Due today", today, "Nothing is due today."),
        Lane("Returned", [job for job in in_time if job.returned], "Nothing came back."),
        Lane("Mine", [job for job in rest if job not in today], "No other job is yours now. Claim one below."),
    ]


def _tomorrow(person: Person, at: datetime) -> datetime:
    local = at.astimezone(zone_of(person)) + timedelta(days=1)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _job(order: Order, pay: Money, at: datetime) -> Job:
    spec, said = order.spec, " ".join(order.instructions.split())
    return Job(
        number=order.number,
        url=order_url(order.number),
        product=spec.name,
        pictures=pictures_of(order),
        style=spec.style.name if spec.style else "",
        excerpt=said if len(said) <= EXCERPT else f"{said[:EXCERPT].rsplit(' ', 1)[0]} …",
        pay=pay,
        due=order.due_at,
        late=is_late(order, at),
        returned=bool(getattr(order, "returned", False)),
        unread=annotated(order, "unread"),
    )
