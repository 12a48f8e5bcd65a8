"""What leaves on the control connection."""

from itertools import takewhile
from typing import Any

from pyftpdlib.handlers import TLS_FTPHandler
from pyftpdlib.log import logger


class Replies(TLS_FTPHandler):  # type: ignore[misc]  # pyftpdlib has no types
    """Commands that come in one packet are answered in one packet, in their order.

    Clients ask for size, time and a port at once, file after file; each packet costs as much as the work in it.
    """

    _gathering = False

    def handle_read(self) -> None:
        """Reads commands, works them off, answers."""
        self._gathering = True
        try:
            super().handle_read()
        finally:
            self._gathering = False
            self.answer()

    def initiate_send(self) -> None:
        if not self._gathering:
            super().initiate_send()

    def answer(self) -> None:
        """Sends what has gathered so far, at once; nothing behind a farewell."""
        fifo = self.producer_fifo
        if len(fifo) > 1:
            said = list(takewhile(lambda reply: reply is not None, fifo))
            ends = len(said) < len(fifo)
            fifo.clear()
            fifo.extend([b"".join(said), None] if ends else [b"".join(said)])
        if fifo:
            super().initiate_send()

    def secure_connection(self, ssl_context: Any) -> None:
        """What was said in the clear goes before the handshake."""
        self.answer()
        super().secure_connection(ssl_context)

    def respond(self, resp: str, logfun: Any = logger.debug) -> None:
        """Sends the reply; only warnings are logged."""
        self._last_response = resp
        self.push(resp + "\r\n")
        if logfun == logger.warning:
            logger.warning("%s: %s", self.remote_ip, resp)

    def log_cmd(self, *_: Any, **__: Any) -> None:
        """What people do with their orders is written down where it happens, not here."""

    log = logline = log_transfer = log_cmd

    def __repr__(self) -> str:
        return f"<FTP session of {self.remote_ip}>"

    __str__ = __repr__
