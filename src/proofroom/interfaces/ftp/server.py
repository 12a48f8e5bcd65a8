"""One process that serves FTP and FTPS on a listening socket."""

import signal
import socket
import sys
from typing import Any

from OpenSSL import SSL
from pyftpdlib.servers import ThreadedFTPServer

from proofroom.interfaces.ftp.authorizer import Desk
from proofroom.interfaces.ftp.options import Options
from proofroom.interfaces.ftp.session import Session


class Server(ThreadedFTPServer):  # type: ignore[misc]  # pyftpdlib has no types
    """A thread for each client, so that a slow disk or a slow password check holds up nobody else.

    When all places, or all of one address, are taken, whoever has waited longest without signing in makes room: a
    thousand idle connections shut nobody out.
    """

    max_cons = 400
    max_cons_per_ip = 100

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.strangers: dict[Session, None] = {}

    def handle_accepted(self, sock: socket.socket, addr: tuple[str, int]) -> Session | None:
        self._make_room(addr[0])
        session: Session | None = super().handle_accepted(sock, addr)
        return session

    def _make_room(self, address: str) -> None:
        crowded = self.ip_map.count(address) >= self.max_cons_per_ip
        if not crowded and len(self.ip_map) < self.max_cons:
            return
        for session in list(self.strangers):
            if not crowded or session.remote_ip == address:
                session.give_up_place()
                return

    def _map_len(self) -> int:
        return len(self.ip_map)


def serve(listener: socket.socket, options: Options) -> None:
    """Answers until SIGTERM; then each session ends within about a second, uploads being stored first."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A class, because the library reads its settings from the class of its sessions.
    session = type(
        "ConfiguredSession",
        (Session,),
        {
            "authorizer": Desk(),
            "ssl_context": _context(options),
            "tls_control_required": not options.plain,
            "tls_data_required": not options.plain,
            "masquerade_address": options.address,
            "passive_ports": options.passive_ports,
        },
    )
    Server(listener, session).serve_forever(timeout=1.0)


def _context(options: Options) -> SSL.Context:
    context = SSL.Context(SSL.TLS_SERVER_METHOD)
    # Not 1.3: its session tickets reach a client that only sends, which never reads them; when it closes, its kernel
    # answers what is unread with a reset, and that throws away the end of the upload here. OpenSSL could leave the
    # tickets out (SSL_CTX_set_num_tickets), but pyOpenSSL has no way to say so.
    context.set_min_proto_version(SSL.TLS1_2_VERSION)
    context.set_max_proto_version(SSL.TLS1_2_VERSION)
    context.set_cipher_list(b"ECDHE+AESGCM:ECDHE+CHACHA20")
    context.set_options(SSL.OP_NO_COMPRESSION | SSL.OP_NO_RENEGOTIATION | SSL.OP_NO_TICKET)
    context.use_certificate_chain_file(str(options.certificate))
    context.use_privatekey_file(str(options.key))
    context.check_privatekey()
    return context
