"""What changed between two versions of a picture (Row E3)."""

from django.db import models

from proofroom.files.models import Blob
from proofroom.orders.models import Version


class ReworkCheck(models.Model):
    """The comparison of a version with the one before it, made by the worker.

    ``compared`` are the bytes that were looked at: a staged result may be replaced, and then it is looked at again.
    Shares are of an area, from 0 to 1: ``changed`` of the whole picture, ``outside`` of what lies outside all
    markings, None when there are none, and ``marked`` of each marking by its id.
    ``heat_key`` is where the store keeps the picture of what changed, a PNG with transparency.
    """

    class State(models.TextChoices):
        PENDING = "pending", "being compared"
        CHANGED = "changed", "something changed"
        SAME = "same", "nothing changed"
        UNSHOWN = "unshown", "cannot be compared"

    after = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="rework_check")
    before = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    compared = models.ForeignKey(Blob, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    sentence = models.CharField(max_length=240, blank=True)
    changed = models.FloatField(null=True)
    outside = models.FloatField(null=True)
    marked = models.JSONField(default=dict)
    heat_key = models.CharField(max_length=120, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.after}: {self.state}"
