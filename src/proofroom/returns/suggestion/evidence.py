"""What speaks for a kind: the customer's words, the line of the order, and why."""

from dataclasses import dataclass

from proofroom.core.money import Money
from proofroom.returns.lifecycle import Keyword


@dataclass(frozen=True)
class Evidence:
    """One finding. ``points`` say how much it weighs; ``extra`` names an extra that would have to be bought.

    ``variable`` and ``way`` (1 more, -1 less, 0 not said) are of what should have been turned up or down.
    """

    kind: Keyword
    points: float
    words: str
    line: str
    reason: str
    extra: str = ""
    variable: str = ""
    way: int = 0


@dataclass(frozen=True)
class Suggestion:
    """What a comment probably is.

    ``kind`` is None where nothing speaks for any kind; ``confidence`` goes from 0 to 1. ``keyword`` is what the text
    itself calls it, None where no keyword stands there. ``price`` is the catalogue's for all extras that would have to
    be bought, over all pictures; None where it has none and the studio quotes by hand. ``english`` is False for a text
    that is mostly not English.
    """

    kind: Keyword | None
    confidence: float
    evidence: tuple[Evidence, ...]
    keyword: Keyword | None
    extras: tuple[str, ...]
    price: Money | None
    english: bool
