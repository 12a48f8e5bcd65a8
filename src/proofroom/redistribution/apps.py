from django.apps import AppConfig


class RedistributionConfig(AppConfig):
    name = "proofroom.redistribution"
    label = "redistribution"
    default_auto_field = "django.db.models.BigAutoField"
