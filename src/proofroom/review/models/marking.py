"""Markings on pictures, one row each, so that two people never overwrite each other."""

from typing import Any

from django.conf import settings
from django.db import models

from proofroom.orders.models import Item, Version
from proofroom.review.kinds import Kind
from proofroom.review.selectors import selector_of


class Marking(models.Model):
    """A place on one version of one picture and what is wrong there.

    ``geometry`` is in percent of the picture, measured from its upper left, or in the model's own units for a pin on
    a surface; see ``review.geometry``. ``number`` counts within the picture and is never given twice. ``revision``
    counts the changes, so that of two people who edit one marking the second is told. ``sent_with`` is the number of
    the return it went with. ``carried_from``: the version it was drawn on, when a newer one replaced that meanwhile.
    ``imported`` keeps the selector of another program as it came.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        REMOVED = "removed", "Removed"
        SENT = "sent", "To be done"
        FIXED = "fixed", "Fixed"
        CANNOT = "cannot", "Cannot be done"
        REOPENED = "reopened", "Not right yet"
        SETTLED = "settled", "Settled"

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="markings")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="markings")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    geometry = models.JSONField()
    imported = models.JSONField(null=True)
    comment = models.TextField(blank=True, max_length=5_000)
    color = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    answer = models.TextField(blank=True, max_length=5_000)
    sent_with = models.CharField(max_length=20, blank=True)
    carried_from = models.PositiveIntegerField(null=True)
    revision = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="one_marking_of_a_number")]
        indexes = [
            models.Index(fields=["item", "changed_at"], name="markings_changed"),
            models.Index(fields=["sent_with"], name="markings_of_a_return"),
        ]

    def __str__(self) -> str:
        return self.comment[:60] or f"marking {self.number}"

    @property
    def selector(self) -> dict[str, str]:
        """As W3C Web Annotations say it (Row E6); reads ``version.file.blob``."""
        blob = self.version.file.blob
        return selector_of(Kind(self.kind), self.geometry, (blob.width, blob.height))

    @property
    def drawing(self) -> dict[str, Any]:
        """The geometry, for those who draw it."""
        return dict(self.geometry)
