"""The situations of matrix.csv as facts: each an order with one account, a product and two pictures."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from proofroom.core.errors import Refused
from proofroom.orders.lifecycle.engine import check
from proofroom.orders.lifecycle.facts import Facts
from proofroom.orders.lifecycle.states import Action, Role, State
from proofroom.orders.lifecycle.table import TRANSITIONS

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)
TOMORROW = NOW + timedelta(days=1)
PRICE = 2_000
PICTURES = ("bedroom.jpg", "kitchen.jpg")

COLUMNS = {
    "customer": Role.CUSTOMER,
    "artist": Role.ARTIST,
    "artist2": Role.ARTIST,
    "coordinator": Role.COORDINATOR,
    "supervisor": Role.SUPERVISOR,
    "manager": Role.MANAGER,
    "admin": Role.ADMIN,
    "system": Role.SYSTEM,
}

# The deciding words of the actions that take one. "work" is a comment with no keyword, Correction or Amendment.
CHOICES: dict[Action, tuple[str, ...]] = {
    Action.COMMENT_AND_REOPEN: ("feedback", "work"),
    Action.ASSESS: ("correction", "amendment", "split", "feedback", "declined"),
    Action.ANSWER_CANCELLATION: ("grant", "refuse"),
    Action.ANSWER_EXTENSION: ("accept", "decline"),
}

# The role stands in until somebody looks; see seen_by.
DRAFT = Facts(State.DRAFT, Role.SYSTEM, items=2, unfinished=PICTURES)
PLACED = Facts(State.PLACED, Role.SYSTEM, items=2, unfinished=PICTURES, refundable=PRICE)
IN_PRODUCTION = Facts(State.IN_PRODUCTION, Role.SYSTEM, items=2, staged=2, due_at=TOMORROW, refundable=PRICE)
DELIVERED = Facts(State.DELIVERED, Role.SYSTEM, items=2, completes_at=TOMORROW, refundable=PRICE)
REOPENED = Facts(
    State.REOPENED,
    Role.SYSTEM,
    items=2,
    due_at=TOMORROW,
    work_return_open=True,
    work_return_undecided=True,
    return_to_assess=True,
    refundable=PRICE,
)
COMPLETED = Facts(State.COMPLETED, Role.SYSTEM, items=2, accepted=True, refundable=PRICE)
CANCELLED = Facts(State.CANCELLED, Role.SYSTEM, items=2, unfinished=PICTURES)

SITUATIONS: dict[str, Facts] = {
    "draft": DRAFT,
    "draft_empty": replace(DRAFT, items=0, unfinished=()),
    "placed": PLACED,
    "in_production": IN_PRODUCTION,
    "in_production_without_results": replace(IN_PRODUCTION, unfinished=PICTURES, staged=0),
    "in_production_late": replace(IN_PRODUCTION, due_at=YESTERDAY),
    "in_production_extension_asked": replace(IN_PRODUCTION, extension_open=True),
    "in_production_cancellation_asked": replace(IN_PRODUCTION, cancellation_asked=True),
    "in_production_rework": replace(IN_PRODUCTION, work_return_open=True, disputable=True),
    "delivered": DELIVERED,
    "delivered_feedback": replace(DELIVERED, return_to_assess=True),
    "delivered_72_hours_over": replace(DELIVERED, completes_at=NOW),
    "delivered_declined": replace(DELIVERED, disputable=True),
    "delivered_part_quoted": replace(
        DELIVERED, completes_at=None, quote_open=True, part_quoted=True, quote_expires_at=TOMORROW, disputable=True
    ),
    "reopened": REOPENED,
    "reopened_quoted": replace(
        REOPENED, return_to_assess=False, quote_open=True, quote_expires_at=TOMORROW, disputable=True
    ),
    "reopened_disputed": replace(REOPENED, return_disputed=True, correction_failed=True),
    "completed_accepted": COMPLETED,
    "completed_automatically": replace(COMPLETED, accepted=False),
    "completed_discretion": replace(COMPLETED, work_return_open=True, return_at_discretion=True),
    "completed_reviewed": replace(COMPLETED, reviewed_at=YESTERDAY),
    "cancelled": CANCELLED,
    "discarded": CANCELLED,
}

UNCLAIMED = {"draft", "draft_empty", "placed", "cancelled", "discarded"}


def seen_by(column: str, situation: str, choice: str | None = None) -> Facts:
    """The facts of a situation for the person of that column of the matrix."""
    mine = column == "artist" and situation not in UNCLAIMED
    return replace(SITUATIONS[situation], role=COLUMNS[column], choice=choice, assigned_to_me=mine)


def lines_of(action: Action) -> list[str]:
    """How the matrix writes this action: one line per deciding word, such as ``assess:declined``."""
    return [f"{action}:{word}" for word in CHOICES.get(action, ())] or [action.value]


def read_line(line: str) -> tuple[Action, str | None]:
    """The action and the deciding word of a line of the matrix."""
    action, _, word = line.partition(":")
    return Action(action), word or None


def outcome(action: Action, facts: Facts) -> str:
    """What the table answers, in the words of the matrix: the state afterwards, or the refusal's code."""
    try:
        row = check(TRANSITIONS, action, facts, NOW)
    except Refused as refused:
        return refused.code
    return row.target or facts.state
