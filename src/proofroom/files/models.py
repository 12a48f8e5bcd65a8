"""What is kept of a file: its bytes once, each name under which they were given, and what can be shown of them."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models

from proofroom.files.package.models import Download, Package

__all__ = ["Blob", "Download", "Package", "Preview", "StoredFile", "Upload"]


class Blob(models.Model):
    """Some bytes, kept once however often they are given. Never changed after they are stored.

    ``width`` and ``height`` are pixels of the upright picture; ``pages`` counts those of a document, of which the
    first is shown; ``sentence`` is for people and empty when all is well.
    """

    class Inspection(models.TextChoices):
        PENDING = "pending", "being looked at"
        SHOWN = "shown", "can be shown"
        UNSHOWN = "unshown", "cannot be shown"
        BROKEN = "broken", "damaged"

    sha256 = models.CharField(max_length=64, unique=True)
    crc32 = models.BigIntegerField()
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    key = models.CharField(max_length=120)
    stored_at = models.DateTimeField()
    inspection = models.CharField(max_length=8, choices=Inspection, default=Inspection.PENDING)
    sentence = models.CharField(max_length=240, blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    pages = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.media_type} of {self.size} bytes"


class StoredFile(models.Model):
    """Bytes under the name somebody gave them. ``name`` is a safe base name, see ``names.safe_name``.

    ``unused_since`` is when the collection first saw that nothing points here; empty while something does.
    """

    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    kept_at = models.DateTimeField()
    unused_since = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.name

    @property
    def media_type(self) -> str:
        """What the bytes are, whatever the name says."""
        return self.blob.media_type

    @property
    def size(self) -> int:
        """Bytes."""
        return self.blob.size


class Preview(models.Model):
    """A small picture made by us from a blob, in sRGB and upright; ``longest`` is the bound of its longer side."""

    class Longest(models.IntegerChoices):
        SMALL = 320
        LARGE = 2048

    blob = models.ForeignKey(Blob, on_delete=models.CASCADE, related_name="previews")
    longest = models.PositiveIntegerField(choices=Longest)
    media_type = models.CharField(max_length=80)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.BigIntegerField()
    key = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["blob", "longest"], name="one_preview_of_each_size")]

    def __str__(self) -> str:
        return f"preview of {self.width} by {self.height} pixels"


class Pyramid(models.Model):
    """The tiles of a blob for deep zoom, all in one stored archive; ``key`` is empty until they are cut.

    ``spans`` says where each tile lies in it, as ``tiles.SPAN`` after ``tiles.SPAN``, level by level from the smallest,
    each in rows. ``width`` and ``height`` are pixels of the deepest level.
    """

    class State(models.TextChoices):
        CUTTING = "cutting", "being cut"
        READY = "ready", "can be served"
        FAILED = "failed", "cannot be cut"

    blob = models.OneToOneField(Blob, on_delete=models.CASCADE, related_name="pyramid")
    state = models.CharField(max_length=8, choices=State, default=State.CUTTING)
    media_type = models.CharField(max_length=80, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    spans = models.BinaryField(default=bytes)
    key = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return f"tiles of {self.width} by {self.height} pixels"


class Mesh(models.Model):
    """A blob's 3D model as GLB, the one form that the viewer in the page takes, made by us from another form."""

    blob = models.OneToOneField(Blob, on_delete=models.CASCADE, related_name="mesh")
    size = models.BigIntegerField()
    key = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"model of {self.size} bytes"


class Upload(models.Model):
    """A file on its way here. ``target`` is free text that the door understands; ``file`` is set when all has arrived.

    ``metadata`` is what the client said of it in its own words; ``sha256`` in hexadecimal is what the bytes must add up
    to, empty when nobody said.

    The partial file is the truth about how much has arrived; ``offset`` follows it at the end of each request.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=255)
    size = models.BigIntegerField()
    offset = models.BigIntegerField(default=0)
    target = models.CharField(max_length=200)
    metadata = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField(db_index=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}, {self.offset} of {self.size} bytes"

    @property
    def partial(self) -> Path:
        """Where the bytes are gathered until the last one has arrived."""
        return Path(settings.DATA) / "uploads" / str(self.id)
