"""Where passive clients are sent: what the operator says, behind NAT and a firewall."""

import ftplib
from pathlib import Path

from proofroom.interfaces.ftp.options import Options
from tests.ftp.conftest import Prepared, started

PORTS = range(11_000, 11_040)
ADDRESS = "192.0.2.7"


def test_passive_clients_are_told_the_operators_address_and_ports(prepared: Prepared, tmp_path: Path) -> None:
    ports = f"{PORTS.start}-{PORTS.stop - 1}"
    settings = {"PROOFROOM_FTP_ADDRESS": ADDRESS, "PROOFROOM_FTP_PASSIVE_PORTS": ports}
    with started(prepared, tmp_path, (), PROOFROOM_FTP_PLAIN="1", **settings) as studio, studio.plain() as client:
        client.login("customer@example.com", "proofroom-demo")
        told = [ftplib.parse227(client.sendcmd("PASV")) for _ in range(10)]
        assert studio.orders["delivered"] in client.nlst("/")
    assert {host for host, _ in told} == {ADDRESS}
    assert {port for _, port in told} <= set(PORTS)


def test_each_process_has_ports_of_its_own(tmp_path: Path) -> None:
    options = Options(tmp_path, tmp_path, passive_ports=PORTS)
    one, other = (options.share(number, 2).passive_ports for number in range(2))
    assert one
    assert other
    assert sorted([*one, *other]) == list(PORTS)
