"""Artists put results; partial files stay invisible, broken uploads go on, and what is refused is said."""

import ftplib
import io
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.ftp.studio import PATIENCE, Studio, bytes_of, jpeg

PICTURE = jpeg(1)


def test_a_result_is_staged_for_its_original_and_listed(studio: Studio) -> None:
    number = studio.orders["working"]
    with studio.client("artist") as artist:
        assert artist.storbinary(f"STOR /{number}/results/room-1.jpg", io.BytesIO(PICTURE)) == "226 Transfer complete."
        assert artist.nlst(f"/{number}/results") == ["room-1.jpg"]
        assert bytes_of(artist, f"/{number}/results/room-1.jpg") == PICTURE
    assert studio.ask("results", number) == {"staged": ["room-1.jpg"], "loose": []}


def test_the_customer_sees_no_results_before_delivery(studio: Studio) -> None:
    with studio.client() as customer, pytest.raises(ftplib.error_perm, match="550 No such file"):
        customer.cwd(f"/{studio.orders['working']}/results")


@pytest.mark.parametrize("client", ["lftp", "curl ftp", "curl sftp", "openssh", "ncftp"])
def test_every_client_puts_a_folder_of_results(
    studio: Studio, plain_studio: Studio, tmp_path: Path, client: str
) -> None:
    used = plain_studio if client == "ncftp" else studio
    number, path = used.orders["many"], f"/{used.orders['many']}/results"
    files = [tmp_path / f"room-{which}.jpg" for which in (1, 2)]
    for which, file in enumerate(files):
        file.write_bytes(jpeg(hash(client) % 1000 + which))
    names = " ".join(map(str, files))
    if client == "lftp":
        used.lftp(f"mirror -R {tmp_path} {path}", "artist")
    elif client == "openssh":
        used.sftp("\n".join(f"put {file} {path}/" for file in files), "artist")
    elif client == "ncftp":
        who = ("-u", "artist@example.com", "-p", "proofroom-demo", "-P", str(used.ftp_port))
        used.run("ncftpput", *who, "127.0.0.1", path, *names.split())
    else:
        for file in files:
            used.curl(f"{client.split()[1]}:{path}/", "-T", str(file), part="artist")
    assert used.ask("results", number)["staged"] == ["room-1.jpg", "room-2.jpg"]
    with used.client("artist") as artist:
        assert [bytes_of(artist, f"{path}/{file.name}") for file in files] == [file.read_bytes() for file in files]


def test_a_result_without_an_original_lies_loose_until_it_is_taken_back(studio: Studio) -> None:
    number = studio.orders["working"]
    with studio.client("artist") as artist:
        artist.storbinary(f"STOR /{number}/results/notes.txt", io.BytesIO(b"Mind the lamp."))
        assert studio.ask("results", number)["loose"] == ["notes.txt"]
        artist.storbinary(f"STOR /{number}/results/notes.txt", io.BytesIO(b"Mind the lamp!"))
        assert studio.ask("results", number)["loose"] == ["notes.txt"]
        artist.delete(f"/{number}/results/notes.txt")
    assert studio.ask("results", number)["loose"] == []


def test_a_temporary_name_is_kept_only_when_it_gets_its_own(studio: Studio) -> None:
    number = studio.orders["working"]
    with studio.client("artist") as artist:
        artist.storbinary(f"STOR /{number}/results/room-2.jpg.filepart", io.BytesIO(PICTURE))
        assert "room-2.jpg.filepart" not in artist.nlst(f"/{number}/results")
        artist.rename(f"/{number}/results/room-2.jpg.filepart", f"/{number}/results/room-2.jpg")
    assert "room-2.jpg" in studio.ask("results", number)["staged"]


def test_a_result_can_be_renamed_to_fit_its_original(studio: Studio) -> None:
    number = studio.orders["working"]
    with studio.client("artist") as artist:
        artist.storbinary(f"STOR /{number}/results/unknown.jpg", io.BytesIO(jpeg(7)))
        artist.rename(f"/{number}/results/unknown.jpg", f"/{number}/results/room-3.jpg")
    assert "room-3.jpg" in studio.ask("results", number)["staged"]
    assert studio.ask("results", number)["loose"] == []


@pytest.mark.parametrize("way", ["APPE", "REST"])
def test_an_upload_that_broke_off_is_invisible_and_goes_on(studio: Studio, way: str) -> None:
    path = f"/{studio.orders['working']}/results/big-{way}.bin"
    whole = PICTURE * 3_000
    _break_off(studio, path, whole[:1_000_000])
    with studio.client("artist") as artist:
        assert path.rsplit("/", 1)[1] not in artist.nlst(path.rsplit("/", 1)[0])
        artist.voidcmd("TYPE I")
        arrived = artist.size(path)
        assert arrived == 1_000_000
        rest = None if way == "APPE" else arrived
        artist.storbinary(f"{'APPE' if way == 'APPE' else 'STOR'} {path}", io.BytesIO(whole[arrived:]), rest=rest)
        assert bytes_of(artist, path) == whole
        artist.delete(path)


