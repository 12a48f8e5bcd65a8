"""Keeping files: whole ones at once, and uploads whose bytes have all arrived."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from proofroom.core.tasks import later
from proofroom.files import limits, storage
from proofroom.files.digest import Digest, Tally
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob, StoredFile
from proofroom.files.names import safe_name
from proofroom.people.models import Person


@dataclass(frozen=True)
class Placed:
    """Bytes that are in the store under ``key``, and that no row names yet."""

    digest: Digest
    key: str


def keep(source: BinaryIO, name: str, by: Person | None, at: datetime) -> StoredFile:
    """Stores what ``source`` still holds under ``name`` made safe. Equal bytes are stored once.

    Raises Refused when it is empty, too large, of a kind not taken, or a page that calls itself a picture; nothing is
    kept then.
    """
    name = safe_name(name)
    with _written(source, name) as (path, digest):
        return record(place(path, digest, name), name, by, at)


def place(path: Path, digest: Digest, name: str) -> Placed:
    """Puts the file ``path`` into the store under a key that nothing else ever has. Raises Refused like ``keep``.

    Bytes that are known already are stored once more, until ``settle`` drops them: otherwise whoever sends a file
    could tell by the time it takes whether somebody else has sent the same; and bytes that are just being collected
    are never taken for kept ones.
    """
    limits.check_size(name, digest.size)
    limits.check_name(name)
    limits.check_kind(name, digest.media_type)
    key = f"{digest.sha256[:2]}/{digest.sha256[2:4]}/{digest.sha256}.{secrets.token_hex(6)}"
    storage.put(key, path)
    return Placed(digest, key)


@transaction.atomic
def record(placed: Placed, name: str, by: Person | None, at: datetime) -> StoredFile:
    """The row of a stored file; what comes of its bytes is settled by a worker."""
    digest = placed.digest
    # The lock makes the collection wait, or this wait for it: then the row is gone and is made anew.
    blob, is_new = Blob.objects.select_for_update().get_or_create(
        sha256=digest.sha256,
        defaults={
            "crc32": digest.crc32,
            "size": digest.size,
            "media_type": digest.media_type,
            "key": placed.key,
            "stored_at": at,
        },
    )
    # Whoever is told to upload it again must get another look: the first one may have failed for want of memory.
    broken = Blob.objects.filter(pk=blob.pk, inspection=Blob.Inspection.BROKEN)
    if not is_new:
        later(settle, blob.pk, placed.key)
    if is_new or broken.update(inspection=Blob.Inspection.PENDING):
        later(inspect_blob, blob.pk)
    return StoredFile.objects.create(blob=blob, name=name, kept_by=by, kept_at=at)


def settle(blob_id: int, key: str) -> None:
    """Drops the second copy of known bytes, or takes it in the place of bytes that were lost. Safe to run twice."""
    blob = Blob.objects.filter(pk=blob_id).first()
    if blob is not None and blob.key != key and not storage.is_stored(blob.key) and storage.is_stored(key):
        Blob.objects.filter(pk=blob_id, key=blob.key).update(key=key)
        Blob.objects.filter(pk=blob_id, inspection=Blob.Inspection.BROKEN).update(inspection=Blob.Inspection.PENDING)
        inspect_blob(blob_id)
    elif blob is None or blob.key != key:
        storage.remove(key)


@contextmanager
def _written(source: BinaryIO, name: str) -> Iterator[tuple[Path, Digest]]:
    handle, temporary = tempfile.mkstemp(dir=storage.incoming_folder())
    try:
        with os.fdopen(handle, "wb") as copy:
            digest = _copied(source, copy, name)
        yield Path(temporary), digest
    finally:
        Path(temporary).unlink(missing_ok=True)


def _copied(source: BinaryIO, copy: BinaryIO, name: str) -> Digest:
    tally = Tally()
    while block := source.read(storage.BLOCK):
        tally.add(block)
        if tally.size > limits.largest_file():
            raise limits.TooLarge(name)
        copy.write(block)
    return tally.digest()
