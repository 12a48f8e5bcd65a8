"""Runs Django's WSGI handler under an ASGI server without letting a slow client hold one of its threads."""

from asyncio import to_thread
from collections.abc import Callable, Iterable
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast
from wsgiref.util import FileWrapper

from a2wsgi import WSGIMiddleware

from proofroom.config.dispatch import Application, Receive, Scope, Send

WSGIApplication = Callable[[dict[str, Any], Any], Iterable[bytes]]

THREADS = 10
FORM_IN_MEMORY = 1024 * 1024
FORM_LIMIT = 2 * 1024**3
"""Bytes of a form sent without the page's script; whoever has more uses the resumable uploads."""
FILE_BLOCK = 256 * 1024
"""Bytes. Ten such blocks wait for the client outside the thread, so a static file never holds one."""
TOO_LARGE = b"This form is larger than 2 GiB. Nothing was kept. Send fewer files at a time."


class Pages:
    """A WSGI application as an ASGI one: the thread is taken when the request body is there, not before."""

    def __init__(self, wsgi: WSGIApplication) -> None:
        self._threads = cast("Application", WSGIMiddleware(cast("Any", _with_body(wsgi)), workers=THREADS))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a client that leaves before its form is complete is forgotten."""
        with SpooledTemporaryFile(max_size=FORM_IN_MEMORY) as body:
            size = await _read_into(body, receive)
            if size is None:
                return
            if size > FORM_LIMIT:
                await _refuse(send)
                return
            await self._threads(_page_scope(scope, body, size), receive, send)


async def _read_into(body: IO[bytes], receive: Receive) -> int | None:
    """The bytes received, or None if the client left. Reading ends at the first byte beyond the limit."""
    size, more = 0, True
    while more and size <= FORM_LIMIT:
        event = await receive()
        if event["type"] != "http.request":
            return None
        part, more = event.get("body", b""), event.get("more_body", False)
        size += len(part)
        if size > FORM_IN_MEMORY:
            await to_thread(body.write, part)
        else:
            body.write(part)
    body.seek(0)
    return size


async def _refuse(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": TOO_LARGE, "more_body": False})


def _page_scope(scope: Scope, body: IO[bytes], size: int) -> Scope:
    # An underscore would let a client write `X_Forwarded_For` and be read as the proxy's own header.
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
    return {**scope, "headers": headers, "proofroom.body": body, "proofroom.size": size}


def _with_body(wsgi: WSGIApplication) -> WSGIApplication:
    def application(environ: dict[str, Any], start_response: object) -> Iterable[bytes]:
        scope = environ["asgi.scope"]
        environ["wsgi.input"] = scope["proofroom.body"]
        environ["CONTENT_LENGTH"] = str(scope["proofroom.size"])
        environ["wsgi.file_wrapper"] = _blocks
        return wsgi(environ, start_response)

    return application


def _blocks(file: IO[bytes], _asked: int) -> FileWrapper:
    """PEP 3333's file wrapper. Django asks for 4 KiB, which costs a change of threads for each."""
    return FileWrapper(file, FILE_BLOCK)
