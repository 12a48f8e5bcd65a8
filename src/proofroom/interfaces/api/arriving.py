"""Files on their way into an order: a finished resumable upload, or one multipart field called ``file``."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from proofroom.core.errors import Invalid, Refused
from proofroom.files.commands import keep
from proofroom.files.models import StoredFile, Upload
from proofroom.interfaces.access import person_at
from proofroom.interfaces.api.reading import object_of

MULTIPART, JSON = "multipart/form-data", "application/json"


class FinishedUpload(BaseModel):
    """Names an upload that the same person sent to `/uploads/` (tus 1.0.0) and that has arrived in full."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    upload: UUID = Field(description="The last part of the upload's address.")


class FormFile(BaseModel):
    """The file itself. Large ones belong to `/uploads/`, which resumes."""

    file: bytes = Field(json_schema_extra={"format": "binary"})


@dataclass(frozen=True)
class Arriving:
    """A file that was sent; ``said`` tells it from others under one idempotency key."""

    said: dict[str, Any]
    source: UploadedFile[bytes] | Upload

    def stored(self, request: HttpRequest, at: datetime) -> StoredFile:
        """The stored file. Raises Refused as ``files.commands.keep`` does, or ``upload_not_finished``."""
        if isinstance(self.source, UploadedFile):
            return keep(cast("BinaryIO", self.source.file), self.source.name or "", person_at(request), at)
        if self.source.file is None:
            sentence = "Not all of this upload has arrived. Finish it at /uploads/, then send this again."
            raise Refused("upload_not_finished", sentence)
        return self.source.file


def arriving(request: HttpRequest) -> Arriving:
    """What the body brings. Raises Invalid, Refused ``unknown_media_type``, or HttpError 400."""
    if request.content_type == MULTIPART:
        return _from_form(request)
    if request.content_type == JSON:
        return _from_upload(request)
    raise Refused("unknown_media_type", f"Send {JSON} with an upload, or {MULTIPART} with a file.")


def _from_form(request: HttpRequest) -> Arriving:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise Invalid("The form has no file.", {"file": "Send the file in the field called file."})
    # Hashed before the transaction of the key, so that a second sending is known without keeping its bytes.
    digest = hashlib.sha256()
    for block in file.chunks():
        digest.update(block)
    file.seek(0)
    return Arriving({"name": file.name, "sha256": digest.hexdigest()}, file)


def _from_upload(request: HttpRequest) -> Arriving:
    try:
        named = FinishedUpload.model_validate(object_of(request)).upload
    except ValidationError:
        raise Invalid("The body names no upload.", {"upload": "Send the UUID of a finished upload."}) from None
    mine = Upload.objects.select_related("file__blob").filter(pk=named, owner=person_at(request)).first()
    if mine is None:
        raise Invalid("There is no such upload.", {"upload": "This is not an upload of yours."})
    return Arriving({"upload": str(named)}, mine)
