"""Money records: each has its own state; "refunded" is not a state of an order."""

from django.conf import settings
from django.db import models

from proofroom.core.money import Money
from proofroom.orders.models import Order


class Amount(models.Model):
    """Shared by all money records: a positive amount of an order."""

    minor = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3)
    at = models.DateTimeField()

    class Meta:
        abstract = True

    @property
    def money(self) -> Money:
        return Money(self.minor, self.currency)


class Charge(Amount):
    """What an account owes for an order: the placing, or an approved quote. By invoice terms it counts as paid."""

    class Kind(models.TextChoices):
        ORDER = "order", "Order"
        AMENDMENT = "amendment", "Amendment"

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="charges")
    kind = models.CharField(max_length=10, choices=Kind)
    lines = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.money} for {self.order}"


class Refund(Amount):
    """What went back to the account, and why."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="refunds")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.money} back for {self.order}"


class Payout(Amount):
    """What an artist is owed for a completed order, the studio's commission taken off (Row C8).

    Negative where a refund after the payout takes the artist's share of it back.
    """

    minor = models.BigIntegerField()
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="payouts")
    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="payouts")

    def __str__(self) -> str:
        return f"{self.money} to {self.artist}"
