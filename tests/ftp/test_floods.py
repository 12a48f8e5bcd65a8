"""Connections that do nothing, and clients that are slow: nobody else waits for them."""

import ftplib
import random
import resource
import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.ftp.stage import LARGE
from tests.ftp.studio import PATIENCE, Studio, bytes_of

IDLE = 1_000
"""Half at each door, all of one address: five times what one address may have."""


@pytest.fixture
def flood(studio: Studio) -> Iterator[None]:
    """Connections that never say a word; this process may open as many."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(2 * IDLE, before[1]), before[1]))
    with ExitStack() as idle:
        for number in range(IDLE):
            port = (studio.ftp_port, studio.sftp_port)[number % 2]
            idle.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE))
        yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.fixture
def signed_in(studio: Studio) -> Iterator[ftplib.FTP_TLS]:
    """Somebody who came before the flood."""
    with studio.client() as client:
        yield client


def test_silent_connections_keep_nobody_from_signing_in_and_send_nobody_away(
    studio: Studio, signed_in: ftplib.FTP_TLS, flood: None
) -> None:
    folder = f"/{studio.orders['delivered']}/delivered"
    for door in ("ftp", "sftp"):
        assert "room-1.jpg" in studio.curl(f"{door}:{folder}/").stdout
    assert signed_in.nlst(folder) == ["room-1.jpg", "room-2.jpg"]


def test_clients_that_do_not_read_hold_up_nobody_else(studio: Studio) -> None:
    path = f"/{studio.orders['large']}/originals/large.bin"
    whole = random.Random("large.bin0").randbytes(LARGE)
    slow = [_begin(studio, path) for _ in range(10)]
    with studio.client() as other:
        assert bytes_of(other, path) == whole
    # Nobody was told that the file is through: all ten still stand in its middle.
    assert not select.select([client.sock for client, _ in slow if client.sock], [], [], 0)[0]
    client, connection = slow[0]
    assert b"".join(iter(lambda: connection.recv(65_536), b"")) == whole
    connection.close()
    assert client.voidresp() == "226 Transfer complete."
    for client, connection in slow:
        connection.close()
        client.close()


def _begin(studio: Studio, path: str) -> tuple[ftplib.FTP_TLS, socket.socket]:
    client = studio.client()
    client.voidcmd("TYPE I")
    return client, client.transfercmd(f"RETR {path}")


def test_commands_sent_in_one_packet_are_answered_in_their_order(plain_studio: Studio) -> None:
    with plain_studio.plain() as client:
        client.login("customer@example.com", "proofroom-demo")
        path = f"/{plain_studio.orders['large']}/originals/large.bin"
        assert client.sock is not None
        client.sock.sendall(f"TYPE I\r\nSIZE {path}\r\nSIZE /nowhere\r\nNOOP\r\nQUIT\r\n".encode())
        assert client.getresp().startswith("200 Type set")
        assert client.getresp() == f"213 {LARGE}"
        with pytest.raises(ftplib.error_perm, match=r"^550"):
            client.getresp()
        assert client.getresp().startswith("200")
        assert client.getresp() == "221 Goodbye."


def test_what_is_sent_behind_a_farewell_is_not_answered(plain_studio: Studio) -> None:
    with plain_studio.plain() as client:
        client.login("customer@example.com", "proofroom-demo")
        assert client.sock is not None
        client.sock.sendall(b"QUIT\r\nNOOP\r\n")
        assert client.getresp() == "221 Goodbye."
        with pytest.raises(EOFError):
            client.getresp()
