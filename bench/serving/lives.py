"""Starts and ends servers: how long each takes to be gone, and how much memory it holds meanwhile."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from bench.serving.candidates import Candidate, start
from bench.serving.clients import slow_clients
from tests.ports import free_port

PATIENCE = 15


def answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as sock:
            sock.sendall(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
            return sock.recv(12).endswith(b"200")
    except OSError:
        return False


def seconds_to_end(process: subprocess.Popen[bytes], sig: signal.Signals) -> float:
    """Send the signal to the parent only, as a service manager does; PATIENCE means it was never gone."""
    began = time.perf_counter()
    process.send_signal(sig)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(PATIENCE)
    taken = time.perf_counter() - began
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return taken


@asynccontextmanager
async def running(candidate: Candidate, data: Path, workers: int) -> AsyncIterator[tuple[int, subprocess.Popen[bytes]]]:
    port = free_port()
    process = start(candidate, data, port, workers)
    try:
        while not await asyncio.to_thread(answers, port):
            if process.poll() is not None:
                raise RuntimeError(f"{candidate.name} ended by itself; see {data / 'errors.txt'}.")
            await asyncio.sleep(0.1)
        yield port, process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def resident(process: subprocess.Popen[bytes]) -> float:
    """MiB of the process and its children."""
    parent = psutil.Process(process.pid)
    return sum(one.memory_info().rss for one in [parent, *parent.children(recursive=True)]) / 1024**2


async def end_while_streaming(candidate: Candidate, data: Path, sig: signal.Signals) -> float:
    async with running(candidate, data, 1) as (port, process), slow_clients(port, 5):
        return await asyncio.to_thread(seconds_to_end, process, sig)


async def end_while_starting(candidate: Candidate, data: Path) -> float:
    """The longest of five tries, each a little later in the start."""
    times = []
    for delay in (0.1, 0.3, 0.5, 0.7, 0.9):
        process = start(candidate, data, free_port(), 1)
        await asyncio.sleep(delay)
        times.append(await asyncio.to_thread(seconds_to_end, process, signal.SIGTERM))
    return max(times)
