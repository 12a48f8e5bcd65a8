"""All that guards may look at."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.orders.lifecycle.states import Role, State

ANYTHING = "*"
"""The choice of somebody who has not chosen yet and asks what is on offer."""


@dataclass(frozen=True)
class Facts:
    """An order as the rules see it, for one person at one moment. Times are aware; money is in minor units.

    ``choice`` is the deciding word of what was sent ("feedback", "correction", "grant" …); None for actions without
    one, ``ANYTHING`` when one only asks what is on offer. ``unfinished`` names the unsettled pictures without a
    result, ``unchecked`` those whose result is still being checked, ``broken`` those whose file cannot be opened,
    ``no_originals`` those that nobody can work on;
    ``staged`` counts the results that a delivery would hold. ``part_quoted``: the open quote is for a part of a return
    whose other part is corrected meanwhile. ``disputable``: the customer can disagree with an assessment, which was
    the account manager's where ``manager_decided``.
    """

    state: State
    role: Role
    choice: str | None = None
    assigned_to_me: bool = False
    items: int = 0
    missing_choices: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    staged: int = 0
    unchecked: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    no_originals: tuple[str, ...] = ()
    due_at: datetime | None = None
    waiting_for_artist_since: datetime | None = None
    extension_open: bool = False
    cancellation_asked: bool = False
    work_return_open: bool = False
    work_return_undecided: bool = False
    return_to_assess: bool = False
    feedback_to_assess: bool = False
    return_disputed: bool = False
    return_at_discretion: bool = False
    quote_open: bool = False
    part_quoted: bool = False
    disputable: bool = False
    manager_decided: bool = False
    quote_expires_at: datetime | None = None
    completes_at: datetime | None = None
    accepted: bool = False
    correction_failed: bool = False
    refundable: int = 0
    reviewed_at: datetime | None = None
    replied: bool = False
