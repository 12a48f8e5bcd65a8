"""Who takes packages: curl as fast as it can, somebody who waits for the first byte, and fifty slow ones."""

import asyncio
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from bench.crowd import crowd

SLOW = 100_000
"""Bytes a second of a slow client."""


def take(address: str, headers: Mapping[str, str], target: str = "/dev/null") -> float:
    """Seconds until curl has the last byte."""
    told = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    begin = time.perf_counter()
    subprocess.run(["curl", "-sSf", *told, "-o", target, address], check=True)
    return time.perf_counter() - begin


def first_byte(address: str, headers: Mapping[str, str]) -> float:
    """Seconds from the last byte of the question to the first byte of a good answer; then the client is gone."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname or "", parts.port or 80)) as connection:
        connection.sendall(_question(address, headers))
        begin = time.perf_counter()
        answer = connection.recv(12)
        taken = time.perf_counter() - begin
    if not answer.endswith(b"200"):
        raise RuntimeError(f"{address} answered {answer!r}.")
    return taken


@asynccontextmanager
async def slow_clients(address: str, headers: Mapping[str, str], number: int) -> AsyncIterator[None]:
    """``number`` of them in the middle of their downloads."""
    async with crowd(lambda: _slowly(address, headers), number, settle=2):
        yield


async def _slowly(address: str, headers: Mapping[str, str]) -> None:
    parts = urlsplit(address)
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
        connection.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(connection, (parts.hostname, parts.port))
        await loop.sock_sendall(connection, _question(address, headers))
        while await loop.sock_recv(connection, SLOW // 5):
            await asyncio.sleep(0.2)


def _question(address: str, headers: Mapping[str, str]) -> bytes:
    parts = urlsplit(address)
    lines = [f"GET {parts.path}?{parts.query} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close"]
    return "\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers.items()), "", ""]).encode()
