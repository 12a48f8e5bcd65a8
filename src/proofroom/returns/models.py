"""A return with its thread, its attachments and its quotes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from proofroom.core.money import Money
from proofroom.files.models import StoredFile
from proofroom.orders.models import Item, Order, Version
from proofroom.returns.lifecycle import Decision, Keyword, Outcome, ReturnState


class Return(models.Model):
    """What a customer asked to be changed, or wanted to say.

    ``keyword`` is what the customer called it, ``decision`` what the studio decided. ``owner`` is whoever of the
    studio has taken it. ``outcome`` says what became of it, once it is closed.

    ``asked_at`` is since when the customer waits for a word on what came in last, ``seen_at`` when the studio read it,
    ``answer_by`` when its answer is due: while this is set, the return stands on the desk. ``read_at`` is the first
    reading of all. ``state`` and these are written by ``returns.commands.move`` alone.
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
    outcome = models.CharField(max_length=14, choices=[(each.value, each.label) for each in Outcome], blank=True)
    asked_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="") | (~Q(closed_at=None) & ~Q(outcome="")),
                name="none_ends_without_an_outcome",
            ),
            models.UniqueConstraint(
                fields=["order"], condition=Q(closed_at=None) & ~Q(keyword="feedback"), name="one_open_work_return"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "opened_at"], name="returns_by_state"),
            models.Index(fields=["answer_by"], condition=~Q(answer_by=None), name="returns_on_the_desk"),
        ]

    def __str__(self) -> str:
        return self.number


class RejectedItem(models.Model):
    """A picture named in a return: the version that was rejected and what is wrong with it, once a round.

    ``part`` says which part of a split return it is; empty, the decision on the return counts for it.
    """

    class Part(models.TextChoices):
        CORRECTION = "correction"
        AMENDMENT = "amendment"
        LEFT = "left", "left as it was, because its quote was not approved"

    of = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="rejected")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="rejections")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    adjusted = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, related_name="+")
    comment = models.TextField(blank=True, max_length=5_000)
    part = models.CharField(max_length=10, choices=Part, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "item", "version"], name="a_version_once_in_a_return")]

    def __str__(self) -> str:
        return f"{self.item} in {self.of}"


class ReturnEntry(models.Model):
    """One line of a return's history, and of its thread.

    ``waited``: how long the customer had waited for a word, where this line was the studio's first one to what came in.
    """

    of = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.CharField(max_length=12)
    text = models.TextField(blank=True)
    waited = models.DurationField(null=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "return entries"
        indexes = [models.Index(fields=["at", "waited"], condition=~Q(waited=None), name="replies_by_time")]

    def __str__(self) -> str:
        return f"{self.of} {self.action}"


class Attachment(models.Model):
    """A file that goes with a line of a return's thread (Row B6).

    Put aside first, while somebody writes: until ``entry`` is set, nobody but ``by`` sees it.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="attachments")
    entry = models.ForeignKey(ReturnEntry, on_delete=models.CASCADE, null=True, related_name="attachments")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="attachments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.file.name


class Quote(models.Model):
    """What an amendment would cost. Nothing is charged before it is approved (Row B8).

    A quote that the customer disputes, or whose order ends, is withdrawn: nobody answered it. ``listed`` is what the
    price list says, in minor units, None where it has no price; ``reason`` why the quote is another one.
    """

    class State(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="quotes")
    minor = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3)
    listed = models.PositiveBigIntegerField(null=True)
    reason = models.CharField(max_length=500, blank=True)
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

    @property
    def listed_price(self) -> Money | None:
        return None if self.listed is None else Money(self.listed, self.currency)


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