def test_lftp_goes_on_with_an_upload(studio: Studio, tmp_path: Path) -> None:
    path = f"/{studio.orders['working']}/results/big-lftp.bin"
    local = tmp_path / "big-lftp.bin"
    local.write_bytes(PICTURE * 3_000)
    _break_off(studio, path, local.read_bytes()[:777_777])
    studio.lftp(f"put -c {local} -o {path}", "artist")
    with studio.client("artist") as artist:
        assert bytes_of(artist, path) == local.read_bytes()
        artist.delete(path)


def test_openssh_goes_on_with_an_upload(studio: Studio, tmp_path: Path) -> None:
    path = f"/{studio.orders['working']}/results/big-sftp.bin"
    local = tmp_path / "big-sftp.bin"
    local.write_bytes(PICTURE * 3_000)
    _break_off(studio, path, local.read_bytes()[:777_777])
    studio.sftp(f"reput {local} {path}", "artist")
    with studio.client("artist") as artist:
        assert bytes_of(artist, path) == local.read_bytes()
        artist.delete(path)


def test_somebody_elses_partial_file_is_not_even_told(studio: Studio) -> None:
    path = f"/{studio.orders['working']}/results/secret.bin"
    _break_off(studio, path, b"x" * 1_000)
    with studio.client("supervisor") as other:
        other.voidcmd("TYPE I")
        with pytest.raises(ftplib.error_perm, match="550"):
            other.size(path)


def test_what_is_refused_is_said_and_leaves_nothing(studio: Studio) -> None:
    number = studio.orders["working"]
    with studio.client("artist") as artist:
        with pytest.raises(ftplib.error_perm, match=r"550 page\.jpg is a web page, not a picture"):
            artist.storbinary(f"STOR /{number}/results/page.jpg", io.BytesIO(b"<!DOCTYPE html><html>"))
        with pytest.raises(ftplib.error_perm, match=r"550 empty\.jpg is empty"):
            artist.storbinary(f"STOR /{number}/results/empty.jpg", io.BytesIO())
        artist.voidcmd("TYPE I")
        with pytest.raises(ftplib.error_perm, match="550"):
            artist.size(f"/{number}/results/page.jpg")


def test_an_order_that_is_not_in_production_takes_no_results(studio: Studio) -> None:
    with studio.client("artist") as artist, pytest.raises(ftplib.error_perm, match=r"550 PR-.* takes no results now"):
        artist.storbinary(f"STOR /{studio.orders['delivered']}/results/room-1.jpg", io.BytesIO(PICTURE))


def test_another_artist_sees_nothing_of_the_job(studio: Studio) -> None:
    with studio.client("artist2") as other:
        assert studio.orders["working"] not in other.nlst("/")
        with pytest.raises(ftplib.error_perm, match="550"):
            other.storbinary(f"STOR /{studio.orders['working']}/results/room-1.jpg", io.BytesIO(PICTURE))


def test_a_client_killed_in_mid_file_over_sftp_leaves_no_result(studio: Studio, tmp_path: Path) -> None:
    local = tmp_path / "killed.bin"
    local.write_bytes(b"k" * 60_000_000)
    path = f"/{studio.orders['working']}/results/killed.bin"
    sending = subprocess.Popen(studio.sftp_command(f"put {local} {path}", "artist"), start_new_session=True)
    with studio.client("artist") as artist:
        _wait_until(artist, path, lambda size: size > 0)
        # Its ssh child lives on for a moment and ends the session in good order, as after a crash of sftp alone.
        [program] = [each for each in psutil.Process(sending.pid).children(recursive=True) if each.name() == "sftp"]
        program.kill()
        sending.wait(PATIENCE)
        arrived = artist.size(path)
        assert arrived is not None
        assert 0 < arrived < local.stat().st_size
        assert "killed.bin" not in artist.nlst(path.rsplit("/", 1)[0])


def _break_off(studio: Studio, path: str, sent: bytes) -> None:
    """Sends a part of a file, waits until it has arrived, and is gone like a program that is killed."""
    artist = studio.client("artist")
    artist.voidcmd("TYPE I")
    connection = artist.transfercmd(f"STOR {path}")
    connection.sendall(sent)
    with studio.client("artist") as again:
        _wait_until(again, path, lambda size: size == len(sent))
    assert artist.sock is not None
    _reset(artist.sock)
    _reset(connection)


def _wait_until(client: ftplib.FTP, path: str, is_there: Callable[[int], bool]) -> None:
    client.voidcmd("TYPE I")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(ftplib.error_perm):
            if is_there(client.size(path) or 0):
                return
        time.sleep(0.05)
    raise AssertionError("What was sent has not arrived.")


def _reset(connection: socket.socket) -> None:
    # A killed program says no goodbye of TLS; the kernel ends its connections.
    connection.shutdown(socket.SHUT_RDWR)
    connection.close()
