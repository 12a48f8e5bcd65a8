"""A small Django that stands in for the product: settings, addresses and views the serving tests need, nothing else."""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path

DATA = Path(os.environ["STANDIN_DATA"])
SECRET_KEY = "only for tests"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.serving.standin"
DATA_UPLOAD_MAX_MEMORY_SIZE = None
TRUSTED_PROXIES = [name for name in os.environ.get("STANDIN_PROXIES", "").split(",") if name]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "standin.sqlite3"}}


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{len(request.body)} bytes")


def stuck(request: HttpRequest) -> HttpResponse:
    (DATA / "stuck").touch()
    time.sleep(3600)
    return HttpResponse("never")


def visitor(request: HttpRequest) -> HttpResponse:
    named = request.META.get("HTTP_X_FORWARDED_FOR", "nobody")
    return HttpResponse(f"{request.META['REMOTE_ADDR']} by {request.scheme}, forwarded for {named}")


def file(request: HttpRequest) -> FileResponse:
    return FileResponse((DATA / "file").open("rb"))


def database_handles(request: HttpRequest) -> HttpResponse:
    links = (os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink())
    return HttpResponse(str(sum("standin.sqlite3" in link for link in links)))


def ask_database() -> None:
    connection.ensure_connection()


async def ticks() -> AsyncIterator[bytes]:
    while True:
        yield b"tick\n"
        await asyncio.sleep(0.05)


async def stream(request: HttpRequest) -> StreamingHttpResponse:
    await sync_to_async(ask_database)()
    return StreamingHttpResponse(ticks(), content_type="text/event-stream")


urlpatterns = [
    path("", page),
    path("form", form),
    path("stuck", stuck),
    path("visitor", visitor),
    path("file", file),
    path("database-handles", database_handles),
    path("stream", stream),
]
