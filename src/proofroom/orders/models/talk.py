"""What people say, and what happened."""

from django.conf import settings
from django.db import models

from proofroom.orders.models.order import Order


class Message(models.Model):
    """Something said in an order's thread. ``internal`` is for the studio: never sent to customers.

    ``answer_by``: when the studio's answer to a customer is due; while it is set, the message stands on the desk.
    Written by ``orders.commands.talking`` alone.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.TextField(max_length=20_000)
    internal = models.BooleanField(default=False)
    at = models.DateTimeField()
    answer_by = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["answer_by"], condition=~models.Q(answer_by=None), name="messages_on_the_desk")]

    def __str__(self) -> str:
        return self.body[:60]


class Unread(models.Model):
    """A message that a person has not seen yet; the row goes when they open the thread.

    Rows for what is unread, rather than marks of how far was read: counting costs what is unread, not all messages.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="unread")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "message"], name="unread_once")]
        indexes = [models.Index(fields=["person", "order"], name="unread_of_person")]

    def __str__(self) -> str:
        return f"{self.person} has not read {self.message_id}"


class Activity(models.Model):
    """One line of an order's history: who did what when. Never changed, never deleted.

    ``action`` is a word of the table or of a deadline; ``data`` what the sentence needs. ``internal`` lines are
    for the studio.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="activity")
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=12)
    action = models.CharField(max_length=40)
    source = models.CharField(max_length=14)
    target = models.CharField(max_length=14)
    data = models.JSONField(default=dict)
    internal = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "activity"

    def __str__(self) -> str:
        return f"{self.order} {self.action}"
