"""Reads the environment. A wrong value stops the start with one line naming the variable and what it takes."""

import os
import secrets
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

LAST_PORT = 65_535


class WrongSetting(SystemExit):
    """Ends the start: names the variable and what it takes."""

    def __init__(self, name: str, takes: str) -> None:
        super().__init__(f"{name} is not usable: it takes {takes}.")


def data_folder() -> Path:
    """Where everything lives when nothing else is said."""
    folder = Path(os.environ.get("PROOFROOM_DATA", "var/data")).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise WrongSetting("PROOFROOM_DATA", "a folder that can be written to") from None
    return folder


def secret_key(folder: Path) -> str:
    """The given key, or one made once and kept in the data folder, readable by its owner only."""
    if given := os.environ.get("PROOFROOM_SECRET_KEY"):
        return given
    kept = folder / "secret-key"
    if not kept.exists():
        try:
            with os.fdopen(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass  # another process of the same start was first
    return kept.read_text()


def database(folder: Path) -> dict[str, Any]:
    """Django's settings of the one database; SQLite in the data folder unless a PostgreSQL is named."""
    url = os.environ.get("PROOFROOM_DATABASE_URL", "")
    if not url or url.startswith("sqlite:///"):
        return _sqlite(Path(url.removeprefix("sqlite:///")) if url else folder / "proofroom.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise WrongSetting("PROOFROOM_DATABASE_URL", "postgresql://user:password@host:port/name or sqlite:///file")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }


def _sqlite(file: Path) -> dict[str, Any]:
    # IMMEDIATE takes the write lock at the start of a transaction: a reader that becomes a writer in the middle
    # would be thrown out by SQLite at once, whatever the timeout.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        },
    }


def mail(folder: Path) -> dict[str, Any]:
    """Where mail goes: files in the data folder unless an SMTP server is named."""
    url = os.environ.get("PROOFROOM_EMAIL_URL", (folder / "mail").as_uri())
    parts = urlsplit(url)
    if parts.scheme == "file":
        return {"EMAIL_BACKEND": "proofroom.workflow.mail.folder.FolderBackend", "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme not in {"smtp", "smtps", "smtp+tls"} or not parts.hostname:
        raise WrongSetting(
            "PROOFROOM_EMAIL_URL", "smtp://user:password@host:port, smtps://…, smtp+tls://… or file:///folder"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }


def site_url() -> str:
    """The address people type, without a slash at the end; mails link to it."""
    url = os.environ.get("PROOFROOM_SITE_URL", "http://127.0.0.1:8000").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise WrongSetting("PROOFROOM_SITE_URL", "an address such as https://studio.example")
    return url


def port(name: str, otherwise: int) -> int:
    """The port that people reach from outside; the pages tell it to them."""
    given = os.environ.get(name, str(otherwise))
    if not given.isdecimal() or not 0 < int(given) <= LAST_PORT:
        raise WrongSetting(name, f"a port number from 1 to {LAST_PORT}")
    return int(given)


def networks(name: str) -> list[str]:
    """Addresses and networks with commas between; none unless named."""
    names = [each.strip() for each in os.environ.get(name, "").split(",") if each.strip()]
    try:
        return [str(ip_network(each)) for each in names]
    except ValueError:
        raise WrongSetting(name, "addresses or networks such as 10.0.0.0/8,127.0.0.1") from None


def storage_url(folder: Path) -> str:
    """Where stored files go: a folder below the data folder unless another or an S3 bucket is named."""
    url = os.environ.get("PROOFROOM_STORAGE_URL", (folder / "files").as_uri())
    if urlsplit(url).scheme not in {"file", "s3"}:
        raise WrongSetting("PROOFROOM_STORAGE_URL", "file:///folder or s3://bucket/prefix?endpoint_url=…")
    return url
