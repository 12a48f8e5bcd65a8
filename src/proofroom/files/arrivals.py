"""Uploads: files that arrive piece by piece, from the first announcement to the stored file."""

from datetime import datetime, timedelta

from django.db import transaction

from proofroom.core.errors import Refused
from proofroom.files import limits
from proofroom.files.commands import Placed, place, record
from proofroom.files.digest import Digest, digest_of
from proofroom.files.models import StoredFile, Upload
from proofroom.files.names import safe_name
from proofroom.files.room import check_room
from proofroom.people.models import Person

UPLOAD_LIFE = timedelta(days=7)


def start_upload(
    owner: Person, name: str, size: int, target: str, at: datetime, *, metadata: str = "", sha256: str = ""
) -> Upload:
    """Makes room for ``size`` bytes that arrive later. Raises Refused for what can be told already: size, kind, room.

    ``metadata`` is kept as the client said it; ``sha256`` in hexadecimal is what the bytes must add up to, if given.
    """
    name = safe_name(name)
    limits.check_size(name, size)
    limits.check_name(name)
    check_room(owner, name, size)
    upload = Upload(
        owner=owner, name=name, size=size, target=target, created_at=at, expires_at=at + UPLOAD_LIFE,
        metadata=metadata, sha256=sha256.lower(),
    )  # fmt: skip
    upload.partial.parent.mkdir(parents=True, exist_ok=True)
    upload.partial.touch()
    upload.save(force_insert=True)
    return upload


def gather(upload: Upload, counted: Digest | None = None) -> Placed:
    """Stores the bytes of the whole partial file, without the database, so that nobody waits for a long film.

    ``counted`` spares reading them again. Raises Refused like ``commands.keep``, and ``wrong_bytes`` when they do not
    add up to what was announced.
    """
    if counted is None or counted.size != upload.size:
        with upload.partial.open("rb") as source:
            counted = digest_of(source)
    if upload.sha256 and counted.sha256 != upload.sha256:
        raise Refused(
            "wrong_bytes",
            f"{upload.name} arrived, but not as it was announced: its SHA-256 is another. "
            "It was not kept; send it again.",
        )
    return place(upload.partial, counted, upload.name)


def finish_upload(upload: Upload, at: datetime, gathered: Placed | None = None) -> StoredFile:
    """The stored file of an upload whose last byte has arrived; asked twice, the same one.

    The partial file goes only when the transaction is committed, so a failure loses nothing. Raises Refused
    like ``gather``.
    """
    if upload.file is None:
        upload.offset = upload.size
        upload.file = record(gathered or gather(upload), upload.name, upload.owner, at)
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
