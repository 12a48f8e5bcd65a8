"""Packages of an order; pages and API send the same ones."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max
from django.http import HttpRequest

from proofroom.core.errors import NotVisible, Refused
from proofroom.files.package.keeping import Named, fixed_package
from proofroom.files.package.models import Download, Package
from proofroom.files.package.taken import ORIGINALS
from proofroom.interfaces.downloads.choices import asked_choice, is_fixed
from proofroom.orders.models import Order
from proofroom.orders.packages import Choice, entries_of, package_of, versions_of
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
    begun = None if is_fixed(given) else _begun(order, reader, choice, request.headers)
    return Chosen(begun or _fixed(order, choice, at), f"{order.number}{choice.suffix}.zip")


def selected_query(order: Order, reader: Person, items: list[str], through: list[str], at: datetime) -> str:
    """What stands behind the question mark of the address that means these pictures' package, however many they are.

    Short enough for the address of a page and the headers that proxies take. Raises as ``delivered_package`` does.
    """
    return _fixed(order, asked_choice(order, reader, {"item": items, "through": through, "selection": [""]}), at).query


def _fixed(order: Order, choice: Choice, at: datetime) -> Package:
    if choice.items and not versions_of(order, choice).exists():
        raise Refused("nothing_ticked", "None of these pictures has been delivered yet, so there is nothing to send.")
    package = package_of(order, choice, at)
    if not package.count:
        raise NOTHING_CHANGED
    return package


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
    package = fixed_package(named, lambda: entries_of(order.items.order_by("position"), "original"), at)
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
