"""The order itself and its pictures."""

from django.conf import settings
from django.db import models

from proofroom.catalogue.models import Product
from proofroom.catalogue.specification import Specification
from proofroom.core.money import Money
from proofroom.files.models import StoredFile
from proofroom.orders.lifecycle.states import State
from proofroom.people.models import Account


class NumberSeries(models.Model):
    """Counts the numbers of one kind in one year, without gaps, under the row's lock."""

    prefix = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="one_series_a_year")]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.last:06d}"


class Order(models.Model):
    """One piece of work for one account.

    ``state`` is written by ``workflow.perform`` alone. ``specification`` is the snapshot of what was chosen;
    ``price_minor`` is fixed when the order is placed. All times are in UTC.
    """

    number = models.CharField(max_length=20, unique=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="orders")
    customer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="orders")
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    specification = models.JSONField()
    instructions = models.TextField(blank=True, max_length=20_000)
    state = models.CharField(max_length=14, choices=[(each.value, each.label) for each in State], default=State.DRAFT)
    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="jobs")
    price_minor = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()
    placed_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["account", "-id"], name="orders_of_account"),
            models.Index(fields=["artist", "state", "-id"], name="orders_of_artist"),
            models.Index(fields=["state", "due_at"], name="orders_by_due"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def spec(self) -> Specification:
        """The snapshot, typed."""
        return Specification.from_json(self.specification)

    @property
    def stands(self) -> State:
        """The state, typed."""
        return State(self.state)

    @property
    def price(self) -> Money:
        return Money(self.price_minor, self.specification["currency"])


class Item(models.Model):
    """One picture or model of an order: its original, and through ``versions`` what became of it.

    ``settled``: its newest delivered version stands; a rejected item is unsettled until it is delivered again.
    ``workable``: somebody can work on its original (``files.limits.why_no_original``); else no order with it is placed.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    original = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    instructions = models.TextField(blank=True, max_length=5_000)
    settled = models.BooleanField(default=False)
    workable = models.BooleanField(default=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["order", "position"], name="one_item_at_a_position")]

    def __str__(self) -> str:
        return self.name
