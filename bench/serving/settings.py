"""The smallest Django that has a page with the ORM, a stream and an upload. SERVING_VIEWS picks their kind."""

import os
from pathlib import Path

DATA = Path(os.environ["SERVING_DATA"])
SECRET_KEY = "only for the trial"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bench.serving.addresses"
TRUSTED_PROXIES: list[str] = []
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "trial.sqlite3",
        "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL;", "timeout": 30},
    }
}
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
USE_TZ = True
