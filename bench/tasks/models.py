"""What the trial's tasks write."""

from typing import ClassVar

from django.db import models


class Effect(models.Model):
    """One row per task: how often it began, and its effect with and without a mark in the same transaction."""

    begun = models.IntegerField(default=0)
    began_at = models.FloatField(null=True)
    plain = models.IntegerField(default=0)
    marked = models.IntegerField(default=0)
    done = models.BooleanField(default=False)
    # Declared, because the type checker knows only the product's applications.
    objects: ClassVar[models.Manager["Effect"]] = models.Manager()

    class Meta:
        app_label = "tasks"

    def __str__(self) -> str:
        return f"{self.pk}: begun {self.begun}, plain {self.plain}, marked {self.marked}"
