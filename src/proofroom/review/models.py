"""Markings on pictures, one row each, so that two people never overwrite each other."""

from django.conf import settings
from django.db import models

from proofroom.orders.models import Version


class Marking(models.Model):
    """A place on one version of one picture and what is wrong there.

    ``selector`` is a W3C Web Annotation selector (FragmentSelector ``xywh=percent:…`` or SvgSelector); Row E6.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="markings")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    selector = models.JSONField()
    comment = models.TextField(blank=True, max_length=5_000)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.comment[:60]
