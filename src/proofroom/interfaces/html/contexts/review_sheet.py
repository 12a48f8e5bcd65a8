"""The contact sheet of an order: every picture with its verdict (Row A7)."""

from dataclasses import dataclass

from django.db.models import Max
from django.urls import reverse

from proofroom.interfaces.html.contexts.order_files import OrderItem
from proofroom.interfaces.html.contexts.pictures import Picture
from proofroom.interfaces.html.contexts.room_data import Reader
from proofroom.orders.models import Order
from proofroom.review.verdicts import UNDECIDED, Verdict, Word


@dataclass(frozen=True)
class Frame:
    """One pair of the sheet."""

    item: OrderItem
    """The picture."""
    verdict: Verdict
    """What the customer thinks of it so far."""

    @property
    def halves(self) -> tuple[Picture, Picture]:
        """Before and after."""
        return self.item.original, self.item.shown


@dataclass(frozen=True)
class ReviewSheet:
    """All pairs of an order."""

    order: Order
    """The order."""
    frames: list[Frame]
    """Pictures with at least one delivered result."""
    missing: int
    """How many pictures have none yet."""
    counts: list[tuple[str, str, int]]
    """The filters: word, how it is called, and how many pictures it leaves."""
    added: int
    """How many pictures are in the rejection that is being put together."""
    can_reject: bool
    """The table offers rejecting now."""
    judge: str
    """Where verdicts are sent."""
    take: str
    """Where the selected pictures become one ZIP."""
    through: int
    """The newest round: what is taken stays the same when another is delivered meanwhile."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


LABELS = {Word.UNDECIDED: "Undecided", Word.REJECTED: "Rejected", Word.ACCEPTED: "Right"}


def review_sheet(order: Order, items: list[OrderItem], reader: Reader, trail: list[tuple[str, str]]) -> ReviewSheet:
    """``items``: all pictures of the order."""
    frames = [Frame(item, reader.verdicts.get(item.id, UNDECIDED)) for item in items if item.versions]
    words = [frame.verdict.word for frame in frames]
    return ReviewSheet(
        order=order,
        frames=frames,
        missing=len(items) - len(frames),
        counts=[("", "All", len(frames)), *((word, label, words.count(word)) for word, label in LABELS.items())],
        added=sum(frame.verdict.added for frame in frames),
        can_reject=not reader.refusal,
        judge=reverse("review_verdict", args=[order.number]),
        take=reverse("review_take", args=[order.number]),
        through=order.deliveries.aggregate(newest=Max("number"))["newest"] or 0,
        trail=trail,
    )
