"""Where an account's results may be sent, and what was sent there."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from proofroom.orders.models import Delivery, Item, Order, Version
from proofroom.people.models import Account


class Destination(models.Model):
    """A recipient outside the studio, named by the account.

    ``options`` are shown again, ``sealed`` are the secrets (``core.sealing``), which never are. One that is removed
    keeps its row, without secrets, so that it stays known what was sent there.
    """

    class Kind(models.TextChoices):
        EMAIL = "email", "E-mail with download links"
        FTP = "ftp", "FTP server"
        SFTP = "sftp", "SFTP server"
        S3 = "s3", "S3 bucket"
        WEBHOOK = "webhook", "Webhook of an agency system"

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="destinations")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=Kind)
    options = models.JSONField(default=dict)
    sealed = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "name"], condition=Q(removed_at=None), name="one_destination_of_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Redistribution(models.Model):
    """Somebody pressed **Redistribute**: what was delivered by ``delivery`` goes to one or more destinations."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="redistributions")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.order} to {self.pushes.count()} destinations"


class Push(models.Model):
    """One destination's part of a redistribution, carried by one task after the other.

    ``run`` numbers what was begun by hand: a task of an earlier run does nothing any more. ``tries`` counts failures in
    a row in which nothing moved; ``due_at`` is the next try, or when the present one began; ``trouble`` is a sentence
    for people.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENDING = "sending", "Sending"
        DONE = "done", "Sent"
        FAILED = "failed", "Not sent"

    redistribution = models.ForeignKey(Redistribution, on_delete=models.CASCADE, related_name="pushes")
    destination = models.ForeignKey(Destination, on_delete=models.PROTECT, related_name="pushes")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    run = models.PositiveIntegerField(default=1)
    tries = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "due_at"], name="pushes_by_due")]

    def __str__(self) -> str:
        return f"{self.redistribution.order} to {self.destination}"


class PushedFile(models.Model):
    """One file of a push: where it goes, how far it has come, and what the recipient holds once it is done.

    ``place`` is the path or address at the destination; ``resume`` is what the destination calls the unfinished part;
    ``sent`` counts bytes that have arrived. ``key`` is the same however often the file is tried.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENDING = "sending", "Sending"
        DONE = "done", "Sent"
        FAILED = "failed", "Not sent"

    push = models.ForeignKey(Push, on_delete=models.CASCADE, related_name="files")
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    place = models.CharField(max_length=1_500)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveIntegerField(default=0)
    sent = models.BigIntegerField(default=0)
    resume = models.CharField(max_length=1_100, blank=True)
    trouble = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["push", "item"], name="a_picture_once_in_a_push")]

    def __str__(self) -> str:
        return f"{self.name} to {self.push.destination}"


class Link(models.Model):
    """Opens the files of a push without sign-in, for one recipient, until it expires or is revoked.

    Its address is signed and not kept (``redistribution.links``).
    """

    push = models.ForeignKey(Push, on_delete=models.CASCADE, related_name="links")
    recipient = models.CharField(max_length=254)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["push", "recipient"], name="one_link_a_recipient")]

    def __str__(self) -> str:
        return f"for {self.recipient}"
