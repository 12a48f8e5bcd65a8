"""Reading what the rework check found, as far as a person may see the version it is about."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Order
from proofroom.review.models import Marking, ReworkCheck
from proofroom.review.rework.judging import is_changed, is_touched

S = ReworkCheck.State
COUNTED = 0.01


@dataclass(frozen=True)
class MarkedArea:
    """How much of one marking's area changed, from 0 to 1."""

    marking: int
    number: int
    share: float

    @property
    def sentence(self) -> str:
        """In full: ``Marking 2: 64 % of it changed.``"""
        if not is_touched(self.share):
            return f"Marking {self.number}: nothing changed here."
        return f"Marking {self.number}: {percent(self.share)} of it changed."


@dataclass(frozen=True)
class Rework:
    """What to tell about one version against the one before it. Shares are from 0 to 1, None where not known."""

    item: int
    version: int
    before: int
    state: str
    sentence: str
    changed: float | None
    outside: float | None
    areas: tuple[MarkedArea, ...]
    has_heat: bool

    @property
    def outside_sentence(self) -> str:
        """What happened where nobody asked for anything; empty where nothing was marked."""
        if self.outside is None:
            return ""
        if not is_changed(self.outside):
            return "Outside the markings nothing changed."
        return f"Outside the markings {percent(self.outside)} of the picture changed too."

    @property
    def untouched(self) -> tuple[MarkedArea, ...]:
        """The markings where nothing changed: to be looked at before delivering."""
        return tuple(each for each in self.areas if not is_touched(each.share))


def visible_checks(actor: Actor) -> QuerySet[ReworkCheck]:
    """Checks of orders that were let through already; a version that is only staged is not the customer's to see."""
    checks = ReworkCheck.objects.select_related("after", "before")
    return checks.filter(after__delivery__isnull=False) if actor.role == Role.CUSTOMER else checks


def reworks(actor: Actor, items: Collection[int]) -> dict[int, Rework]:
    """What is known of the newest checked version of each of these pictures, in two queries."""
    return _by_item(visible_checks(actor).filter(after__item__in=items))


def staged_reworks(order: Order) -> dict[int, Rework]:
    """What is known of the staged results of an order, by picture; for the artist and staff. Two queries."""
    checks = ReworkCheck.objects.filter(after__item__order=order, after__delivery=None)
    return _by_item(checks.select_related("after", "before"))


def _by_item(found: QuerySet[ReworkCheck]) -> dict[int, Rework]:
    checks = list(found.order_by("after__number"))
    wanted = {int(pk) for check in checks for pk in check.marked}
    numbers = dict(Marking.objects.filter(pk__in=wanted).values_list("pk", "number"))
    return {check.after.item_id: rework_of(check, numbers) for check in checks}


def rework_of(check: ReworkCheck, numbers: dict[int, int]) -> Rework:
    """``numbers``: those of the markings by their ids. Reads ``check.after`` and ``check.before``."""
    areas = (MarkedArea(int(pk), numbers.get(int(pk), 0), share) for pk, share in check.marked.items())
    return Rework(
        item=check.after.item_id,
        version=check.after.number,
        before=check.before.number,
        state=check.state,
        sentence=check.sentence,
        changed=check.changed,
        outside=check.outside,
        areas=tuple(sorted((each for each in areas if each.number), key=lambda each: each.number)),
        has_heat=bool(check.heat_key) and check.state == S.CHANGED,
    )


def percent(share: float) -> str:
    """For people: whole percents, and "less than 1 %" for what is there but small."""
    return f"{share * 100:.0f} %" if share >= COUNTED else "less than 1 %"
