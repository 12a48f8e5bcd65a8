"""What a comment probably is, as JSON."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from proofroom.interfaces.api.shapes.parts import MoneyShape, Shape, money_shape
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.suggestion.evidence import Evidence, Suggestion


class Comment(BaseModel):
    """A comment that was not sent yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    comment: str
    keyword: Literal["correction", "amendment", "feedback"] | None = None


class EvidenceShape(Shape):
    """One finding: the words of the comment, the line of the order, and why."""

    kind: Keyword
    points: float
    words: str
    line: str = Field(description="The line of the order; empty where the order has none.")
    reason: str


class SuggestionShape(Shape):
    """What the comment probably is; the studio decides."""

    kind: Keyword | None = Field(description="Null where nothing can be said.")
    confidence: float = Field(description="From 0 to 1.")
    keyword: Keyword | None = Field(description="What the text itself calls it. Only told while it is being written.")
    extras: list[str] = Field(description="What would have to be bought, by its names in the catalogue's addresses.")
    price: MoneyShape | None = Field(
        description="Of those extras for all pictures; null: the studio quotes by hand. Always null for artists."
    )
    english: bool = Field(description="False for a text that is mostly not English. Only told while it is written.")
    evidence: list[EvidenceShape] = Field(description="The heaviest first; what speaks against it stands last.")


def suggestion_shape(found: Suggestion, *, priced: bool) -> SuggestionShape:
    """A suggestion as JSON, not ``priced`` without what the extras cost."""
    return SuggestionShape(
        kind=found.kind,
        confidence=found.confidence,
        keyword=found.keyword,
        extras=list(found.extras),
        price=money_shape(found.price) if found.price and priced else None,
        english=found.english,
        evidence=[_evidence(each) for each in found.evidence],
    )


def _evidence(each: Evidence) -> EvidenceShape:
    return EvidenceShape(kind=each.kind, points=each.points, words=each.words, line=each.line, reason=each.reason)
