"""Whose upload it is, how it begins, and how it ends. Everything here may block and runs aside."""

import re
from datetime import datetime

from django.db import transaction

from proofroom.core.errors import NotVisible, Refused
from proofroom.files import arrivals, storage
from proofroom.files.commands import Placed
from proofroom.files.digest import Digest
from proofroom.files.models import Upload
from proofroom.files.names import safe_name
from proofroom.interfaces import access
from proofroom.interfaces.uploads.answers import Declined, locked
from proofroom.interfaces.uploads.partial import offset_of
from proofroom.interfaces.uploads.protocol import Request, read_metadata
from proofroom.people.models import Person
from proofroom.workflow import intake

SHA256 = re.compile(r"[0-9a-fA-F]{64}")


def begin(request: Request, at: datetime) -> Upload:
    """A new upload for the target its metadata names. Raises Declined 400 or 401, Refused, or NotVisible."""
    person = signed_in(request)
    told = read_metadata(request)
    name, target, sha256 = safe_name(told.get("filename", "")), told.get("target", ""), told.get("sha256", "")
    if sha256 and not SHA256.fullmatch(sha256):
        raise Declined(400, "The sha256 in upload-metadata must be 64 hexadecimal digits.")
    size = request.number("upload-length")
    intake.check_target(person, target, name, size, at)
    as_said = request.headers.get("upload-metadata", "")
    return arrivals.start_upload(person, name, size, target, at, metadata=as_said, sha256=sha256)


def find(request: Request, at: datetime) -> Upload:
    """The person's own upload, its file and owner read. Raises Declined 401, 404, or 410 when its time is over."""
    person = signed_in(request)
    owned = Upload.objects.select_related("file", "owner")
    upload = owned.filter(pk=request.upload_id, owner=person).first() if request.upload_id else None
    if upload is None:
        raise Declined(404, "There is no such upload.")
    if upload.file is None and upload.expires_at <= at:
        arrivals.discard_upload(upload)
        raise Declined(410, "This upload was left unfinished too long. Start it again.")
    return upload


def offset(upload: Upload) -> int:
    """How many bytes have arrived. Raises Declined 423 when another connection is just storing the file."""
    if upload.file is not None:
        return upload.size
    try:
        return offset_of(upload.partial)
    except FileNotFoundError:
        raise locked() from None


def complete(upload: Upload, at: datetime, counted: Digest | None = None) -> Upload:
    """Stores the whole file and hands it to its order, both or neither, and once. A refusal discards the upload.

    ``counted`` is what its bytes add up to, where that is known. Raises Refused, NotVisible or OSError.
    """
    try:
        gathered = arrivals.gather(upload, counted)
    except Refused:
        arrivals.discard_upload(upload)
        raise
    try:
        return _handed_over(upload, gathered, at)
    except (Refused, NotVisible):
        arrivals.discard_upload(upload)
        storage.remove(gathered.key)
        raise


def _handed_over(upload: Upload, gathered: Placed, at: datetime) -> Upload:
    with transaction.atomic():
        whole = Upload.objects.select_for_update(of=("self",)).select_related("file", "owner").get(pk=upload.pk)
        arrivals.finish_upload(whole, at, gathered)
        intake.receive(whole, at)
        return whole


def signed_in(request: Request) -> Person:
    """The person of the request. Raises Declined 401."""
    person = access.person_of_scope(dict(request.scope))
    if person is None:
        raise Declined(401, "You are signed out. Sign in again, then the upload goes on from where it stopped.")
    return person
