"""Real servers on loopback that destinations lead to: FTP, SFTP and one that takes webhooks."""

import asyncio
import base64
import hashlib
import hmac
import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import asyncssh
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler
from pyftpdlib.servers import ThreadedFTPServer

logging.getLogger("pyftpdlib").setLevel(logging.ERROR)
USER, PASSWORD = "agency", "a password of theirs"


@contextmanager
def ftp_server(root: Path, certificate: tuple[Path, Path] | None = None) -> Iterator[int]:
    """Its port; ``root`` is what the agency sees. With a certificate and its key it speaks TLS, and nothing else."""
    users = DummyAuthorizer()
    users.add_user(USER, PASSWORD, str(root), perm="elradfmwMT")
    made = {"authorizer": users, "auth_failed_timeout": 0}
    if certificate:
        chain, key = map(str, certificate)
        made |= {"certfile": chain, "keyfile": key, "tls_control_required": True, "tls_data_required": True}
    handler: Any = type("Handler", (TLS_FTPHandler if certificate else FTPHandler,), made)
    server = ThreadedFTPServer(("127.0.0.1", 0), handler)
    serving = threading.Thread(target=lambda: server.serve_forever(timeout=0.05), daemon=True)
    serving.start()
    try:
        yield int(server.address[1])
    finally:
        server.close_all()
        serving.join(5)


class _Agency(asyncssh.SSHServer):
    def begin_auth(self, username: str) -> bool:
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == (USER, PASSWORD)


@contextmanager
def sftp_server(root: Path, port: int = 0) -> Iterator[int]:
    """Its port, with a host key of its own each time."""
    loop, running = asyncio.new_event_loop(), threading.Event()
    ports: list[int] = []
    servers: list[asyncssh.SSHAcceptor] = []

    async def start() -> None:
        key = asyncssh.generate_private_key("ssh-ed25519")

        def place(channel: asyncssh.SSHServerChannel[bytes]) -> asyncssh.SFTPServer:
            return asyncssh.SFTPServer(channel, chroot=str(root).encode())

        server = await asyncssh.listen(
            "127.0.0.1", port, server_factory=_Agency, server_host_keys=[key], sftp_factory=place
        )
        servers.append(server)
        ports.append(server.get_port())
        running.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.create_task(start())
        loop.run_forever()

    serving = threading.Thread(target=run, daemon=True)
    serving.start()
    assert running.wait(20)
    try:
        yield ports[0]
    finally:
        loop.call_soon_threadsafe(servers[0].close)
        loop.call_soon_threadsafe(loop.stop)
        serving.join(5)


@dataclass
class Agency:
    """What a system that takes webhooks was told; it answers ``status``."""

    port: int = 0
    status: int = 200
    told: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """What stood in the requests."""
        return [json.loads(body) for _, body in self.told]

    def trusts(self, secret: str) -> bool:
        """Every request is signed with ``secret``; checked as the standard says, without our code."""
        key = base64.b64decode(secret.removeprefix("whsec_"))
        for headers, body in self.told:
            said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
            made = base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()
            if headers["webhook-signature"] != f"v1,{made}":
                return False
        return bool(self.told)


@contextmanager
def agency_system() -> Iterator[Agency]:
    """An HTTP server that writes down what it is told."""
    agency = Agency()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            agency.told.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(agency.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    agency.port = server.server_address[1]
    serving = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.05), daemon=True)
    serving.start()
    try:
        yield agency
    finally:
        server.shutdown()
        serving.join(5)
