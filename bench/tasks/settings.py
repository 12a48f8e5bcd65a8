"""A Django project of its own that holds every candidate that is installed."""

import os
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

_address = urlsplit(os.environ["TRIAL_DATABASE"])
POSTGRES = _address.scheme == "postgres"
SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": _address.path,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    },
}
SERVER: dict[str, Any] = {
    "ENGINE": "django.db.backends.postgresql",
    "NAME": _address.path.strip("/"),
    "HOST": _address.hostname,
    "PORT": _address.port,
    "USER": _address.username,
    "CONN_HEALTH_CHECKS": True,
}
DATABASES = {"default": (SERVER if POSTGRES else SQLITE) | {"CONN_MAX_AGE": 60}}
SECRET_KEY = "for the trial only"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django_tasks", "django_tasks_db", "bench.tasks"]
if find_spec("django_q"):
    INSTALLED_APPS += ["django_q"]
if find_spec("procrastinate") and POSTGRES:
    INSTALLED_APPS += ["procrastinate.contrib.django"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
Q_CLUSTER = {
    "name": "trial", "orm": "default", "workers": 2, "poll": 0.1, "timeout": 10, "retry": 12,
    "max_attempts": 5, "ack_failures": True, "save_limit": 250, "queue_limit": 4, "log_level": "CRITICAL",
}  # fmt: skip
PROCRASTINATE_IMPORT_PATHS = ["bench.tasks.engines"]
LOGGING_CONFIG = None
