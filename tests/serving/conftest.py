"""A real server in a process of its own, and plain sockets to talk to it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from tests.ports import free_port
from tests.serving.running import Running

ROOT = Path(__file__).resolve().parents[2]
Start = Callable[..., Running]


def _launch(data: Path, workers: int, proxies: str) -> Running:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.serving.start", str(port), str(workers)],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.serving.standin",
            "STANDIN_DATA": str(data),
            "STANDIN_PROXIES": proxies,
        },
        stderr=(data / "errors").open("wb"),
        start_new_session=True,
    )
    return Running(process, port, data)


@contextmanager
def _started(data: Path, workers: int = 1, proxies: str = "") -> Iterator[Running]:
    server = _launch(data, workers, proxies)
    try:
        server.wait_for_first_page()
        yield server
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a server for this test alone and waits for its first page; what is left of it is killed afterwards."""
    with ExitStack() as running:
        yield lambda **how: running.enter_context(_started(tmp_path, **how))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One process, no proxy in front, shared by the tests that leave it running."""
    with _started(tmp_path_factory.mktemp("serving")) as running:
        yield running


@pytest.fixture
def browser(server: Running) -> Iterator[httpx.Client]:
    """A client that gives up after a minute without an answer."""
    with httpx.Client(base_url=server.address, timeout=60) as client:
        yield client
