"""nginx that takes files by PUT (ngx_http_dav_module), as it would on a real machine: two workers, no sums, no sync."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.ports import free_port

CONFIG = """
daemon off;
worker_processes 2;
user root;
pid {home}/pid;
error_log {home}/errors warn;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_max_body_size 0;
    client_body_temp_path {home}/arriving;
    server {{
        listen 127.0.0.1:{port};
        root {home}/kept;
        location / {{ dav_methods PUT; }}
    }}
}}
"""


def wait_until_open(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Until something takes connections there. Raises AssertionError when the process has ended."""
    while True:
        assert process.poll() is None, f"the server at port {port} has ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return


@contextmanager
def running(command: list[str], port: int, variables: Mapping[str, str]) -> Iterator[int]:
    """The port of a server while the block runs."""
    process = subprocess.Popen(command, env=dict(variables))
    try:
        wait_until_open(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


@contextmanager
def nginx(home: Path) -> Iterator[int]:
    """Its port while the block runs."""
    port = free_port()
    for folder in ("kept", "arriving"):
        (home / folder).mkdir(parents=True)
    (home / "nginx.conf").write_text(CONFIG.format(home=home, port=port))
    with running(["/usr/sbin/nginx", "-p", str(home), "-c", str(home / "nginx.conf")], port, os.environ):
        yield port
