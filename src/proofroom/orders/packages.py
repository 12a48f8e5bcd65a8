"""What of an order's results a package holds (Row E1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlencode

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable

from proofroom.core.errors import NotVisible
from proofroom.files.package.keeping import Named, fixed_package
from proofroom.files.package.listing import Entry
from proofroom.files.package.models import Download, Package
from proofroom.files.package.taken import files_taken
from proofroom.orders.models import Item, Order, Version

LONGEST_SPELLED = 40
"""Letters of the pictures' numbers; more of them are named by their digest, which fits the record and any address."""


@dataclass(frozen=True)
class Choice:
    """The newest results as they stood after round ``through``; or exactly what round ``round`` brought.

    ``items`` narrows it to these pictures, ``since`` to what the person of that download had not got by its end.
    ``selection`` is the digest of many items whose package was fixed before.
    """

    through: int = 0
    round: int = 0
    items: tuple[int, ...] = ()
    since: int = 0
    selection: str = ""

    @property
    def kind(self) -> str:
        """What it is called when the round it stands for is left out: the same for yesterday's and today's."""
        if self.round:
            return f"round={self.round}"
        items = f"items={named};" if (named := self._named) else ""
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
        items = {"selection": self._named} if self._is_long else {"item": self.items}
        since = {"since": self.since} if self.since else {}
        return urlencode({**items, **since, "through": self.through}, doseq=True)

    @property
    def suffix(self) -> str:
        """What the file's name says beside the order's number."""
        if self.round:
            return f"-round-{self.round}"
        return "-changes" if self.since else "-selection" if self._named else ""

    @property
    def _spelled(self) -> str:
        return ",".join(map(str, self.items))

    @property
    def _is_long(self) -> bool:
        return bool(self.selection) or len(self._spelled) > LONGEST_SPELLED

    @property
    def _named(self) -> str:
        digest = self.selection or sha256(self._spelled.encode()).hexdigest()[:32]
        return digest if self._is_long else self._spelled


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


def package_of(order: Order, choice: Choice, at: datetime) -> Package:
    """The package with what the choice holds, fixed by whoever asks first.

    Raises NotVisible for a selection by a digest that names none.
    """

    def entries() -> Iterator[Entry]:
        if choice.selection:
            raise NotVisible
        return entries_of(versions_of(order, choice), "file")

    return fixed_package(Named(order.number, choice.text, choice.query), entries, at)


def lay_down(order: int, delivery: int, at: str) -> None:
    """For a worker, after a delivery of this number: the first who downloads does not wait for 20,000 rows.

    ``at`` in ISO 8601. Whoever asks before the worker comes to it gets the same package.
    """
    package_of(Order.objects.get(pk=order), Choice(through=delivery), datetime.fromisoformat(at))


def entries_of(rows: QuerySet[Version] | QuerySet[Item], file: str, name: Combinable | None = None) -> Iterator[Entry]:
    """The stored files that ``file`` of the rows names; straight from the columns: 20,000 need no records made.

    ``name`` is what they are called within the ZIP: as when they were given, unless said otherwise.
    """
    columns = ("name", "blob__key", "blob__sha256", "blob__size", "blob__crc32", "kept_at", "pk")
    called = rows.annotate(given=name or F(f"{file}__name"))
    found = called.values_list("given", *(f"{file}__{each}" for each in columns[1:]))
    return map(Entry._make, found)
