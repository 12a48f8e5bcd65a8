"""What the home page receives."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Need:
    """One thing that waits for this person."""

    sentence: str
    """What waits, in one sentence."""
    url: str
    """Where it is done."""
    label: str
    """What stands on the link."""
    detail: str = ""
    """What it is about or what happens otherwise, a sentence; empty where the first sentence says all."""
    due: datetime | None = None
    """When it has to be done; None where no clock runs."""
    due_label: str = ""
    """The words before that time."""
    late: bool = False
    """That time is over."""


@dataclass(frozen=True)
class Underway:
    """An order in which somebody else is at work."""

    number: str
    """The order."""
    url: str
    """Its page."""
    product: str
    """What was ordered."""
    state: str
    """The table's name."""
    pictures: str
    """How many, with their word."""
    sentence: str
    """What is happening, for this reader."""
    due: datetime | None
    """When it is promised; None where no clock runs."""
    late: bool
    """That time is over."""


@dataclass(frozen=True)
class Calm:
    """What is said when nothing waits."""

    title: str
    """That nothing waits."""
    text: str
    """What comes next by itself."""
    url: str
    """A way on."""
    label: str
    """What stands on it."""


@dataclass(frozen=True)
class Waiting:
    """What a role has on its home page."""

    needs: list[Need]
    """What waits, first thing first."""
    underway: list[Underway]
    """Orders in work; at most ten."""
    underway_title: str
    """The heading above them."""
    calm: Calm
    """What is said when ``needs`` is empty."""


@dataclass(frozen=True)
class HomePage:
    """The page at ``/``."""

    first: Need | None
    """The first thing to do; None when nothing waits."""
    then: list[Need]
    """The rest, in order."""
    underway: list[Underway]
    """Orders in work; at most ten."""
    underway_title: str
    """The heading above them."""
    promised: bool
    """One of them has a delivery time."""
    calm: Calm
    """What is said when nothing waits."""
