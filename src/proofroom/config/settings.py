"""Django's settings. Everything an operator may change comes from the environment; see docs/operators/settings.md."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from proofroom.config import environment, receiving

PACKAGE = Path(__file__).resolve().parent.parent
DATA = environment.data_folder()
SECRET_KEY = environment.secret_key(DATA)
SITE_URL = environment.site_url()
FTP_PORT, SFTP_PORT = environment.port("PROOFROOM_FTP_PORT", 2121), environment.port("PROOFROOM_SFTP_PORT", 2222)
SECURE_SITE = SITE_URL.startswith("https://")
DEBUG = False
DEMO = os.environ.get("PROOFROOM_DEMO") == "1"  # the sign-in page then names the people to try
# The demo holds no secret, and is tried from other machines under whatever name they know this one by.
ALLOWED_HOSTS = ["*"] if DEMO else [urlsplit(SITE_URL).hostname or "", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "proofroom.interfaces.html",  # before allauth, so that our pages stand in front of its own
    "allauth",
    "allauth.account",
    "django_tasks",
    "django_tasks_db",
    "proofroom.people",
    "proofroom.catalogue",
    "proofroom.files",
    "proofroom.orders",
    "proofroom.review",
    "proofroom.redistribution",
    "proofroom.returns",
    "proofroom.payments",
    "proofroom.workflow",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "proofroom.interfaces.html.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "proofroom.interfaces.html.refusals.RefusalPages",
]

ROOT_URLCONF = "proofroom.config.urls"
WSGI_APPLICATION = "proofroom.config.wsgi.application"
ASGI_APPLICATION = "proofroom.config.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "proofroom.interfaces.html.frame.frame",
            ],
            "builtins": ["proofroom.interfaces.html.templatetags.display"],
        },
    }
]

DATABASES = {"default": environment.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "/accounts/login/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = str
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "proofroom.interfaces.html.sign_in.SignIn"

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "interfaces" / "html" / "static"
WHITENOISE_USE_FINDERS = True
# Vite puts a hash into each built name, so those may be kept for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/built/assets/"

# ADR 0002: tasks are rows of the one database, in the caller's transaction.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

STORAGE_URL = environment.storage_url(DATA)
LARGEST_FILE = receiving.size("PROOFROOM_LARGEST_FILE", "20 GB")
ACCOUNT_ROOM = receiving.size("PROOFROOM_ACCOUNT_ROOM", "")
FILE_KINDS = receiving.file_kinds()
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

EMAIL_FILE_PATH = ""  # the folder of mails, where no server is named
vars().update(environment.mail(DATA))
DEFAULT_FROM_EMAIL = f"Proofroom <desk@{urlsplit(SITE_URL).hostname}>"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SITE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_SITE else 0
# The server translates a trusted proxy's headers; SECURE_PROXY_SSL_HEADER would believe everybody's.
TRUSTED_PROXIES = environment.networks("PROOFROOM_TRUSTED_PROXIES")
PRIVATE_DESTINATIONS = environment.networks("PROOFROOM_PRIVATE_DESTINATIONS")
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refusal is an answer, not a fault of the program: Django would log each as a warning.
    "loggers": {"proofroom": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}
