"""One process that serves SFTP on a listening socket."""

import asyncio
import signal
import socket
from pathlib import Path

import asyncssh

from proofroom.interfaces.sftp.door import FrontDoor, Lobby

# The first is the fastest by far on processors with AES instructions; nothing without authentication is offered.
CIPHERS = (
    "aes128-gcm@openssh.com",
    "aes256-gcm@openssh.com",
    "chacha20-poly1305@openssh.com",
    "aes256-ctr",
    "aes128-ctr",
)
SIGN_IN_WITHIN = 60
ALIVE_EVERY = 60
"""Seconds. A client that answers three such questions with silence is gone."""


def serve(listener: socket.socket, host_key: Path) -> None:
    """Answers until SIGTERM."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asyncio.run(_serve(listener, host_key))


async def _serve(listener: socket.socket, host_key: Path) -> None:
    lobby = Lobby()
    asked = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked.set)
    acceptor = await asyncssh.listen(
        sock=listener,
        server_factory=lambda: FrontDoor(lobby),
        server_host_keys=[str(host_key)],
        server_version="Proofroom",
        encryption_algs=CIPHERS,
        compression_algs=["none"],
        allow_scp=False,
        allow_pty=False,
        agent_forwarding=False,
        x11_forwarding=False,
        line_editor=False,
        login_timeout=SIGN_IN_WITHIN,
        keepalive_interval=ALIVE_EVERY,
    )
    await asked.wait()
    acceptor.close()
