"""What customers say about the artist after completion. Row C5."""

from django.conf import settings
from django.db import models

from proofroom.orders.models.order import Order


class Review(models.Model):
    """Stars and words of one order's customer; the artist may reply once."""

    order = models.OneToOneField(Order, on_delete=models.CASCADE, related_name="review")
    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stars = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(stars__range=(1, 5)), name="one_to_five_stars")]

    def __str__(self) -> str:
        return f"{self.stars} of 5 for {self.order}"
