"""Servers that customers name are never reached in the studio's own network, whatever name leads there."""

import socket
from typing import Any

import pytest
from pytest_django import Settings

from proofroom.core.errors import Invalid
from proofroom.core.outward import NotPublic, check_public, only_public
from proofroom.redistribution.trying import try_destination
from tests.files.bucket import new_bucket
from tests.redistribution.conftest import Sending
from tests.redistribution.servers import PASSWORD, USER, agency_system, ftp_server, sftp_server

pytestmark = pytest.mark.django_db
PRIVATE = (
    "127.0.0.1", "10.1.2.3", "192.168.0.9", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_refused(address: str) -> None:
    with pytest.raises(NotPublic):
        check_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_a_public_address_is_let_through(address: str) -> None:
    check_public(address)


def test_the_operator_may_let_a_network_through(settings: Settings) -> None:
    settings.PRIVATE_DESTINATIONS = ["10.1.0.0/16"]
    check_public("10.1.2.3")
    with pytest.raises(NotPublic):
        check_public("10.2.2.3")


def test_outside_of_it_sockets_connect_as_ever() -> None:
    with agency_system() as system, socket.create_connection(("127.0.0.1", system.port)):
        with only_public(), pytest.raises(NotPublic):
            socket.create_connection(("127.0.0.1", system.port))
        socket.create_connection(("127.0.0.1", system.port)).close()


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("ftp", {"host": "127.0.0.1", "user": USER, "password": PASSWORD}),
        ("sftp", {"host": "::1", "user": USER, "password": PASSWORD}),
        ("s3", {"bucket": "theirs", "endpoint": "http://169.254.169.254", "access_key": "a", "secret_key": "b"}),
        ("webhook", {"url": "http://10.0.0.1/hook"}),
    ],
)
def test_a_private_address_is_said_beside_its_field(kind: str, given: dict[str, Any], sending: Sending) -> None:
    with pytest.raises(Invalid) as refused:
        sending.to(kind, **given)
    assert "private network" in " ".join(refused.value.fields.values())


@pytest.mark.parametrize("kind", ["ftp", "sftp", "s3", "webhook"])
def test_a_name_that_leads_to_a_private_address_is_not_connected_to(
    kind: str, sending: Sending, tmp_path: Any, s3: str
) -> None:
    with ftp_server(tmp_path) as ftp, sftp_server(tmp_path) as sftp, agency_system() as system:
        sign_in = {"host": "localhost", "user": USER, "password": PASSWORD}
        keys = {"access_key": "theirs", "secret_key": "their secret", "region": "eu-central-1"}
        name = new_bucket(s3).removeprefix("s3://").partition("/")[0]
        given: dict[str, dict[str, Any]] = {
            "ftp": {"port": ftp, "tls": False, **sign_in},
            "sftp": {"port": sftp, **sign_in},
            "s3": {"bucket": name, "endpoint": s3.replace("127.0.0.1", "localhost"), **keys},
            "webhook": {"url": f"http://localhost:{system.port}/hook"},
        }
        tried = try_destination(sending.to(kind, **given[kind]))
        assert (tried.works, "private network" in tried.sentence) == (False, True), tried.sentence
        assert system.told == []
        [push] = sending.press(sending.approved(1), sending.to(kind, "again", **given[kind]))
        assert (push.state, system.told) == ("failed", [])
        assert "private network" in push.trouble
        assert "127.0.0.1" not in push.trouble + tried.sentence
