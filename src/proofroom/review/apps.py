from datetime import datetime
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save


class ReviewConfig(AppConfig):
    name = "proofroom.review"
    label = "review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whatever door a result came through, it is compared with the version before it."""
        post_save.connect(_compare, sender="orders.Version", dispatch_uid="review.rework")


def _compare(instance: Any, **_: Any) -> None:
    from proofroom.review.rework.checking import order_check  # needs the models

    at: datetime = instance.at
    order_check(instance, at)
