"""Whose upload it is, how it begins, and how it ends. Everything here may block and runs aside."""

from datetime import datetime

from django.db import transaction

from proofroom.core.errors import NotVisible, Refused
from proofroom.files import commands
from proofroom.files.models import Upload
from proofroom.files.names import safe_name
from proofroom.interfaces import access
from proofroom.interfaces.uploads.answers import Declined, locked
from proofroom.interfaces.uploads.partial import offset_of
from proofroom.interfaces.uploads.protocol import Request, read_metadata
from proofroom.people.models import Person
from proofroom.workflow import intake


def begin(request: Request, at: datetime) -> Upload:
    """A new upload for the target its metadata names. Raises Declined 401, Refused, or NotVisible."""
    person = signed_in(request)
    told = read_metadata(request)
    name = safe_name(told.get("filename", ""))
    size = request.number("upload-length")
    intake.check_target(person, told.get("target", ""), name, size, at)
    return commands.start_upload(person, name, size, told.get("target", ""), at)


def find(request: Request, at: datetime) -> Upload:
    """The person's own upload, its file and owner read. Raises Declined 401, 404, or 410 when its time is over."""
    person = signed_in(request)
    owned = Upload.objects.select_related("file", "owner")
    upload = owned.filter(pk=request.upload_id, owner=person).first() if request.upload_id else None
    if upload is None:
        raise Declined(404, "There is no such upload.")
    if upload.file is None and upload.expires_at <= at:
        commands.discard_upload(upload)
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


def complete(upload: Upload, at: datetime) -> Upload:
    """Stores the whole file and hands it to its order, both or neither, and once. A refusal discards the upload."""
    try:
        gathered = commands.gather(upload)
        with transaction.atomic():
            whole = Upload.objects.select_for_update(of=("self",)).select_related("file", "owner").get(pk=upload.pk)
            if whole.file is None:
                commands.finish_upload(whole, at, gathered)
                intake.receive(whole, at)
    except (Refused, NotVisible):
        commands.discard_upload(upload)
        raise
    return whole


def signed_in(request: Request) -> Person:
    """The person of the request. Raises Declined 401."""
    person = access.person_of_scope(dict(request.scope))
    if person is None:
        raise Declined(401, "You are signed out. Sign in again, then the upload goes on from where it stopped.")
    return person
