"""Waiting until a server greets."""

import socket
import subprocess
import time

from tests.ftp.studio import PATIENCE


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Returns when the process says its first word at ``port``; fails when it ends instead."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, "The process ended instead of serving."
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
                if connection.recv(3):
                    return
        except ConnectionError:
            time.sleep(0.1)
    raise AssertionError(f"Nobody answers at port {port}.")
