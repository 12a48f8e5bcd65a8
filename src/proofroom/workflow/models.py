"""What the workflow has to remember: notices sent, answers given before, folders dropped by FTP."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from proofroom.orders.models import Order


class Notice(models.Model):
    """Something a person is told by mail, once. Written with what it tells of, sent by a worker afterwards."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="notices")
    event = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.event} for {self.person}"


class Once(models.Model):
    """The answer to a write that carried a key, so that the same write sent again gets the same answer.

    ``fingerprint`` is of the request: the same key with other content is refused. ``status`` is None while the
    first request is still at work.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return self.key


class InboxFolder(models.Model):
    """A folder that a customer made by FTP (Row E5). With its first file it becomes a draft order.

    It is there while it is empty or its order is a draft; after that the same name is free for another.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    order = models.OneToOneField(Order, on_delete=models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], condition=Q(order=None), name="one_empty_folder_a_name")
        ]

    def __str__(self) -> str:
        return self.name
