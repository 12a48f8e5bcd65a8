"""Sends each request to the kind of server that suits it; docs/adr/0001-serving.md shows why there are three."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from asgiref.sync import iscoroutinefunction, sync_to_async
from django.db import connections
from django.urls import Resolver404, resolve

Scope = dict[str, Any]
Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[Event], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

UPLOADS = "/uploads/"


class Dispatcher:
    """One ASGI application made of three.

    Uploads go to a plain ASGI application, because Django stores a whole request body before it calls a view. Views
    written as `async def` go to Django's ASGI handler, where an open stream blocks nobody. Everything else goes
    to Django's WSGI handler in a bounded pool of threads, the fastest way to run the ORM.
    """

    def __init__(self, pages: Application, streams: Application, uploads: Application) -> None:
        self._pages = pages
        self._streams = streams
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. Raises ValueError for anything but HTTP, as Django's handler does."""
        if scope["type"] != "http":
            raise ValueError(f"Proofroom serves HTTP only, not {scope['type']}.")
        path = scope["path"].removeprefix(scope["root_path"])
        if path.startswith(UPLOADS):
            await self._uploads(scope, receive, send)
        elif _is_async(path):
            await self._streams(scope, receive, _without_database(send))
        else:
            await self._pages(scope, receive, send)


def _is_async(path: str) -> bool:
    try:
        return iscoroutinefunction(resolve(path).func)
    except Resolver404:
        return False  # Django's WSGI handler has the page that says so, and the static files


def _without_database(send: Send) -> Send:
    """Close the view's database connections before its answer starts: a stream may stay open for hours."""

    async def released(event: Event) -> None:
        if event["type"] == "http.response.start":
            await sync_to_async(connections.close_all)()
        await send(event)

    return released
