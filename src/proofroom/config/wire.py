"""The HTTP protocol of uvicorn, with files sent by the kernel (ASGI extension ``http.response.zerocopysend``).

docs/adr/0004-sendfile.md has the figures. Works under every event loop, uvloop too, which has no ``sendfile``.
"""

import asyncio
import fcntl
import os
import struct
import termios
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from proofroom.config.dispatch import Application, Event, Receive, Scope, Send

ZERO_COPY, CONFIRMED = "http.response.zerocopysend", "proofroom.confirmed"
AT_ONCE = 4 * 1024 * 1024
"""Bytes after which the other connections get their turn, however fast this one takes them."""


class Wire(HttpToolsProtocol):
    """Offers zero copy to the application of each request; over TLS, which proxies do, it offers nothing."""

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        super()._start_asgi_task(cycle, app if self.scheme == "https" else _with_files(cycle, app))


def _with_files(cycle: RequestResponseCycle, app: Application) -> Any:
    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        sender = Sender(cycle, send)
        extensions = {**(scope.get("extensions") or {}), ZERO_COPY: {}, CONFIRMED: sender.confirmed}
        try:
            await app({**scope, "extensions": extensions}, receive, sender)
        finally:
            sender.close()

    return answered


class Sender:
    """``send`` of one answer. The socket is taken a second time for waiting: event loops lend nobody their own."""

    def __init__(self, cycle: RequestResponseCycle, send: Send) -> None:
        self._cycle = cycle
        self._send = send
        self._socket: int | None = None
        self._sent = 0  # bytes of the body in the hands of the kernel

    async def __call__(self, event: Event) -> None:
        """Any event of ASGI. Raises ConnectionError when a file is sent to a client that is gone."""
        if event["type"] == ZERO_COPY:
            await self._send_file(event["file"], event.get("offset", 0), event["count"])
            if event.get("more_body", False):
                return
            event = {"type": "http.response.body"}
        await self._send(event)
        if self._socket is not None and event.get("body"):
            await self._written()
            self._sent += len(event["body"])

    def confirmed(self) -> int:
        """Bytes of the body that the other side has confirmed to have received (what is sent less ``SIOCOUTQ``).

        They are counted from the first call on, which comes before the body.
        """
        waiting: int = struct.unpack("i", fcntl.ioctl(self._own_socket(), termios.TIOCOUTQ, bytes(4)))[0]
        return max(self._sent - waiting, 0)

    def close(self) -> None:
        """Gives the socket back."""
        if self._socket is not None:
            os.close(self._socket)
            self._socket = None

    async def _send_file(self, file: int, offset: int, count: int) -> None:
        if count > self._cycle.expected_content_length:
            raise RuntimeError("Response content longer than Content-Length")
        socket = self._own_socket()
        await self._written()
        self._cycle.expected_content_length -= count
        await Transfer(socket, file, offset, count, self._moved).done
        self._check_connected()

    def _moved(self, sent: int) -> None:
        self._sent += sent

    async def _written(self) -> None:
        """Until what was given to the event loop has left it, so that the file comes behind it."""
        transport = self._cycle.transport
        transport.set_write_buffer_limits(high=0)
        while transport.get_write_buffer_size():
            self._check_connected()
            await self._cycle.flow.drain()
            await asyncio.sleep(0)
        self._check_connected()

    def _check_connected(self) -> None:
        if self._cycle.disconnected:
            raise ConnectionAbortedError("The client is gone.")

    def _own_socket(self) -> int:
        if self._socket is None:
            if self._cycle.transport.is_closing():
                raise ConnectionAbortedError("The client is gone.")
            self._socket = os.dup(self._cycle.transport.get_extra_info("socket").fileno())
        return self._socket


class Transfer:
    """``count`` bytes of ``file`` from ``offset`` on, sent by the kernel whenever ``socket`` takes more.

    ``done`` is fulfilled by the last of them, or fails with ConnectionError or EOFError. All of it happens in the
    event loop's call for a writable socket: no task wakes up and no other turn is needed for each portion.
    """

    def __init__(self, socket: int, file: int, offset: int, count: int, moved: Callable[[int], None]) -> None:
        self._socket, self._file, self._offset, self._count, self._moved = socket, file, offset, count, moved
        loop = asyncio.get_running_loop()
        self.done: asyncio.Future[None] = loop.create_future()
        loop.add_writer(socket, self._send)
        self.done.add_done_callback(lambda _: loop.remove_writer(socket))

    def _send(self) -> None:
        if self.done.done():
            return
        try:
            sent = os.sendfile(self._socket, self._file, self._offset, min(self._count, AT_ONCE))
        except BlockingIOError:
            return
        except OSError as failed:
            self.done.set_exception(failed)
            return
        self._moved(sent)
        self._offset, self._count = self._offset + sent, self._count - sent
        if not self._count:
            self.done.set_result(None)
        elif not sent:
            self.done.set_exception(EOFError(f"A file ended {self._count} bytes early"))
