"""The server ends when it is told to, whatever is open."""

import signal
import socket
import time

import pytest

from proofroom.config.server import listen
from tests.serving.conftest import Start

PATIENCE = 60
"""Seconds; far more than the server may take, far less than what keeps it busy."""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("workers", [1, 2])
def test_an_open_stream_does_not_keep_it(start: Start, workers: int, sent: signal.Signals) -> None:
    server = start(workers=workers)
    with server.ask("/stream"), server.ask("/stream"):
        server.process.send_signal(sent)
        assert server.process.wait(PATIENCE) == 0


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_nothing_open_ends_it_at_once(start: Start, sent: signal.Signals) -> None:
    server = start()
    server.process.send_signal(sent)
    assert server.process.wait(PATIENCE) == 0
    assert (server.data / "errors").read_text() == ""


def test_a_page_that_hangs_is_named_and_cut(start: Start) -> None:
    server = start()
    server.connect().sendall(b"GET /stuck HTTP/1.1\r\nHost: localhost\r\n\r\n")
    while not (server.data / "stuck").exists():
        time.sleep(0.05)
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(PATIENCE)
    assert "in stuck" in (server.data / "errors").read_text()


def test_a_taken_port_is_said_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} of 127.0.0.1 cannot be used: Address already in use"):
            listen("127.0.0.1", port)
