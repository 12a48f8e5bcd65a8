"""The clients: wrk for pages, own sockets for slow downloads, a fast one and an upload that is cut."""

import asyncio
import math
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from bench.crowd import crowd

SCRIPT = Path(__file__).with_name("percentile.lua")
MEBIBYTE = 1024 * 1024


class Load(NamedTuple):
    """Requests a second, 95th percentile in milliseconds (infinite if nothing was answered), failed requests."""

    rate: float
    p95: float
    failed: float


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


async def load(port: int, clients: int, seconds: int) -> Load:
    """Ask for the page with `clients` open connections. Raises SystemExit if wrk is not there."""
    if not shutil.which("wrk"):
        raise SystemExit("The trial needs wrk: apt-get install wrk")
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "10s", "-s", str(SCRIPT)]
    process = await asyncio.create_subprocess_exec(*command, f"http://127.0.0.1:{port}/", stdout=subprocess.PIPE)
    output = (await process.communicate())[0].decode()
    measured = Load(*map(float, output.partition("RESULT ")[2].split()))
    return measured if measured.rate else measured._replace(p95=math.inf)


async def download_slowly(port: int, seconds_apart: float = 0.1, block: int = 10_000) -> None:
    """Take a large stream at 100 kB/s with a small window, until cancelled."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=sock, limit=block)
    try:
        writer.write(get("/large/1024"))
        while await reader.read(block):
            await asyncio.sleep(seconds_apart)
    except ConnectionError:
        pass  # the server ended with its streams open, which is what the trial asks for
    finally:
        writer.close()


@asynccontextmanager
async def slow_clients(port: int, number: int) -> AsyncIterator[None]:
    async with crowd(lambda: download_slowly(port), number, settle=1):
        yield


def download_fast(port: int, mebibytes: int) -> float:
    """MB a second over one connection. Raises RuntimeError if bytes are missing."""
    buffer, received, began = bytearray(MEBIBYTE), 0, time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), timeout=60) as sock:
        sock.sendall(get(f"/large/{mebibytes}"))
        while count := sock.recv_into(buffer):
            received += count
    if received < mebibytes * MEBIBYTE:
        raise RuntimeError(f"{received} bytes came instead of {mebibytes} MiB.")
    return received / (time.perf_counter() - began) / 1e6


def cut_upload(port: int, file: Path) -> float:
    """Announce 40 MiB, send 20, hang up; answers how many MiB the server kept."""
    head = f"PATCH /uploads/{file.name} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {40 * MEBIBYTE}\r\n\r\n"
    file.unlink(missing_ok=True)
    with socket.create_connection(("127.0.0.1", port), timeout=60) as sock:
        sock.sendall(head.encode())
        for _ in range(20):
            sock.sendall(bytes(MEBIBYTE))
        time.sleep(0.5)
    time.sleep(0.5)
    return file.stat().st_size / MEBIBYTE if file.exists() else 0.0
