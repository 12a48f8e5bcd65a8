"""Compares the store with what is written down about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from proofroom.files import storage
from proofroom.files.collection import keys_of, known_keys
from proofroom.files.digest import digest_of
from proofroom.files.models import Blob

OURS = re.compile(r"(?:[a-z]+/)?[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}\S*")
PORTION = 500


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a key: ``missing``, ``damaged`` or ``unknown``; ``names`` are of the files it concerns."""

    what: str
    key: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Looked:
    """One stored file was read; ``wrong`` is empty when all is well."""

    size: int
    wrong: tuple[Wrong, ...]


def verify_kept(since: datetime | None) -> Iterator[Looked]:
    """Reads every blob stored since ``since``, oldest first, and looks for its previews."""
    blobs = Blob.objects.order_by("pk")
    for blob in (blobs.filter(stored_at__gte=since) if since else blobs).iterator(PORTION):
        yield Looked(blob.size, tuple(_wrong_with(blob)))


def unknown_keys() -> Iterator[Wrong]:
    """Keys of our pattern that no row knows: left by a process that died while it stored something.

    A key that is stored while this runs may be named here too, so nothing is deleted because of it.
    """
    known = known_keys()
    for key in storage.stored_keys():
        if key not in known and OURS.fullmatch(key):
            yield Wrong("unknown", key)


def _wrong_with(blob: Blob) -> Iterator[Wrong]:
    own, *made = keys_of(blob)
    names = tuple(sorted(set(blob.files.values_list("name", flat=True))))
    try:
        with storage.open_stored(own) as source:
            digest = digest_of(source)
    except FileNotFoundError:
        yield Wrong("missing", own, names)
    else:
        if (digest.sha256, digest.crc32, digest.size) != (blob.sha256, blob.crc32, blob.size):
            yield Wrong("damaged", own, names)
    for key in storage.missing(made):
        yield Wrong("missing", key, names)
