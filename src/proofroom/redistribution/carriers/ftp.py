"""FTP and FTPS (RFC 959, RFC 4217); an unfinished file goes on by REST (RFC 3659 §5)."""

import ftplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from typing import Self

from proofroom.redistribution.carriers.parcel import BLOCK, Parcel, Tell, Trouble
from proofroom.redistribution.kinds import Ftp

BROKEN = "The file did not arrive whole. It begins anew."


class FtpCarrier:
    """One control connection. Files are renamed into place when they are whole."""

    def __init__(self, settings: Ftp, patience: float) -> None:
        self._settings = settings
        self._ftp = _client(settings)
        self._ftp.encoding = "utf-8"
        self._patience = patience

    def __enter__(self) -> Self:
        try:
            self._sign_in()
        except ftplib.error_perm as wrong:
            self._ftp.close()
            raise Trouble(_refused(wrong), lasting=True) from None
        except (ftplib.Error, EOFError) as wrong:
            self._ftp.close()
            raise Trouble(f"The server broke off: {_code(wrong)}.") from None
        except BaseException:
            self._ftp.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        # Not QUIT: after a transfer that was broken off its answer may never come.
        self._ftp.close()

    def check(self) -> str:
        """Signs in and makes the folder."""
        self._make(self._settings.folder)
        return "Signing in works, and the folder is there."

    def carry(self, parcel: Parcel, tell: Tell) -> None:
        """Sends what is missing of the unfinished file, compares its size, and renames it."""
        try:
            self._make(parcel.folder)
            offset = self._arrived(parcel)
            tell(offset, "")
            if offset < parcel.size or not parcel.size:
                self._send(parcel, offset, tell)
            self._finish(parcel)
        except ftplib.error_perm as wrong:
            raise Trouble(f"The server refused {parcel.name}: {_code(wrong)}.", of_file=True) from None
        except (ftplib.Error, EOFError) as wrong:
            raise Trouble(f"The server broke off: {_code(wrong)}.") from None

    def _sign_in(self) -> None:
        said = self._settings
        self._ftp.connect(said.host, said.port, timeout=self._patience)
        self._ftp.login(said.user, said.password.get_secret_value())
        if isinstance(self._ftp, ftplib.FTP_TLS):
            self._ftp.prot_p()
        self._ftp.voidcmd("TYPE I")

    def _arrived(self, parcel: Parcel) -> int:
        try:
            found = self._ftp.size(parcel.partial) or 0
        except ftplib.error_perm:
            return 0
        return found if found <= parcel.size else 0

    def _send(self, parcel: Parcel, offset: int, tell: Tell) -> None:
        source = _Source(parcel.blocks(offset), offset, tell)
        self._ftp.storbinary(f"STOR {parcel.partial}", source, BLOCK, source.count, rest=offset or None)
        if source.stopped:
            raise source.stopped

    def _finish(self, parcel: Parcel) -> None:
        if self._ftp.size(parcel.partial) != parcel.size:
            self._ftp.delete(parcel.partial)
            raise Trouble(BROKEN)
        with suppress(ftplib.error_perm):  # most servers put one file in another's place, some want it gone before
            self._ftp.delete(parcel.place)
        self._ftp.rename(parcel.partial, parcel.place)

    def _make(self, folder: str) -> None:
        path = "/" if folder.startswith("/") else ""
        for step in filter(None, folder.split("/")):
            path += step
            with suppress(ftplib.error_perm):  # it is there already
                self._ftp.mkd(path)
            path += "/"


def _client(settings: Ftp) -> ftplib.FTP:
    if settings.tls:
        return _FtpTls(context=ssl.create_default_context())
    return ftplib.FTP()  # noqa: S321 - the customer's choice, told what it means


class _FtpTls(ftplib.FTP_TLS):
    """Data connections go on with the control connection's TLS session: many servers refuse others (522)."""

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int | None]:
        plain, size = ftplib.FTP.ntransfercmd(self, cmd, rest)  # noqa: S321 - TLS begins below
        session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
        return self.context.wrap_socket(plain, server_hostname=self.host, session=session), size


class _Source:
    """Blocks as the file that ``storbinary`` reads. Whoever stops it ends the transfer in order, so that the server has
    written down all that arrived before somebody goes on there."""

    def __init__(self, blocks: Iterator[bytes], arrived: int, tell: Tell) -> None:
        self._blocks = blocks
        self._arrived = arrived
        self._tell = tell
        self.stopped: Exception | None = None

    def read(self, _size: int = 0, /) -> bytes:
        return b"" if self.stopped else next(self._blocks, b"")

    def count(self, block: bytes) -> None:
        """Another block has left."""
        self._arrived += len(block)
        try:
            self._tell(self._arrived, "")
        except Exception as stopped:  # noqa: BLE001 - raised again once the server has answered
            self.stopped = stopped


def _refused(wrong: ftplib.Error) -> str:
    if str(wrong).startswith("530"):
        return "The server did not accept the user name and the password."
    return f"The server did not let us in: {_code(wrong)}."


def _code(wrong: Exception) -> str:
    """Only the number: the words are the server's own, and may repeat what was sent."""
    return f"answer {str(wrong)[:3]}" if str(wrong)[:3].isdigit() else "no answer"
