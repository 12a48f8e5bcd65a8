"""The data connection: as few steps as possible between the disk and the network, and no file that is cut short."""

import errno
import os
import select
import socket
import sys

from OpenSSL import SSL
from pyftpdlib.handlers import TLS_DTPHandler
from pyftpdlib.log import logger
from pyftpdlib.utils import is_ssl_sock

from proofroom.core.errors import Refused
from proofroom.interfaces.ftp.arrival import Arrival, refusal_reply

RECORD = 16 * 1024
"""Bytes of a TLS record (RFC 8446 §5.1); OpenSSL returns after each, whatever it is given."""
READ = 256 * 1024
SMALL = 256 * 1024
"""Bytes that go without delay, so that the reply before them and the reply after them are one packet."""
STALLED = 120
"""Seconds without a byte, either way."""
FAREWELL = 20
"""Milliseconds in which both connections of a program that was ended are seen to end."""


class Transfer(TLS_DTPHandler):  # type: ignore[misc]  # pyftpdlib has no types
    """Sends whole files in a loop of its own: each session has its thread, so nobody waits for another."""

    transfer_finished: bool
    timeout = STALLED
    ac_in_buffer_size = READ
    ac_out_buffer_size = 4 * 1024 * 1024

    def push_with_producer(self, producer: object) -> None:
        """The library's own way would go round its event loop once per record, copying what is left each time."""
        if self.file_obj is None or not is_ssl_sock(self.socket):
            super().push_with_producer(producer)
            return
        self._initialized = True
        self._block = memoryview(b"")
        self._wanted_io_events = self.ioloop.WRITE
        self.modify_ioloop_events(self.ioloop.WRITE)
        self.initiate_send = self._send_records  # type: ignore[method-assign]  # as the library does for sendfile

    def initiate_send(self) -> None:
        """Nothing goes before the handshake is done, not even the end of an empty listing."""
        if not self._ssl_accepting:
            super().initiate_send()

    def send(self, data: bytes) -> int:
        """An empty listing is no bytes, which OpenSSL would take for the end of the connection."""
        return int(super().send(data)) if data else 0

    def initiate_sendfile(self) -> None:
        """Hands the file to the kernel until the socket is full. A small one is through before its 150 is sent."""
        left = os.fstat(self._filefd).st_size - self._offset
        if left > SMALL:
            self.cmd_channel.answer()
        while left > 0 and not self._closed:
            before = self._offset
            super().initiate_sendfile()
            if self._offset == before:
                return
            left -= self._offset - before
        if not self._closed:
            self.discard_buffers()
            self.handle_close()

    def _send_records(self) -> None:
        while not self._closed:
            if not self._block:
                self._block = memoryview(self.file_obj.read(READ))
            if not self._block:
                self.discard_buffers()
                self.handle_close()
                return
            sent = self.send(bytes(self._block[:RECORD]))
            if not sent:
                return
            self._block = self._block[sent:]

    def close(self) -> None:
        """The file is kept before its arrival is confirmed, and a refusal is said in its sentence."""
        if isinstance(self.file_obj, Arrival) and not self.file_obj.closed:
            try:
                self._settle(self.file_obj)
            finally:
                self.file_obj.close()
        super().close()

    def _settle(self, arrival: Arrival) -> None:
        # The end of a file is not told in its stream: whoever hung up altogether has sent only a part.
        broken = _is_reset(sys.exc_info()[1])
        if self.transfer_finished and (broken or not self._client_stays()):
            self.transfer_finished = False
            self._resp = ("426 The transfer broke off; what arrived is kept for you to go on from.", logger.debug)
        elif self.transfer_finished and (refusal := arrival.finish()):
            self._resp = (refusal, logger.info)

    def handle_error(self) -> None:
        """A file that grew too large, or a full disk, is said in its sentence."""
        wrong = sys.exc_info()[1]
        if isinstance(wrong, Refused) and not self._closed:
            self._resp = (refusal_reply(wrong), logger.warning)
            self.transfer_finished = False
            self.close()
        else:
            super().handle_error()

    def __repr__(self) -> str:
        return f"<Transfer of {self.cmd_channel!r}>"

    __str__ = __repr__

    def _client_stays(self) -> bool:
        control = self.cmd_channel.socket
        poll = select.poll()
        poll.register(control.fileno(), select.POLLRDHUP)
        if poll.poll(FAREWELL):
            return False
        if is_ssl_sock(control):
            return True
        try:
            return b"ABOR" not in control.recv(64, socket.MSG_PEEK)
        except BlockingIOError:
            return True


def _is_reset(wrong: BaseException | None) -> bool:
    """A reset may have thrown away bytes that were on their way."""
    return isinstance(wrong, ConnectionError) or (
        isinstance(wrong, SSL.SysCallError) and wrong.args[0] in {errno.ECONNRESET, errno.EPIPE}
    )
