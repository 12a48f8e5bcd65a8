"""The control connection of one client."""

import socket
import unicodedata
from contextlib import suppress
from typing import Any

from pyftpdlib.handlers import TLS_FTPHandler

from proofroom.interfaces.ftp.database import give_back
from proofroom.interfaces.ftp.filesystem import TreeFilesystem
from proofroom.interfaces.ftp.passive import Waiting
from proofroom.interfaces.ftp.replies import Replies
from proofroom.interfaces.ftp.transfer import Transfer
from proofroom.interfaces.tree.visit import SignInEnded, Visit

BEFORE_SIGN_IN, IDLE = 60, 600
"""Seconds a client may say nothing."""
WITHHELD = ("SITE", "SITE HELP", "SITE CHMOD", "MFMT", "STOU")
FACTS = ["type", "perm", "size", "modify"]
TELNET = b"\xff\xf4\xf2"  # Synch and Interrupt Process, which clients send before ABOR (RFC 959 §4.1.3)


class Session(Replies):
    """What the library leaves open, decided. Settings of the operator are set on a subclass by ``server``."""

    visit: Visit
    remote_ip: str
    _idler: Any
    banner = "Proofroom. Sign in with the e-mail and password of the web."
    abstracted_fs = TreeFilesystem
    dtp_handler = Transfer
    passive_dtp = Waiting
    proto_cmds = {name: told for name, told in TLS_FTPHandler.proto_cmds.items() if name not in WITHHELD}
    permit_foreign_addresses = False
    timeout = BEFORE_SIGN_IN
    max_login_attempts = 3
    auth_failed_timeout = 2
    encoding = "utf-8"
    # A picture is never translated: ASCII mode sends the bytes as they are, as most servers do today.
    _current_type = property(lambda _: "i", lambda _self, _value: None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Without "unique", which would have to be told apart across all orders, and without the machine's owners.
        self._current_facts = FACTS[:]
        self._available_facts = FACTS[:]

    def decode(self, line: bytes) -> str:
        return line.lstrip(TELNET).decode(errors="surrogateescape")

    def pre_process_command(self, line: str, cmd: str, arg: str) -> None:
        """A lone CR or LF in a name would otherwise come back in the middle of a reply."""
        if not arg.isprintable() and any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in arg):
            self.respond("501 A name is UTF-8 and holds no control characters.")
            return
        super().pre_process_command(line, cmd, arg)

    def process_command(self, cmd: str, *args: Any, **kwargs: Any) -> None:
        """Each session has its thread: its database connection is given back after every command."""
        try:
            if self.authenticated:
                self.visit.check()
            super().process_command(cmd, *args, **kwargs)
        except SignInEnded as ended:
            self.respond(f"421 {ended.message}")
            self.close_when_done()
        finally:
            give_back()

    def on_connect(self) -> None:
        self.server.strangers[self] = None

    def close(self) -> None:
        self.server.strangers.pop(self, None)
        super().close()

    def give_up_place(self) -> None:
        """Somebody else comes in instead. Said by the thread that accepts; the session's own sees the end."""
        if self.server.strangers.pop(self, self) is None:
            self.server.ip_map.remove(self.remote_ip)
            self.remote_ip = ""  # its place is counted no more; the library would count it once again
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)

    def on_login(self, username: str) -> None:  # noqa: ARG002 - the library's signature
        self.server.strangers.pop(self, None)
        self.timeout = IDLE
        if self._idler is not None and not self._idler.cancelled:
            self._idler.cancel()
        self._idler = self.ioloop.call_later(IDLE, self.handle_timeout, _errback=self.handle_error)

    def ftp_AUTH(self, line: str) -> None:  # noqa: N802 - the library's name
        """What was sent in the clear behind the command is not taken for a part of the secured session."""
        self.ac_in_buffer = b""
        super().ftp_AUTH(line)
