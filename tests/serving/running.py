"""A server under test."""

import socket
import subprocess
import time
from pathlib import Path
from typing import NamedTuple


class Running(NamedTuple):
    """Its process, its port, and the folder it writes to."""

    process: subprocess.Popen[bytes]
    port: int
    data: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def connect(self, window: int = 65_536) -> socket.socket:
        """A connection that takes `window` bytes at most before the server has to wait."""
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        connection.settimeout(60)
        connection.connect(("127.0.0.1", self.port))
        return connection

    def ask(self, path: str, window: int = 65_536) -> socket.socket:
        """Send a request and read the beginning of its answer; the rest is left with the server."""
        connection = self.connect(window)
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        if not connection.recv(12).endswith(b"200"):
            raise AssertionError(f"{path} was not answered with 200.")
        return connection

    def send(self, head: str, body: bytes) -> socket.socket:
        """Send a request head and a part of its body, and keep the connection."""
        connection = self.connect()
        connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n" + body)
        return connection

    def wait_for_first_page(self) -> None:
        while True:
            try:
                self.ask("/").close()
            except ConnectionRefusedError:
                if self.process.poll() is not None:
                    raise AssertionError((self.data / "errors").read_text()) from None
                time.sleep(0.1)
            else:
                return
