"""Keeping what was marked."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from proofroom.core.errors import Invalid
from proofroom.orders.models import Version
from proofroom.review.models import Marking

SELECTORS = frozenset({"FragmentSelector", "SvgSelector"})
LARGEST_SELECTOR = 200_000


def keep_markings(version: Version, author: int, drawn: Iterable[dict[str, Any]], at: datetime) -> list[Marking]:
    """Each marking becomes a row: ``{"selector": {"type": …, "value": …}, "comment": …}``.

    Raises Invalid for a selector of another kind, without a value, or absurdly long; then none is kept.
    """
    rows = [_marking(version, author, each, at) for each in drawn]
    return Marking.objects.bulk_create(rows)


def _marking(version: Version, author: int, drawn: dict[str, Any], at: datetime) -> Marking:
    selector = drawn.get("selector")
    if not isinstance(selector, dict) or selector.get("type") not in SELECTORS:
        raise Invalid("A marking needs a FragmentSelector or an SvgSelector.", {"markings": "The selector is unknown."})
    value = selector.get("value")
    if not isinstance(value, str) or not 0 < len(value) <= LARGEST_SELECTOR:
        raise Invalid("A marking has no usable shape.", {"markings": "The selector's value is empty or too long."})
    comment = str(drawn.get("comment", ""))[:5_000]
    return Marking(
        version=version, author_id=author, selector={"type": selector["type"], "value": value}, comment=comment, at=at
    )
