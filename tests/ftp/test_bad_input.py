"""Whatever is sent: a clear reply, and nothing outside the person's own tree."""

import ftplib

import pytest

from tests.ftp.studio import Studio

OUTSIDE = ("/etc/passwd", "../../../etc/passwd", "/PR-2026-000001/../../etc/passwd", "//etc/passwd", "~root/x")


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_tree(studio: Studio, path: str) -> None:
    with studio.client() as client:
        client.voidcmd("TYPE I")
        for command in (f"SIZE {path}", f"MDTM {path}", f"CWD {path}", f"MLST {path}", f"DELE {path}", f"RNFR {path}"):
            with pytest.raises(ftplib.error_perm, match=r"^550"):
                client.sendcmd(command)
        with pytest.raises(ftplib.error_perm, match=r"^550"):
            client.retrbinary(f"RETR {path}", lambda _: None)
    done = studio.sftp(f"get {path} /dev/null", check=False)
    assert done.returncode != 0


def test_the_parent_of_the_root_is_the_root(studio: Studio) -> None:
    with studio.client() as client:
        client.cwd("..")
        assert client.pwd() == "/"
        assert studio.orders["delivered"] in client.nlst("/../..")


def test_a_rival_sees_nothing_and_is_told_what_a_wrong_number_is_told(studio: Studio) -> None:
    with studio.client("rival") as rival:
        assert [name for name in rival.nlst("/") if name != "inbox"] == []
        replies = []
        for number in (studio.orders["delivered"], "PR-2026-999999"):
            with pytest.raises(ftplib.error_perm) as refused:
                rival.cwd(f"/{number}/delivered")
            replies.append(str(refused.value))
        assert replies == ["550 No such file or folder."] * 2
    listed = studio.sftp(f"ls /{studio.orders['delivered']}/delivered", "rival", check=False)
    assert listed.returncode != 0
    assert "room-1" not in listed.stdout


@pytest.mark.parametrize("folder", ["originals", "delivered", "rejected", "deliveries/1", ""])
def test_what_was_delivered_cannot_be_changed(studio: Studio, folder: str) -> None:
    with studio.client() as customer:
        base = f"/{studio.orders['delivered']}/{folder}".rstrip("/")
        for command in (
            f"STOR {base}/new.jpg",
            f"DELE {base}/room-1.jpg",
            f"MKD {base}/new",
            f"APPE {base}/room-1.jpg",
        ):
            with pytest.raises(ftplib.error_perm, match=r"^550"):
                customer.sendcmd(command)
    written = studio.sftp(f"put /etc/hostname {base}/new.jpg", check=False)
    assert written.returncode != 0


@pytest.mark.parametrize("name", ["a\rb", "a\nb", "a\0b", "a\x7fb", "a\x1bb"])
def test_control_characters_in_a_name_are_refused(studio: Studio, name: str) -> None:
    with studio.client() as client:
        assert client.sock is not None
        client.sock.sendall(f"MKD /inbox/{name}\r\n".encode())
        with pytest.raises(ftplib.error_perm, match=r"^501 A name is UTF-8 and holds no control characters"):
            client.getresp()
        assert client.sendcmd("NOOP").startswith("200")


def test_a_name_that_is_not_utf8_is_refused(studio: Studio) -> None:
    with studio.client() as client:
        assert client.sock is not None
        client.sock.sendall("MKD /inbox/Küche\r\n".encode("latin-1"))
        with pytest.raises(ftplib.error_perm, match=r"^501"):
            client.getresp()


@pytest.mark.parametrize("command", ["SITE HELP", "SITE CHMOD 777 inbox", "SITE EXEC id", "MFMT 20200101000000 x"])
def test_site_commands_are_not_there(studio: Studio, command: str) -> None:
    with studio.client() as client:
        with pytest.raises(ftplib.error_perm, match=r"^500"):
            client.sendcmd(command)
        assert "SITE" not in client.sendcmd("FEAT")


@pytest.mark.parametrize("command", ["PORT 10,0,0,1,200,200", "EPRT |1|10.0.0.1|51400|", "PORT 127,0,0,1,0,22"])
def test_no_data_goes_to_another_host_or_a_privileged_port(studio: Studio, command: str) -> None:
    with studio.client() as client, pytest.raises(ftplib.error_perm, match=r"^501"):
        client.sendcmd(command)


def test_a_file_can_be_sent_to_the_clients_own_port(studio: Studio) -> None:
    with studio.client() as client:
        client.set_pasv(False)
        assert client.nlst(f"/{studio.orders['delivered']}/delivered") == ["room-1.jpg", "room-2.jpg"]


def test_a_shell_a_command_and_a_tunnel_are_refused(studio: Studio) -> None:
    ssh = [word for word in studio.sftp_command("", "customer") if word not in {"-q", "-b", str(studio.data / "batch")}]
    ssh = ["ssh" if word == "sftp" else "-p" if word == "-P" else word for word in ssh]
    for command in (["id"], [], ["scp", "-f", "/etc/passwd"]):
        done = studio.run(*ssh, *command, check=False)
        assert done.returncode != 0
        assert done.stdout == ""
    tunnel = studio.run(*ssh[:-1], "-W", f"127.0.0.1:{studio.ftp_port}", ssh[-1], check=False)
    assert tunnel.returncode != 0
    assert "220" not in tunnel.stdout


@pytest.mark.parametrize("command", ["df /", "symlink /etc/passwd link", "ln /etc/passwd link", "chmod 777 /inbox"])
def test_sftp_tells_nothing_of_the_machine(studio: Studio, command: str) -> None:
    done = studio.sftp(command, check=False)
    assert done.returncode != 0 or command.startswith("chmod")
