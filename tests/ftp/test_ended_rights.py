"""Whoever may no longer come in, or no longer see an order, is shut out at a connection that stays open."""

import asyncio
import ftplib
import time
from collections.abc import Callable, Iterator

import asyncssh
import pytest

from tests.ftp.conftest import Prepared, started
from tests.ftp.studio import PASSWORD, PATIENCE, Studio, bytes_of

ENDINGS = {"deactivate": "colleague", "change_password": "artist2", "revoke": "customer"}
"""What happens, to whom."""


@pytest.fixture(scope="module")
def losing(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A studio whose people lose something."""
    with started(prepared, tmp_path_factory.mktemp("ending")) as running:
        yield running


def _until_refused(ask: Callable[[], object], refusal: type[Exception]) -> str:
    """The sentence of the refusal, which comes within about a second."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            ask()
        except refusal as refused:
            return str(refused)
        time.sleep(0.1)
    raise AssertionError("Nothing was refused.")


def test_an_order_that_goes_to_another_artist_is_gone(losing: Studio) -> None:
    number = losing.orders["ending"]
    path = f"/{number}/originals/room-1.jpg"
    with losing.client("artist") as client:
        assert bytes_of(client, path)
        losing.ask("reassign", number, "")
        assert "550 No such file or folder" in _until_refused(lambda: bytes_of(client, path), ftplib.error_perm)
        with pytest.raises(ftplib.error_perm, match="550 No such file or folder"):
            client.nlst(f"/{number}/originals")


def test_a_session_ends_with_what_opened_it_and_no_other_session_does(losing: Studio) -> None:
    passwords = dict.fromkeys(ENDINGS, PASSWORD) | {"revoke": losing.ask("app_password", "customer@example.com")}
    sessions = {each: losing.client(part, passwords[each]) for each, part in ENDINGS.items()}
    with losing.client() as other:
        for happening, part in ENDINGS.items():
            assert sessions[happening].sendcmd("NOOP").startswith("200")
            losing.ask(happening, "", f"{part}@example.com")
        for session in sessions.values():
            said = _until_refused(lambda held=session: held.sendcmd("NOOP"), ftplib.error_temp)  # type: ignore[misc]
            assert said == "421 Your access was changed or taken back; sign in again."
            with pytest.raises((EOFError, OSError)):
                session.sendcmd("NOOP")
        assert losing.orders["delivered"] in other.nlst("/")


def test_over_sftp_too_and_an_open_file_is_read_no_further(losing: Studio) -> None:
    password = losing.ask("app_password", "customer@example.com")
    who = {"username": "customer@example.com", "password": password, "known_hosts": None, "client_keys": None}

    async def read_until_shut_out() -> Exception:
        async with asyncssh.connect("127.0.0.1", losing.sftp_port, **who) as connection:
            client = await connection.start_sftp_client()
            file = await client.open(f"/{losing.orders['large']}/originals/large.bin", "rb")
            assert await file.read(10, 0)
            await asyncio.to_thread(losing.ask, "revoke", "", "customer@example.com")
            until = time.monotonic() + PATIENCE
            try:
                while time.monotonic() < until:
                    await file.read(10, 0)
                    await asyncio.sleep(0.1)
            except asyncssh.SFTPError as refused:
                await connection.wait_closed()
                return refused
            raise AssertionError("The file could be read on and on.")

    assert "sign in again" in str(asyncio.run(read_until_shut_out()))
