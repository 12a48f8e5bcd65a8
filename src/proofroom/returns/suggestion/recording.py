"""Suggestions kept with their returns, and what the studio decided on them."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.db.models import Count, F, Q

from proofroom.core.money import Money
from proofroom.orders.models import Order
from proofroom.returns.lifecycle import Decision, Keyword
from proofroom.returns.models import Return, Suggested
from proofroom.returns.suggestion.evidence import Evidence, Suggestion
from proofroom.returns.suggestion.reading import suggestion_for

MOST_KEPT = 12
"""Findings that are kept; more than these nobody reads."""


def keep_suggestion(given: Return, comment: str, at: datetime) -> Suggested:
    """Reads the comment that just came in and keeps what it probably is, for whoever assesses it."""
    keyword = Keyword(given.keyword) if given.keyword else None
    found = suggestion_for(given.order, comment, keyword)
    return Suggested.objects.create(
        of=given,
        at=at,
        kind=found.kind or "",
        confidence=found.confidence,
        evidence=[asdict(each) for each in found.evidence[:MOST_KEPT]],
        extras=list(found.extras),
        minor=found.price.minor if found.price else None,
    )


def kept_suggestion(kept: Suggested, order: Order) -> Suggestion:
    """A kept one as it was; the keyword and the language were only of use while writing."""
    return Suggestion(
        kind=Keyword(kept.kind) if kept.kind else None,
        confidence=kept.confidence,
        evidence=tuple(Evidence(**{**each, "kind": Keyword(each["kind"])}) for each in kept.evidence),
        keyword=None,
        extras=tuple(kept.extras),
        price=None if kept.minor is None else Money(kept.minor, order.spec.currency),
        english=True,
    )


def note_decision(given: Return, decision: Decision, at: datetime) -> None:
    """The decision answers all that was suggested for this return and not decided yet."""
    given.suggestions.filter(decision="").update(decision=decision, decided_at=at)


def agreement(at: datetime, during: timedelta) -> tuple[int, int]:
    """How many decisions were what had been suggested, of how many; what has no one kind, declined or split, does not
    count.
    """
    decided = Suggested.objects.filter(decided_at__gt=at - during, decided_at__lte=at)
    judged = decided.exclude(kind="").exclude(decision__in=(Decision.DECLINED, Decision.SPLIT))
    counted = judged.aggregate(whole=Count("pk"), part=Count("pk", filter=Q(kind=F("decision"))))
    return counted["part"], counted["whole"]
