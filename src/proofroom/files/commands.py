"""Keeping files: whole ones at once, and uploads piece by piece."""

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from proofroom.core.tasks import later
from proofroom.files import limits, sniff, storage
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob, StoredFile, Upload
from proofroom.files.names import safe_name
from proofroom.people.models import Person

UPLOAD_LIFE = timedelta(days=7)


@dataclass(frozen=True)
class Digest:
    """What one pass over the bytes tells: ``sha256`` in hexadecimal, ``crc32`` unsigned, ``size`` in bytes."""

    sha256: str
    crc32: int
    size: int
    media_type: str

    @property
    def key(self) -> str:
        """Where the store keeps these bytes."""
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}"


def keep(source: BinaryIO, name: str, by: Person | None, at: datetime) -> StoredFile:
    """Stores what ``source`` still holds under ``name`` made safe. Equal bytes are stored once.

    Raises Refused when it is empty, too large, or a page that calls itself a picture; nothing is kept then.
    """
    with _written(source, safe_name(name)) as (path, digest):
        _store(path, digest, safe_name(name))
        return _record(digest, safe_name(name), by, at)


def start_upload(owner: Person, name: str, size: int, target: str, at: datetime) -> Upload:
    """Makes room for ``size`` bytes that arrive later. Raises Refused as ``keep`` does for what is known already."""
    limits.check_size(safe_name(name), size)
    upload = Upload(
        owner=owner, name=safe_name(name), size=size, target=target, created_at=at, expires_at=at + UPLOAD_LIFE
    )
    upload.partial.parent.mkdir(parents=True, exist_ok=True)
    upload.partial.touch()
    upload.save(force_insert=True)
    return upload


def gather(upload: Upload) -> Digest:
    """Hashes the whole partial file and stores its bytes, without the database, so that nobody waits for a long film.

    Raises Refused like ``keep``.
    """
    with upload.partial.open("rb") as source:
        digest = _digest(source, None, upload.name)
    _store(upload.partial, digest, upload.name)
    return digest


def finish_upload(upload: Upload, at: datetime, gathered: Digest | None = None) -> StoredFile:
    """The stored file of an upload whose last byte has arrived; asked twice, the same one.

    The partial file goes only when the transaction is committed, so a failure loses nothing. Raises Refused
    like ``keep``.
    """
    if upload.file is None:
        upload.offset = upload.size
        upload.file = _record(gathered or gather(upload), upload.name, upload.owner, at)
        upload.save(update_fields=["offset", "file"])
        transaction.on_commit(lambda: upload.partial.unlink(missing_ok=True))
    return upload.file


def note_offset(upload: Upload, offset: int) -> None:
    """Writes down how many bytes the partial file holds."""
    upload.offset = offset
    Upload.objects.filter(pk=upload.pk).update(offset=offset)


def discard_upload(upload: Upload) -> None:
    """Forgets an upload and its partial bytes. A stored file that came of it stays."""
    Upload.objects.filter(pk=upload.pk).delete()
    for left in upload.partial.parent.glob(f"{upload.pk}*"):
        left.unlink(missing_ok=True)


def discard_expired_uploads(at: datetime) -> int:
    """Forgets the uploads nobody came back for; returns how many."""
    expired = list(Upload.objects.filter(expires_at__lte=at))
    for upload in expired:
        discard_upload(upload)
    return len(expired)


def _store(path: Path, digest: Digest, name: str) -> None:
    limits.check_size(name, digest.size)
    limits.check_kind(name, digest.media_type)
    storage.put(digest.key, path)


@transaction.atomic
def _record(digest: Digest, name: str, by: Person | None, at: datetime) -> StoredFile:
    blob, is_new = Blob.objects.get_or_create(
        sha256=digest.sha256,
        defaults={
            "crc32": digest.crc32,
            "size": digest.size,
            "media_type": digest.media_type,
            "key": digest.key,
            "stored_at": at,
        },
    )
    # Whoever is told to upload it again must get another look: the first one may have failed for want of memory.
    broken = Blob.objects.filter(pk=blob.pk, inspection=Blob.Inspection.BROKEN)
    if is_new or broken.update(inspection=Blob.Inspection.PENDING):
        later(inspect_blob, blob.pk)
    return StoredFile.objects.create(blob=blob, name=name, kept_by=by, kept_at=at)


@contextmanager
def _written(source: BinaryIO, name: str) -> Iterator[tuple[Path, Digest]]:
    handle, temporary = tempfile.mkstemp(dir=storage.incoming_folder())
    try:
        with os.fdopen(handle, "wb") as copy:
            digest = _digest(source, copy, name)
        yield Path(temporary), digest
    finally:
        Path(temporary).unlink(missing_ok=True)


def _digest(source: BinaryIO, copy: BinaryIO | None, name: str) -> Digest:
    sha256, crc32, size, head = hashlib.sha256(), 0, 0, b""
    while block := source.read(storage.BLOCK):
        head = head or block[: sniff.HEAD]
        sha256.update(block)
        crc32 = zlib.crc32(block, crc32)
        size += len(block)
        if size > limits.LARGEST_FILE:
            raise limits.TooLarge(name)
        if copy is not None:
            copy.write(block)
    return Digest(sha256.hexdigest(), crc32, size, sniff.media_type(head, size))
