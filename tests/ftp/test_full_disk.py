"""A disk that takes no more: the upload is refused with a sentence, and what is stored stays as it is.

The limit of a file's size that the kernel sets for the server's processes makes a real write fail in mid-file.
"""

import asyncio
import ftplib
import io
import random
from collections.abc import Iterator

import asyncssh
import pytest

from tests.ftp.conftest import Prepared, started
from tests.ftp.studio import PASSWORD, Studio, bytes_of, jpeg

ROOM = 8_000_000
NO_ROOM = "There is no room for more files at the moment."


@pytest.fixture(scope="module")
def crammed(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A studio whose processes cannot write a file above ROOM bytes."""
    limited = ("prlimit", f"--fsize={ROOM}", "--")
    with started(prepared, tmp_path_factory.mktemp("crammed"), limited) as running:
        yield running


@pytest.mark.parametrize("door", ["ftp", "sftp"])
def test_the_upload_is_refused_with_a_sentence_and_nothing_stored_is_harmed(crammed: Studio, door: str) -> None:
    folder = f"/{crammed.orders['working']}/results"
    large = random.Random(door).randbytes(ROOM + 2_000_000)
    with crammed.client("artist") as artist:
        artist.storbinary(f"STOR {folder}/room-1.jpg", io.BytesIO(jpeg(1)))
        if door == "ftp":
            with pytest.raises(ftplib.error_temp, match=f"452 {NO_ROOM}"):
                _store_until_refused(artist, f"STOR {folder}/large.bin", large)
        else:
            with pytest.raises(asyncssh.SFTPFailure, match=NO_ROOM):
                asyncio.run(_send_by_sftp(crammed, f"{folder}/large.bin", large))
        assert artist.nlst(folder) == ["room-1.jpg"]
        assert bytes_of(artist, f"{folder}/room-1.jpg") == jpeg(1)
        artist.storbinary(f"STOR {folder}/room-2.jpg", io.BytesIO(jpeg(2)))
        assert bytes_of(artist, f"{folder}/room-2.jpg") == jpeg(2)
        artist.delete(f"{folder}/room-2.jpg")


def _store_until_refused(client: ftplib.FTP, command: str, sent: bytes) -> None:
    try:
        client.storbinary(command, io.BytesIO(sent))
    except OSError:  # the data connection was closed while more was sent; the reason stands in the reply
        client.voidresp()


async def _send_by_sftp(studio: Studio, path: str, sent: bytes) -> None:
    # OpenSSH's own program says "Failure" whatever the server says.
    who = {"username": "artist@example.com", "password": PASSWORD, "known_hosts": None, "client_keys": None}
    async with (
        asyncssh.connect("127.0.0.1", studio.sftp_port, **who) as connection,
        connection.start_sftp_client() as client,
        client.open(path, "wb") as file,
    ):
        await file.write(sent)
