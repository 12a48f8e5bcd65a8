"""What of an order a package holds, as its address says it: all that decides the contents stands there (Row E1)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlencode

from django.db.models import Max, OuterRef, QuerySet, Subquery

from proofroom.core.errors import NotVisible, Refused
from proofroom.files.package.models import Download
from proofroom.interfaces.downloads.taken import files_taken, last_complete
from proofroom.orders.models import Item, Order, Version
from proofroom.people.models import Person

MOST_DIGITS = 18
NOTHING_DELIVERED = Refused("nothing_delivered", "Nothing has been delivered yet, so there is nothing to download.")
NOTHING_TICKED = Refused("nothing_ticked", "Tick at least one picture that has been delivered, then download again.")


@dataclass(frozen=True)
class Choice:
    """The newest results as they stood after round ``through``; or exactly what round ``round`` brought.

    ``items`` narrows it to these pictures, ``since`` to what the person of that download had not got by its end.
    """

    through: int = 0
    round: int = 0
    items: tuple[int, ...] = ()
    since: int = 0

    @property
    def kind(self) -> str:
        """What it is called when the round it stands for is left out: the same for yesterday's and today's."""
        if self.round:
            return f"round={self.round}"
        named = ",".join(map(str, self.items))
        items = f"items={named if len(named) <= 40 else sha256(named.encode()).hexdigest()[:32]};" if named else ""  # noqa: PLR2004 - fits the record
        return items + ("changed;" if self.since else "")

    @property
    def text(self) -> str:
        """The whole of it for the record that fixes the contents."""
        return self.kind + (f"since={self.since};" if self.since else "") + ("" if self.round else f"at={self.through}")

    @property
    def query(self) -> str:
        """The part of the address behind the question mark."""
        if self.round:
            return urlencode({"round": self.round})
        since = {"since": self.since} if self.since else {}
        return urlencode({"item": self.items, **since, "through": self.through}, doseq=True)

    @property
    def suffix(self) -> str:
        """What the file's name says beside the order's number."""
        if self.round:
            return f"-round-{self.round}"
        return "-changes" if self.since else "-selection" if self.items else ""


def asked_choice(order: Order, reader: Person, given: Mapping[str, list[str]]) -> Choice:
    """What the address asks for; what it leaves open is settled as of now.

    Raises NotVisible for what the order does not have, Refused while there is nothing to send.
    """
    newest = order.deliveries.aggregate(newest=Max("number"))["newest"] or 0
    if not newest:
        raise NOTHING_DELIVERED
    if wanted := _number(given, "round"):
        return Choice(round=_within(wanted, newest))
    through = _within(_number(given, "through") or newest, newest)
    choice = Choice(through, items=_items(order, given), since=_since(order, given))
    if "changed" in given and not choice.since and (last := last_complete(order.number, reader)):
        return replace(choice, since=last.pk)
    return choice


def is_fixed(given: Mapping[str, list[str]]) -> bool:
    """The address alone decides the contents: asked again tomorrow, it is the same file."""
    return "round" in given or ("through" in given and ("changed" not in given or "since" in given))


def versions_of(order: Order, choice: Choice) -> QuerySet[Version]:
    """The versions the package holds, in the order's order."""
    delivered = Version.objects.filter(item__order=order, delivery__isnull=False)
    if choice.round:
        return delivered.filter(delivery__number=choice.round).order_by("item__position")
    if choice.items:
        delivered = delivered.filter(item__in=choice.items)
    until = Version.objects.filter(item=OuterRef("item"), delivery__number__lte=choice.through)
    newest = delivered.filter(pk=Subquery(until.order_by("-number").values("pk")[:1])).order_by("item__position")
    return newest.exclude(file__in=_had_before(choice)) if choice.since else newest


def _had_before(choice: Choice) -> set[int]:
    last = Download.objects.select_related("package", "person").get(pk=choice.since)
    return files_taken(last.package.subject, last.person, until=last.completed_at)


def _items(order: Order, given: Mapping[str, list[str]]) -> tuple[int, ...]:
    asked = sorted({_positive(each) for each in given.get("item", [])})
    if not asked:
        if "selection" in given:
            raise NOTHING_TICKED
        return ()
    if Item.objects.filter(order=order, pk__in=asked).count() != len(asked):
        raise NotVisible
    return tuple(asked)


def _since(order: Order, given: Mapping[str, list[str]]) -> int:
    since = _number(given, "since")
    if (
        since
        and not Download.objects.filter(pk=since, package__subject=order.number, completed_at__isnull=False).exists()
    ):
        raise NotVisible
    return since


def _number(given: Mapping[str, list[str]], name: str) -> int:
    found = given.get(name, [])
    return _positive(found[-1]) if found else 0


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > MOST_DIGITS or not int(text):
        raise NotVisible
    return int(text)


def _within(wanted: int, newest: int) -> int:
    if wanted > newest:
        raise NotVisible
    return wanted
