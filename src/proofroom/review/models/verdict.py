"""Pictures the customer has looked at and found right."""

from django.conf import settings
from django.db import models

from proofroom.orders.models import Item, Version


class FoundRight(models.Model):
    """Nothing is wrong with this version. A newer version of the picture is to be looked at anew."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="found_right")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.version} is right"
