"""The trial's views: one page, a large stream, an endless one and an upload, each as both servers need it."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from bench.serving.settings import DATA

BLOCK = 256 * 1024
LIST = engines["django"].from_string(
    "<!doctype html><title>People</title><h1>{{ count }} people</h1><table>{% for person in people %}<tr><td>"
    "{{ person.username }}<td>{{ person.email }}<td>{{ person.date_joined|date:'j F Y' }}{% endfor %}</table>"
)


def page(request: HttpRequest) -> HttpResponse:
    people = User.objects.order_by("-pk")[:20]
    return HttpResponse(LIST.render({"people": people, "count": User.objects.count()}, request))


def large_blocks(mebibytes: int) -> Iterator[bytes]:
    with (DATA / "large").open("rb") as file:
        for _ in range(mebibytes * 1024 * 1024 // BLOCK):
            yield file.read(BLOCK)


async def large_blocks_async(mebibytes: int) -> AsyncIterator[bytes]:
    with (DATA / "large").open("rb") as file:
        for _ in range(mebibytes * 1024 * 1024 // BLOCK):
            yield await asyncio.to_thread(file.read, BLOCK)


def large(_request: HttpRequest, mebibytes: int) -> StreamingHttpResponse:
    return StreamingHttpResponse(large_blocks(mebibytes), content_type="application/zip")


async def large_async(_request: HttpRequest, mebibytes: int) -> StreamingHttpResponse:
    return StreamingHttpResponse(large_blocks_async(mebibytes), content_type="application/zip")


@csrf_exempt
def upload(request: HttpRequest, name: str) -> HttpResponse:
    with (DATA / name).open("wb", buffering=0) as file:
        while block := request.read(64 * 1024):
            file.write(block)
    return HttpResponse(status=204)


urlpatterns = [
    path("", page),
    path("large/<int:mebibytes>", large if os.environ.get("SERVING_VIEWS") == "sync" else large_async),
    path("uploads/<str:name>", upload),
]
