"""Packages of an order; pages and API send the same ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, QuerySet
from django.http import HttpRequest

from proofroom.core.errors import NotVisible, Refused
from proofroom.files.package.keeping import Named, fixed_package
from proofroom.files.package.listing import Entry
from proofroom.files.package.models import Download, Package
from proofroom.interfaces.downloads.choices import Choice, asked_choice, is_fixed, versions_of
from proofroom.interfaces.downloads.taken import ORIGINALS
from proofroom.orders.models import Item, Order, Version
from proofroom.people.models import Person

FROM_THE_START = re.compile(r"\s*bytes=\s*0*0-\d*\s*", re.IGNORECASE)
NOTHING_CHANGED = Refused(
    "nothing_changed", "You have everything: nothing has been delivered since your last download. Nothing was sent."
)
OTHER_ORIGINALS = Refused(
    "other_originals", "The pictures of this order have changed since. Open the order again and download them anew."
)


@dataclass(frozen=True)
class Chosen:
    """A package of an order, and what it is called when it is saved."""

    package: Package
    filename: str


def delivered_package(order: Order, reader: Person, request: HttpRequest, at: datetime) -> Chosen:
    """What the address of ``request`` chooses of the results.

    An address that leaves the round open goes on with the package that the reader began there last, when bytes
    behind the first are asked for. Raises Refused and NotVisible as ``asked_choice`` does.
    """
    given = dict(request.GET.lists())
    choice = asked_choice(order, reader, given)
    if not is_fixed(given) and (begun := _begun(order, reader, choice, request.headers)):
        return Chosen(begun, f"{order.number}{choice.suffix}.zip")
    if choice.items and not versions_of(order, choice).exists():
        raise Refused("nothing_ticked", "None of these pictures has been delivered yet, so there is nothing to send.")
    named = Named(order.number, choice.text, choice.query)
    package = fixed_package(named, lambda: _entries(versions_of(order, choice), "file"), at)
    if not package.count:
        raise NOTHING_CHANGED
    return Chosen(package, f"{order.number}{choice.suffix}.zip")


def originals_package(order: Order, request: HttpRequest, at: datetime) -> Chosen:
    """Everything the customer gave. ``edition`` in the address is of these pictures and no others.

    Pictures join and leave a draft: how many there are, and the number of the newest, tell one set from every other,
    because no number is given twice. Raises Refused when the address means a set that is no more.
    """
    told = order.items.aggregate(count=Count("pk"), newest=Max("pk"))
    edition = f"{told['count']}-{told['newest'] or 0}"
    asked = request.GET.get("edition", edition)
    if not re.fullmatch(r"\d{1,18}-\d{1,18}", asked, re.ASCII):
        raise NotVisible
    choice = f"{ORIGINALS}={asked}"
    if asked != edition and not Package.objects.filter(subject=order.number, choice__endswith=f";{choice}").exists():
        raise OTHER_ORIGINALS
    named = Named(order.number, choice, f"edition={asked}")
    package = fixed_package(named, lambda: _entries(order.items.order_by("position"), "original"), at)
    return Chosen(package, f"{order.number}-originals.zip")


def _begun(order: Order, reader: Person, choice: Choice, headers: Mapping[str, str]) -> Package | None:
    asked = headers.get("Range", "")
    if not asked or FROM_THE_START.fullmatch(asked):
        return None
    begun = Download.objects.filter(person=reader, package__subject=order.number).select_related("package")
    begun = begun.filter(package__choice__regex=rf"^\d+;{re.escape(choice.kind)}(since=\d+;)?(at=\d+)?$")
    if tag := headers.get("If-Range"):
        begun = begun.filter(package__etag=tag)
    found = begun.order_by("-started_at", "-pk").first()
    return found.package if found else None


def _entries(rows: QuerySet[Version] | QuerySet[Item], file: str) -> Iterator[Entry]:
    """Straight from the columns: 20,000 of them need no records made."""
    columns = ("name", "blob__key", "blob__sha256", "blob__size", "blob__crc32", "kept_at", "pk")
    found = rows.annotate(given=F(f"{file}__name")).values_list("given", *(f"{file}__{each}" for each in columns[1:]))
    return map(Entry._make, found)
