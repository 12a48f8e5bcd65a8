"""What the customer thinks of each picture of an order, in three queries."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, F, Max, Q

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import Role, State
from proofroom.orders.models import Order
from proofroom.review.models import FoundRight, Marking, PictureToReject

DRAWN = (Marking.State.DRAFT, Marking.State.REOPENED)


class Word(StrEnum):
    """The verdict itself."""

    UNDECIDED = "undecided"
    REJECTED = "rejected"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class Verdict:
    """Of one picture. ``flag`` says it in the reader's words; ``added`` that the picture is in the rejection that is
    being put together, with ``comment``; ``drawn`` counts the markings that would be sent with it.
    """

    word: Word
    flag: str = ""
    added: bool = False
    comment: str = ""
    drawn: int = 0


UNDECIDED = Verdict(Word.UNDECIDED)


def verdicts_of(order: Order, actor: Actor, sent_back: set[int]) -> dict[int, Verdict]:
    """By the picture's id. ``sent_back``: pictures that were rejected and did not come back yet.

    What the account has not sent is told to its own people alone.
    """
    if actor.role != Role.CUSTOMER:
        return {item: Verdict(Word.REJECTED, "Sent back") for item in sent_back}
    drawn = _drawn(order)
    verdicts = {item: Verdict(Word.UNDECIDED, drawn=drawn.get(item, 0)) for item in drawn}
    verdicts |= {item: Verdict(Word.ACCEPTED, "Right") for item in _right(order)}
    verdicts |= {item: Verdict(Word.REJECTED, "Sent back", drawn=drawn.get(item, 0)) for item in sent_back}
    added = PictureToReject.objects.filter(draft__order=order).values_list("item", "comment")
    return verdicts | {
        item: Verdict(Word.REJECTED, "In your rejection", added=True, comment=comment, drawn=drawn.get(item, 0))
        for item, comment in added
    }


def _drawn(order: Order) -> dict[int, int]:
    going = Marking.objects.filter(item__order=order, state__in=DRAWN).order_by()
    return dict(going.values("item").annotate(many=Count("pk")).values_list("item", "many"))


def _right(order: Order) -> list[int]:
    if order.state == State.COMPLETED:
        return list(order.items.exclude(versions=None).values_list("pk", flat=True))
    newest = Max("item__versions__number", filter=Q(item__versions__delivery__isnull=False))
    found = FoundRight.objects.filter(item__order=order).annotate(newest=newest)
    return list(found.filter(version__number=F("newest")).values_list("item", flat=True))
