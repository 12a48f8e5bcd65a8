"""Who holds what: told from the files that have arrived."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max

from proofroom.orders.models import Order
from proofroom.orders.queries import delivered_versions
from proofroom.redistribution.models import Destination, PushedFile


@dataclass(frozen=True)
class Held:
    """What a recipient has of a picture: ``sha256`` in hexadecimal, and since when."""

    version: int
    sha256: str
    place: str
    since: datetime


Holdings = dict[tuple[int, int], Held]
"""By destination and picture."""


def holdings_of(order: Order) -> Holdings:
    """The newest file of each picture that has arrived at each destination, in one query."""
    done = PushedFile.objects.filter(push__redistribution__order=order, state=PushedFile.State.DONE)
    rows = done.order_by("done_at", "id").values_list(
        "push__destination", "item", "version__number", "sha256", "place", "done_at"
    )
    return {
        (destination, item): Held(version, sha256, place, since)
        for destination, item, version, sha256, place, since in rows
        if since is not None
    }


def underway_of(order: Order) -> set[tuple[int, int, str]]:
    """What is on its way: destination, picture and SHA-256, in one query."""
    moving = (PushedFile.State.WAITING, PushedFile.State.SENDING)
    files = PushedFile.objects.filter(push__redistribution__order=order, state__in=moving)
    return set(files.values_list("push__destination", "item", "sha256"))


def outdated_destinations(order: Order) -> list[Destination]:
    """Destinations that hold a picture of which there is a newer one, by name; two queries."""
    newest = {version.item_id: version.file.blob.sha256 for version in delivered_versions(order)}
    held = holdings_of(order)
    behind = {place for (place, item), each in held.items() if newest.get(item, each.sha256) != each.sha256}
    return list(Destination.objects.filter(pk__in=behind, removed_at=None)) if behind else []


def last_sent(destinations: Iterable[Destination]) -> dict[int, datetime]:
    """When something last arrived at each."""
    done = PushedFile.objects.filter(push__destination__in=destinations, state=PushedFile.State.DONE)
    return dict(done.order_by().values_list(F("push__destination")).annotate(Max("done_at")))
