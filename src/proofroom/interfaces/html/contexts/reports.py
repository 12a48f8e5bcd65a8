"""What the reports page receives: figures, each with its definition in words."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from proofroom.core.moments import span_in_words
from proofroom.orders.models import Order
from proofroom.returns.corrections import TOLERANCE, rate_of
from proofroom.returns.suggestion.recording import agreement
from proofroom.workflow import figures
from proofroom.workflow.figures import Load, MoneyOfMonth, Share
from proofroom.workflow.replies import reply_time

NOTHING_YET = "Nothing yet"


@dataclass(frozen=True)
class Figure:
    """One figure."""

    value: str
    """As people read it; words where there is nothing to compute it from."""
    label: str
    """What it is called."""
    note: str
    """What it is computed from."""
    definition: str
    """Exactly what it means."""
    behind: str = ""
    """Where the list behind it stands; empty where there is none."""


@dataclass(frozen=True)
class StateCount:
    """How many orders stand in one state."""

    state: str
    """The table's name."""
    label: str
    """The word for it."""
    count: int
    """How many."""


@dataclass(frozen=True)
class ReportsPage:
    """The page at ``/reports/``."""

    figures: list[Figure]
    """On-time rate, reply time, correction rate, agreement with suggestions."""
    states: list[StateCount]
    """Orders by state."""
    load: list[Load]
    """What each artist has in work, the busiest first."""
    money: list[MoneyOfMonth]
    """Charged and refunded, newest month first."""
    at: datetime
    """When this was counted."""


def reports_at(at: datetime) -> ReportsPage:
    """Twelve queries, however many orders."""
    states = [StateCount(state, state.label, count) for state, count in figures.orders_by_state()]
    quality = [_on_time(at), _reply(at), _corrections(at), _feedback(at), _suggestions(at)]
    return ReportsPage(quality, states, figures.load(at), figures.money_by_month(at), at)


def _percent(share: Share) -> str:
    return NOTHING_YET if share.percent is None else f"{share.percent:.1f} %"


def _on_time(at: datetime) -> Figure:
    share = figures.on_time(at)
    return Figure(
        _percent(share),
        "Delivered on time",
        f"{share.part:,} of {share.whole:,} deliveries in 30 days",
        "Deliveries of the last 30 days made no later than promised when they were made. An accepted extension moves "
        "the promise; a rework has its own.",
    )


def _reply(at: datetime) -> Figure:
    found = reply_time(at, figures.MONTH)
    ninth = "" if found.ninth is None else f", nine of ten within {span_in_words(found.ninth)}"
    return Figure(
        NOTHING_YET if found.median is None else span_in_words(found.median),
        "Until the studio answers",
        f"median of {found.count:,} in 30 days{ninth}; 5 to 20 minutes are promised",
        "From the moment a customer opens a return, disputes it or writes in it to the studio's first word: reading, "
        "deciding or writing. Half of the replies of the last 30 days came sooner, half came later.",
    )


def _corrections(at: datetime) -> Figure:
    rate = rate_of(Order.objects.all(), at)
    return Figure(
        NOTHING_YET if rate.percent is None else f"{rate.percent:.1f} %",
        "Correction rate",
        f"{rate.corrected:,} of {rate.delivered:,} pictures in 365 days; up to {TOLERANCE} % is normal",
        "Pictures sent back and assessed as corrections in the last 365 days, divided by the pictures delivered in "
        "that time. A picture counts once; a correction that names no picture counts as one. Amendments do not count.",
        reverse("corrections"),
    )


def _feedback(at: datetime) -> Figure:
    return Figure(
        f"{figures.feedback_kept(at):,}",
        "Feedback kept",
        "comments in 365 days",
        "Comments that were taken as feedback in the last 365 days: ideas and compliments. Each has reached the "
        "artist, and none counts as a correction.",
    )


def _suggestions(at: datetime) -> Figure:
    share = Share(*agreement(at, figures.MONTH))
    return Figure(
        _percent(share),
        "Suggestions agreed with",
        f"{share.part:,} of {share.whole:,} decisions in 30 days",
        "Decisions of the last 30 days that were what had been suggested from the order's specification: correction, "
        "amendment or feedback. Declined returns, and comments of which nothing could be said, do not count.",
    )
