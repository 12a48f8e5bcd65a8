"""The rejection an account is putting together for an order. Kept here, so a closed tab loses nothing."""

from django.conf import settings
from django.db import models

from proofroom.orders.models import Item, Order


class RejectionDraft(models.Model):
    """The general comment; the pictures are rows of their own. An order is one account's, so it has one draft."""

    order = models.OneToOneField(Order, on_delete=models.CASCADE, related_name="rejection_draft")
    comment = models.TextField(blank=True, max_length=20_000)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"rejection of {self.order}"


class PictureToReject(models.Model):
    """A picture added to the rejection, and what is wrong with it beside its markings."""

    draft = models.ForeignKey(RejectionDraft, on_delete=models.CASCADE, related_name="pictures")
    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="to_reject")
    comment = models.TextField(blank=True, max_length=5_000)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["item__position"]

    def __str__(self) -> str:
        return f"{self.item} to reject"
