"""What artists make: results, versions, deliveries."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from proofroom.files.models import StoredFile
from proofroom.orders.models.order import Item, Order


class Delivery(models.Model):
    """One round of delivered results; the first is number 1."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="deliveries")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["order", "number"], name="one_delivery_of_a_number")]

    def __str__(self) -> str:
        return f"{self.order} delivery {self.number}"


class Version(models.Model):
    """A result of an item. Without a delivery it is staged: the customer does not see it yet."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, null=True, related_name="versions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(fields=["item"], condition=Q(delivery=None), name="one_staged_result"),
        ]

    def __str__(self) -> str:
        return f"{self.item} v{self.number}"


class LooseResult(models.Model):
    """A result whose name matches no original; it waits until it is matched by hand."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="loose_results")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file.name
