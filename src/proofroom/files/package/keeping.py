"""Fixing what a package holds, and noting what of it people were handed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from django.db import transaction

from proofroom.files.models import Blob
from proofroom.files.package.layout import EDITION, Layout, MissingFiles
from proofroom.files.package.listing import Entry, Listing
from proofroom.files.package.models import Download, Package
from proofroom.files.package.spans import joined
from proofroom.people.models import Person

MANY, LOOK_AGAIN = 5_000, timedelta(seconds=10)
MOST_ASKED = 500  # of one query; who lost more files than that has other worries


@dataclass(frozen=True)
class Handed:
    """The bytes from ``start`` up to ``stop`` left at ``at``; ``broken`` when more had been asked for."""

    start: int
    stop: int
    at: datetime
    broken: bool


@dataclass(frozen=True)
class Named:
    """What of ``subject`` a package holds: ``choice`` in the record, ``query`` in the address."""

    subject: str
    choice: str
    query: str


def fixed_package(named: Named, entries: Callable[[], Iterable[Entry]], at: datetime) -> Package:
    """The package of this name: the one that was fixed before, or one of ``entries()`` now (Row E1).

    ``listing`` is left out of what is read: see ``layout_of``.
    """
    choice = f"{EDITION};{named.choice}"
    known = Package.objects.defer("listing", "files").filter(subject=named.subject, choice=choice).first()
    return known or _fix(named, choice, list(entries()), at)


def layout_of(package: Package, at: datetime) -> Layout:
    """Where its bytes lie, all of them there at ``at``. Raises MissingFiles.

    Packages of more than MANY files, more than an order holds, are looked through every ten seconds in each process:
    a look at each of 20,000 files takes longer than all the rest of the answer.
    Read from the record once in each process while few others are asked for. Bytes that were lost and given again
    have another key than when the package was fixed.
    """
    layout = _read_layout(package.etag, package.pk, package.made_at)
    if package.count > MANY and layout.seen_whole_at and at - layout.seen_whole_at < LOOK_AGAIN:
        return layout
    try:
        layout.check_present()
    except MissingFiles as lost:
        layout = Layout(layout.listing.with_keys(_keys_now(layout, set(lost.names))))
        layout.check_present()
        Package.objects.filter(pk=package.pk).update(listing=layout.listing.as_text())
        _read_layout.cache_clear()
    layout.seen_whole_at = at
    return layout


def note_handed(person: Person, package: Package, handed: Handed) -> Download:
    """``handed`` added to what this person has of the package; complete as soon as that is every byte.

    A new start of a download that was complete begins a new attempt, but what was complete stays so.
    """
    with transaction.atomic():
        noted = Download.objects.select_for_update().filter(person=person, package=package).first()
        if noted is None:
            noted = Download(person=person, package=package, started_at=handed.at)
        if handed.start == 0 and noted.handed_out == package.length and handed.stop < package.length:
            noted.spans, noted.started_at = [], handed.at
        noted.spans = joined(noted.spans, handed.start, handed.stop)
        noted.seen_at = handed.at
        whole = noted.handed_out == package.length
        noted.stopped_at = handed.at if handed.broken and not whole else None
        if whole and noted.completed_at is None:
            noted.completed_at = handed.at
        noted.save()
    return noted


def _fix(named: Named, choice: str, entries: list[Entry], at: datetime) -> Package:
    layout = Layout.of(entries)
    made, _ = Package.objects.get_or_create(
        subject=named.subject,
        choice=choice,
        defaults={
            "query": named.query,
            "listing": layout.listing.as_text(),
            "files": ",".join(str(entry.file) for entry in entries),
            "count": len(entries),
            "size": sum(entry.size for entry in entries),
            "length": layout.length,
            "etag": layout.etag,
            "made_at": at,
        },
    )
    return made


@lru_cache(maxsize=4)
def _read_layout(etag: str, package: int, made_at: datetime) -> Layout:  # noqa: ARG001 - a number may come again
    layout = Layout(Listing.from_text(Package.objects.values_list("listing", flat=True).get(pk=package)))
    layout.etag = etag
    return layout


def _keys_now(layout: Layout, lost: set[str]) -> list[str]:
    listing = layout.listing
    hashes = [each for each, name in zip(listing.sha256s, listing.names, strict=True) if name in lost]
    found = dict(Blob.objects.filter(sha256__in=hashes[:MOST_ASKED]).values_list("sha256", "key"))
    return [found.get(each, key) for each, key in zip(listing.sha256s, listing.keys, strict=True)]
