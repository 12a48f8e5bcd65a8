"""What the staff's desk receives."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.desk_rows import MOST, Kind, Row, rows_of
from proofroom.interfaces.html.reply_times import Measured, measured
from proofroom.people.models import Person
from proofroom.workflow.desk import staff_people


@dataclass(frozen=True)
class Part:
    """One kind of what waits, as a link that shows it alone."""

    name: str
    """What it is called."""
    show: str
    """Its word in the address; empty for all."""
    count: str
    """How many of them are shown."""
    current: bool
    """It is what is shown."""


@dataclass(frozen=True)
class DeskPage:
    """The page at ``/desk/``."""

    rows: list[Row]
    """What waits, what is due first first."""
    parts: list[Part]
    """Everything, and each kind alone."""
    show: str
    """The kind shown, empty for all."""
    cut: bool
    """More waits than is shown."""
    colleagues: Sequence[Person]
    """To whom a return can be handed over."""
    measured: list[Measured]
    """How soon the studio answered lately."""


def desk_of(actor: Actor, at: datetime, show: str = "") -> DeskPage:
    """A fixed number of queries, however much waits. ``show``: a kind's word; anything else shows all."""
    found = rows_of(actor, at)
    show = show if show in set(Kind) else ""
    counted = Counter(row.kind for row in found)
    parts = [_part("All", "", len(found), show), *(_part(kind.label, kind, counted[kind], show) for kind in Kind)]
    rows = [row for row in found if not show or row.kind == show]
    return DeskPage(
        rows=rows,
        parts=[part for part in parts if part.count != "0" or part.current],
        show=show,
        cut=any(many >= MOST for many in counted.values()),
        colleagues=[each for each in staff_people() if each.pk != actor.person],
        measured=measured(at),
    )


def next_on_desk(actor: Actor, at: datetime, after: str) -> str:
    """The address of what comes after ``after`` in the queue and is nobody else's; empty when nothing is left."""
    rows = rows_of(actor, at)
    ids = [row.id for row in rows]
    start = ids.index(after) + 1 if after in ids else 0
    free = [row for row in rows[start:] + rows[:start] if row.id != after and not row.elsewhere]
    return free[0].url if free else ""


def _part(name: str, show: str, count: int, current: str) -> Part:
    return Part(name, show, f"{count}", current == show)
