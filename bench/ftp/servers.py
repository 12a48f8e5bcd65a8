"""Both servers with the same files, in the foreground, on ports of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.ftp.studio import environment
from tests.ftp.waiting import wait_for
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
VSFTPD = """
listen=YES
listen_address=127.0.0.1
listen_port={port}
background=NO
anonymous_enable=YES
no_anon_password=YES
anon_root={root}
secure_chroot_dir={empty}
ssl_enable=YES
allow_anon_ssl=YES
force_anon_data_ssl=NO
force_anon_logins_ssl=NO
require_ssl_reuse=NO
rsa_cert_file={certificate}
rsa_private_key_file={key}
ssl_ciphers=HIGH
max_clients=0
max_per_ip=0
seccomp_sandbox=NO
xferlog_enable=NO
"""


@dataclass(frozen=True)
class Served:
    """Where a server answers and who signs in."""

    name: str
    port: int
    user: str


@contextmanager
def ours(data: Path) -> Iterator[Served]:
    """Proofroom's own process, plain sign-in taken, with as many processes as there are cores."""
    port, sftp = free_port(), free_port()
    command = [sys.executable, "-m", "proofroom.cli", "ftp", "--ftp-port", str(port), "--sftp-port", str(sftp)]
    with _running(command, port, environment(data, {"PROOFROOM_FTP_PLAIN": "1"})):
        yield Served("proofroom", port, "customer@example.com:proofroom-demo")


@contextmanager
def vsftpd(data: Path, folder: Path) -> Iterator[Served]:
    """The peer with anonymous sign-in, which costs it nothing, and our certificate."""
    port, empty = free_port(), data / "empty"
    empty.mkdir(exist_ok=True)
    keys = data / "ftp"
    config = data / "vsftpd.conf"
    paths = {"root": folder, "empty": empty}
    keys_named = {"certificate": keys / "certificate.pem", "key": keys / "certificate-key.pem"}
    config.write_text(VSFTPD.format(port=port, **paths, **keys_named))
    with _running(["/usr/sbin/vsftpd", str(config)], port, os.environ):
        yield Served("vsftpd", port, "ftp:x")


@contextmanager
def _running(command: list[str], port: int, variables: Mapping[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, env=dict(variables))
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(60)
