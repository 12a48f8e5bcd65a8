"""What was marked on the pictures of returns: in words, and drawn over the version it was marked on (Row A9)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.returns.models import RejectedItem
from proofroom.review.models import Marking
from proofroom.review.places import place_of
from proofroom.review.queries import visible_markings


@dataclass(frozen=True)
class AskedMark:
    """One place that was marked."""

    number: int
    """Its number within the picture."""
    place: str
    """Where it is, in words."""
    comment: str
    """What was asked there; may be empty."""
    state: str
    """To be done, Fixed, Cannot be done …"""
    answer: str
    """What was said to it; may be empty."""


class Asked:
    """The markings of many rejected pictures, read in one query."""

    def __init__(self, actor: Actor, rejected: Collection[RejectedItem]) -> None:
        self._found: dict[tuple[int, str], list[Marking]] = defaultdict(list)
        items, numbers = {each.item_id for each in rejected}, {each.of.number for each in rejected}
        for mark in visible_markings(actor).filter(item__in=items, sent_with__in=numbers).order_by("number"):
            self._found[mark.item_id, mark.sent_with].append(mark)

    def marks(self, rejected: RejectedItem) -> list[AskedMark]:
        """In words."""
        return [
            AskedMark(
                each.number, place_of(each.kind, each.geometry), each.comment, each.get_state_display(), each.answer
            )
            for each in self._of(rejected)
        ]

    def drawn(self, rejected: RejectedItem) -> str:
        """Where they are drawn, to lay over the rejected version; empty where nothing is marked."""
        if not self._of(rejected):
            return ""
        place = reverse("marks_drawing", args=[rejected.of.order.number, rejected.item_id])
        return f"{place}?version={rejected.version.number}"

    def _of(self, rejected: RejectedItem) -> list[Marking]:
        return self._found.get((rejected.item_id, rejected.of.number), [])
