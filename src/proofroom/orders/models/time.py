"""Promises of time: deadlines, extensions, requests to cancel."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from proofroom.orders.models.order import Order


class Deadline(models.Model):
    """Something that happens by itself at ``due_at`` unless it is cleared before. It fires once."""

    class Kind(models.TextChoices):
        DELIVERY = "delivery", "delivery is due"
        COMPLETION = "completion", "completed by itself"
        REMIND_24 = "remind_24", "24 hours before completion"
        REMIND_2 = "remind_2", "2 hours before completion"
        EXTENSION_ANSWER = "extension_answer", "the extension has to be answered"
        QUOTE_REMINDER = "quote_reminder", "the quote expires soon"
        QUOTE_EXPIRY = "quote_expiry", "the quote expires"

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(max_length=20, choices=Kind)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    fired_at = models.DateTimeField(null=True)
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["order", "kind"], condition=Q(fired_at=None, cleared_at=None), name="one_running_deadline"
            )
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(fired_at=None, cleared_at=None), name="deadlines_to_fire")
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.kind} {self.due_at:%Y-%m-%d %H:%M}"


class Extension(models.Model):
    """An artist's wish for more time, and the answer (Row C2)."""

    class State(models.TextChoices):
        ASKED = "asked"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        DROPPED = "dropped"

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="extensions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    old_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order"], condition=Q(state="asked"), name="one_open_extension")]

    def __str__(self) -> str:
        return f"{self.order} until {self.due_at:%Y-%m-%d %H:%M}"


class Cancellation(models.Model):
    """A customer's request to cancel, and the studio's answer (Row C6)."""

    class State(models.TextChoices):
        ASKED = "asked"
        GRANTED = "granted"
        REFUSED = "refused"
        DROPPED = "dropped"

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="cancellations")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order"], condition=Q(state="asked"), name="one_open_cancellation")
        ]
        indexes = [models.Index(fields=["asked_at"], condition=Q(state="asked"), name="cancellations_on_the_desk")]

    def __str__(self) -> str:
        return f"{self.order} cancellation {self.state}"
