"""What a page says about a comment: what it probably is, why, what it would cost and how soon an answer comes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from proofroom.core.money import Money
from proofroom.interfaces.html.reply_times import answer_time
from proofroom.orders.models import Order
from proofroom.returns.lifecycle import Decision, Keyword
from proofroom.returns.models import Return
from proofroom.returns.suggestion.evidence import Evidence, Suggestion
from proofroom.returns.suggestion.reading import suggestion_for
from proofroom.returns.suggestion.recording import kept_suggestion

QUITE_SURE, LIKELY = 0.85, 0.6
MOST_REASONS = 4
TITLES = {
    Keyword.CORRECTION: "This looks like a correction",
    Keyword.AMENDMENT: "This looks like an amendment",
    Keyword.FEEDBACK: "This looks like feedback",
}
FREE = {
    Keyword.CORRECTION: "Corrections are free.",
    Keyword.FEEDBACK: "Feedback costs nothing and does not reopen the work.",
}
NOT_YET = "What it is cannot be said yet"
NOT_ENGLISH = (
    "This does not look like English. The studio works in English, so it may take longer to understand you; you can "
    "send it as it is."
)


@dataclass(frozen=True)
class Hint:
    """What is said about one comment."""

    title: str
    """What it probably is; empty while nothing is written."""
    sure: str
    """How sure that is."""
    percent: int
    """The same as a number, 0 to 100."""
    evidence: Sequence[Evidence]
    """What speaks for it, the heaviest first."""
    against: Sequence[Evidence]
    """What speaks against it."""
    cost: str
    """What it would cost."""
    price: Money | None
    """The catalogue's price of an amendment; None where it has none."""
    soon: str
    """How soon an answer comes."""
    language: str
    """A hint when it is not English, empty otherwise."""
    decided: str
    """What the studio decided on it, empty before."""


@dataclass(frozen=True)
class HintPart:
    """The piece of the page that changes while one writes."""

    hint: Hint
    """What is said about what was written so far."""


def hint_on(order: Order, comment: str, keyword: Keyword | None, at: datetime) -> Hint:
    """What is said while the customer writes; nothing is kept."""
    if not comment.strip():
        return nothing_written(at)
    hint = _hint(suggestion_for(order, comment, keyword), order, answer_time(at))
    of_the_order = [each for each in hint.evidence if each.line or each.extra]
    return replace(hint, evidence=of_the_order or hint.evidence[:1])


def nothing_written(at: datetime) -> Hint:
    """Before the first word."""
    return Hint("", "", 0, (), (), "", None, answer_time(at), "", "")


def hint_kept(given: Return) -> Hint | None:
    """What was suggested when the return's newest comment came in; None for returns from before."""
    kept = given.suggestions.last()
    if kept is None:
        return None
    decided = Decision(kept.decision).label if kept.decision else ""
    return _hint(kept_suggestion(kept, given.order), given.order, "", decided)


def sentence_after(order: Order) -> str:
    """One line after sending, for people without script as well; empty where nothing can be said."""
    newest = order.returns.order_by("id").last()
    hint = hint_kept(newest) if newest else None
    return f"{hint.title}. {hint.cost}" if hint and hint.cost else ""


def _hint(found: Suggestion, order: Order, soon: str, decided: str = "") -> Hint:
    speaks = [each for each in found.evidence if each.kind is found.kind]
    return Hint(
        title=TITLES[found.kind] if found.kind else NOT_YET,
        sure=_sure(found),
        percent=round(100 * found.confidence),
        evidence=speaks[:MOST_REASONS],
        against=[each for each in found.evidence if each.kind is not found.kind][:MOST_REASONS],
        cost=_cost(found, order),
        price=found.price,
        soon=soon,
        language="" if found.english else NOT_ENGLISH,
        decided=decided,
    )


def _sure(found: Suggestion) -> str:
    if found.kind is None:
        return "Say which picture it is about and what should be different."
    if found.confidence >= QUITE_SURE:
        return "Quite sure. The studio decides."
    return "Likely. The studio decides." if found.confidence >= LIKELY else "Not sure. The studio decides."


def _cost(found: Suggestion, order: Order) -> str:
    if found.kind is None:
        return ""
    if found.kind is not Keyword.AMENDMENT:
        return FREE[found.kind]
    if found.price is None:
        return "The studio quotes a price first. Nothing is charged before you approve it."
    if not found.price.minor:
        return "It is free by the price list, because nothing was delivered yet."
    count = order.items.count()
    unit = order.spec.unit if count == 1 else f"{order.spec.unit}s"
    return (
        f"By the price list this costs {found.price} for {count} {unit}. Nothing is charged before the studio's quote "
        "is approved."
    )
