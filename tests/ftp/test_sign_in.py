"""The same e-mail and password as on the web, and failures counted together at every door (Row A6)."""

import ftplib
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.ftp.studio import Studio, Unsecured


@pytest.fixture
def fresh(plain_studio: Studio) -> Studio:
    """A studio in which nobody has failed yet."""
    plain_studio.ask("forget_failures")
    return plain_studio


def _fail(studio: Studio, email: str) -> str:
    with studio.plain() as client, pytest.raises(ftplib.error_perm) as refused:
        client.login(email, "wrong")
    return str(refused.value)


def _fail_at_once(studio: Studio, *emails: str) -> list[str]:
    """The replies, in order. Each wrong password is answered late, so all are tried at the same time."""
    with ThreadPoolExecutor(len(emails)) as tries:
        return list(tries.map(partial(_fail, studio), emails))


def test_without_tls_no_password_is_taken(studio: Studio) -> None:
    with studio.plain() as client, pytest.raises(ftplib.error_perm, match="550 SSL/TLS required"):
        client.login("customer@example.com", "proofroom-demo")


def test_without_tls_no_file_travels(studio: Studio) -> None:
    client = Unsecured(studio.ftp_port)
    client.login("customer@example.com", "proofroom-demo")
    with pytest.raises(ftplib.error_perm, match="550 SSL/TLS required"):
        client.nlst("/")
    client.close()


def test_nothing_is_shown_before_sign_in(studio: Studio) -> None:
    client = Unsecured(studio.ftp_port)
    client.auth()
    for command in ("PASV", "LIST", "STAT /", "SIZE /etc/passwd", "CWD /"):
        with pytest.raises(ftplib.error_perm, match="530"):
            client.sendcmd(command)
    client.close()


def test_the_e_mail_may_be_typed_in_any_case(studio: Studio) -> None:
    client = Unsecured(studio.ftp_port)
    assert client.login("Customer@Example.COM", "proofroom-demo").startswith("230")
    client.close()


def test_failures_at_ftp_sftp_and_web_lock_all_doors_together(fresh: Studio) -> None:
    email = "customer@example.com"
    wrong = "530 The e-mail or the password is wrong."
    assert _fail_at_once(fresh, email, email) == [wrong, wrong]
    assert "do not belong together" in fresh.ask("page_says", email, "wrong")
    with fresh.plain() as client, pytest.raises(ftplib.error_perm, match="530"):
        client.login(email, "wrong")
    refused = fresh.run(
        "curl", "-sS", "-k", "-u", f"{email}:wrong", f"sftp://127.0.0.1:{fresh.sftp_port}/", check=False
    )
    assert refused.returncode != 0
    assert {door for door, _ in fresh.ask("failures")} == {"ftp", "sftp", "web"}
    assert "Too many failed sign-ins" in fresh.ask("page_says", email, "proofroom-demo")
    with fresh.plain() as client, pytest.raises(ftplib.error_perm, match="530 Too many failed sign-ins"):
        client.login(email, "proofroom-demo")
    with fresh.plain() as client:
        assert client.login("colleague@example.com", "proofroom-demo").startswith("230")


def test_an_unknown_e_mail_is_answered_and_locked_like_a_known_one(fresh: Studio) -> None:
    both = ("nobody@example.com", "rival@example.com")
    assert set(_fail_at_once(fresh, *both * 5)) == {"530 The e-mail or the password is wrong."}
    replies = _fail_at_once(fresh, *both)
    assert replies[0] == replies[1]
    assert replies[0].startswith("530 Too many failed sign-ins")


def test_the_right_password_wipes_the_slate(fresh: Studio) -> None:
    email = "artist@example.com"
    for _ in range(2):
        assert set(_fail_at_once(fresh, *[email] * 4)) == {"530 The e-mail or the password is wrong."}
        with fresh.plain() as client:
            assert client.login(email, "proofroom-demo").startswith("230")


def test_an_app_password_opens_ftp_and_sftp_but_not_the_web(fresh: Studio) -> None:
    password = fresh.ask("app_password", "customer@example.com")
    with fresh.plain() as client:
        assert client.login("customer@example.com", password).startswith("230")
    listed = fresh.run(
        "curl", "-sS", "-k", "-u", f"customer@example.com:{password}", f"sftp://127.0.0.1:{fresh.sftp_port}/"
    )
    assert fresh.orders["delivered"] in listed.stdout
    assert fresh.ask("page_says", "customer@example.com", password) != "signed in 302"
    assert fresh.ask("page_says", "customer@example.com", "proofroom-demo") == "signed in 302"


def test_a_connection_that_guesses_three_times_is_ended(fresh: Studio) -> None:
    with fresh.plain() as client:
        for _ in range(2):
            with pytest.raises(ftplib.error_perm, match="530"):
                client.login("colleague@example.com", "wrong")
        with pytest.raises(ftplib.error_perm, match="Disconnecting"):
            client.login("colleague@example.com", "wrong")
        with pytest.raises((EOFError, OSError)):
            client.sendcmd("NOOP")
