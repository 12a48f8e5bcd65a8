from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "proofroom.workflow"
    label = "workflow"
    default_auto_field = "django.db.models.BigAutoField"
