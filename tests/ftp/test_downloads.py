"""Customers fetch their files with the clients they have."""

import ftplib
import hashlib
import io
import random
from pathlib import Path

import pytest

from tests.ftp.stage import LARGE
from tests.ftp.studio import Studio, bytes_of

LARGE_BYTES = random.Random("large.bin0").randbytes(LARGE)
LARGE_SUM = hashlib.sha256(LARGE_BYTES).hexdigest()


def sum_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_root_lists_the_orders_and_the_inbox(studio: Studio) -> None:
    with studio.client() as client:
        assert client.nlst() == [*sorted(studio.orders.values()), "inbox"]


def test_an_order_holds_its_folders(studio: Studio) -> None:
    with studio.client() as client:
        assert client.nlst(studio.orders["delivered"]) == ["delivered", "deliveries", "originals", "rejected"]


def test_mlsd_tells_kind_size_time_and_rights(studio: Studio) -> None:
    with studio.client() as client:
        [(name, facts)] = client.mlsd(f"/{studio.orders['large']}/originals")
        assert (name, facts) == (
            "large.bin",
            {"type": "file", "size": str(LARGE), "modify": "20260302090000", "perm": "r"},
        )


def test_mdtm_and_size_tell_what_was_kept(studio: Studio) -> None:
    with studio.client() as client:
        path = f"{studio.orders['large']}/originals/large.bin"
        client.voidcmd("TYPE I")
        assert client.size(path) == LARGE
        assert client.sendcmd(f"MDTM {path}") == "213 20260302090000"


def test_two_files_of_one_name_are_told_apart_as_in_the_zip(studio: Studio) -> None:
    with studio.client() as client:
        assert client.nlst(f"{studio.orders['twins']}/originals") == ["room (2).jpg", "room.jpg"]


def test_names_beyond_ascii_arrive_whole(studio: Studio) -> None:
    with studio.client() as client:
        name = "Küche ☀️ 100 %.jpg"
        assert client.nlst(f"{studio.orders['odd']}/originals") == [name]
        received = io.BytesIO()
        client.retrbinary(f"RETR {studio.orders['odd']}/originals/{name}", received.write)
        assert received.getvalue() == random.Random(f"{name}0").randbytes(1_000)


def test_each_round_stands_as_it_was_delivered_and_adjusted_pictures_apart(studio: Studio) -> None:
    with studio.client() as client:
        number = studio.orders["returned"]
        assert client.nlst(f"{number}/deliveries") == ["1", "2"]
        assert client.nlst(f"{number}/deliveries/1") == ["room-1.jpg", "room-2.jpg"]
        assert client.nlst(f"{number}/deliveries/2") == ["room-1.jpg"]
        assert client.nlst(f"{number}/rejected") == ["room-1.jpg"]
        newest, first, second, adjusted = (
            bytes_of(client, f"{number}/{folder}/room-1.jpg")
            for folder in ("delivered", "deliveries/1", "deliveries/2", "rejected")
        )
        assert newest == second == adjusted != first


def test_lftp_mirrors_an_order(studio: Studio, tmp_path: Path) -> None:
    studio.lftp(f"mirror {studio.orders['large']}/originals {tmp_path}/got")
    assert sum_of(tmp_path / "got" / "large.bin") == LARGE_SUM


def test_lftp_fetches_one_file_in_four_pieces_at_once(studio: Studio, tmp_path: Path) -> None:
    studio.lftp(f"pget -n 4 {studio.orders['large']}/originals/large.bin -o {tmp_path}/got")
    assert sum_of(tmp_path / "got") == LARGE_SUM


@pytest.mark.parametrize("scheme", ["ftp", "sftp"])
def test_curl_goes_on_where_a_download_broke(studio: Studio, tmp_path: Path, scheme: str) -> None:
    got = tmp_path / "got"
    got.write_bytes(LARGE_BYTES[:1_234_567])
    studio.curl(f"{scheme}:/{studio.orders['large']}/originals/large.bin", "-C", "-", "-o", str(got))
    assert sum_of(got) == LARGE_SUM


def test_ncftp_fetches_a_folder_and_goes_on(plain_studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "large.bin").write_bytes(LARGE_BYTES[:1_000_000])
    who = ("-u", "customer@example.com", "-p", "proofroom-demo", "-P", str(plain_studio.ftp_port))
    path = f"/{plain_studio.orders['large']}/originals/large.bin"
    plain_studio.run("ncftpget", "-z", *who, "127.0.0.1", str(tmp_path), path)
    assert sum_of(tmp_path / "large.bin") == LARGE_SUM


def test_openssh_fetches_and_goes_on(studio: Studio, tmp_path: Path) -> None:
    got = tmp_path / "large.bin"
    path = f"/{studio.orders['large']}/originals/large.bin"
    studio.sftp(f"get {path} {got}")
    assert sum_of(got) == LARGE_SUM
    got.write_bytes(LARGE_BYTES[:2_000_000])
    studio.sftp(f"reget {path} {got}")
    assert sum_of(got) == LARGE_SUM


def test_openssh_fetches_a_folder(studio: Studio, tmp_path: Path) -> None:
    studio.sftp(f"get -r /{studio.orders['delivered']} {tmp_path}/got")
    assert sorted(path.name for path in (tmp_path / "got" / "delivered").iterdir()) == ["room-1.jpg", "room-2.jpg"]


@pytest.mark.parametrize("kind", ["ftp", "sftp"])
def test_rclone_copies_and_finds_both_sides_equal(studio: Studio, tmp_path: Path, kind: str) -> None:
    port = studio.sftp_port if kind == "sftp" else studio.ftp_port
    hidden = studio.run("rclone", "obscure", "proofroom-demo").stdout.strip()
    secured = ",explicit_tls=true,no_check_certificate=true" if kind == "ftp" else ",disable_hashcheck=true"
    remote = f":{kind},host=127.0.0.1,port={port},user='customer@example.com',pass='{hidden}'{secured}:"
    path = f"{remote}/{studio.orders['large']}/originals"
    studio.run("rclone", "--config", "/dev/null", "copy", path, str(tmp_path / "got"))
    assert sum_of(tmp_path / "got" / "large.bin") == LARGE_SUM
    studio.run("rclone", "--config", "/dev/null", "check", "--download", path, str(tmp_path / "got"))


def test_a_rest_behind_the_end_is_refused(studio: Studio) -> None:
    with studio.client() as client:
        client.voidcmd("TYPE I")
        with pytest.raises(ftplib.error_perm, match="554"):
            client.retrbinary(f"RETR {studio.orders['large']}/originals/large.bin", lambda _: None, rest=LARGE + 1)


def test_ascii_mode_changes_no_byte(studio: Studio) -> None:
    with studio.client() as client:
        received = io.BytesIO()
        client.voidcmd("TYPE A")
        with client.transfercmd(f"RETR {studio.orders['large']}/originals/large.bin") as connection:
            while block := connection.recv(65_536):
                received.write(block)
        client.voidresp()
        assert received.getvalue() == LARGE_BYTES
