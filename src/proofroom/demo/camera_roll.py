"""Keeps the demo's pictures as files of the studio."""

import io
from datetime import datetime

from proofroom.files.commands import keep
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import StoredFile
from proofroom.people.models import Person


def keep_inspected(data: bytes, name: str, by: Person | None, at: datetime) -> StoredFile:
    """Kept and looked at now, so that a delivery of the demo's past can be made at once."""
    file = keep(io.BytesIO(data), name, by, at)
    inspect_blob(file.blob_id)
    file.blob.refresh_from_db()
    return file
