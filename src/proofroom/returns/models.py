"""A return and its quote."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from proofroom.core.money import Money
from proofroom.orders.models import Item, Order, Version
from proofroom.returns.lifecycle import Decision, Keyword, ReturnState


class Return(models.Model):
    """What a customer asked to be changed, or wanted to say.

    ``keyword`` is what the customer called it, ``decision`` what the studio decided. ``owner`` is whoever of the
    studio has taken it; while nobody has, it stands in the queue. ``state`` is written by ``returns.commands.move``.
    """

    number = models.CharField(max_length=20, unique=True)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="returns")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    keyword = models.CharField(max_length=10, choices=[(each.value, each.label) for each in Keyword], blank=True)
    comment = models.TextField(max_length=20_000)
    references = models.JSONField(default=list)
    links = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=[(each.value, each.label) for each in ReturnState])
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=10, choices=[(each.value, each.label) for each in Decision], blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    disputes = models.PositiveIntegerField(default=0, help_text="How often a delivered correction was rejected too.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=Q(closed_at=None) & ~Q(keyword="feedback"), name="one_open_work_return"
            )
        ]
        indexes = [models.Index(fields=["state", "opened_at"], name="returns_by_state")]

    def __str__(self) -> str:
        return self.number


class RejectedItem(models.Model):
    """A picture named in a return: the version that was rejected and what is wrong with it, once a round."""

    of = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="rejected")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="rejections")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    adjusted = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, related_name="+")
    comment = models.TextField(blank=True, max_length=5_000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "item", "version"], name="a_version_once_in_a_return")]

    def __str__(self) -> str:
        return f"{self.item} in {self.of}"


class ReturnEntry(models.Model):
    """One line of a return's history, and of its thread."""

    of = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.CharField(max_length=12)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "return entries"

    def __str__(self) -> str:
        return f"{self.of} {self.action}"


class Quote(models.Model):
    """What an amendment would cost. Nothing is charged before it is approved (Row B8)."""

    class State(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        DECLINED = "declined"

    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="quotes")
    minor = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3)
    message = models.TextField()
    due_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of"], condition=Q(state="open"), name="one_open_quote")]

    def __str__(self) -> str:
        return f"{self.money} for {self.of}"

    @property
    def money(self) -> Money:
        return Money(self.minor, self.currency)


class Suggested(models.Model):
    """What was suggested when a comment came in, and what the studio decided on it (Row E2).

    ``kind`` is empty where nothing could be said. ``evidence`` holds what spoke for and against it, as dictionaries;
    ``extras`` are the slugs of those that would have to be bought, ``minor`` their price in the order's currency.
    """

    of = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="suggestions")
    at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=[(each.value, each.label) for each in Keyword], blank=True)
    confidence = models.FloatField()
    evidence = models.JSONField(default=list)
    extras = models.JSONField(default=list)
    minor = models.PositiveBigIntegerField(null=True)
    decision = models.CharField(max_length=10, choices=[(each.value, each.label) for each in Decision], blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "suggestions"
        indexes = [models.Index(fields=["decided_at"], name="suggestions_by_decision")]

    def __str__(self) -> str:
        return f"{self.of}: {self.kind or 'nothing'}"
