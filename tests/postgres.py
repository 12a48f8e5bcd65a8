"""A PostgreSQL of the test run's own, on loopback, gone when the run ends."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ports import free_port


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty database on a private server."""
    with private_postgres() as url:
        yield url


@contextmanager
def private_postgres() -> Iterator[str]:
    """Start a server in a temporary folder, yield ``postgres://…/proofroom``, stop it."""
    binaries = _binaries()
    with tempfile.TemporaryDirectory(prefix="proofroom-pg-") as folder:
        data = Path(folder) / "data"
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        _run(binaries / "initdb", "-D", data, "-U", "proofroom", "--auth=trust", "--no-sync", "-E", "UTF8")
        port = free_port()
        # The data is thrown away with the folder: no write has to survive a power cut.
        careless = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {careless}"
        _run(binaries / "pg_ctl", "-D", data, "-w", "-l", Path(folder) / "log", "-o", options, "start")
        try:
            _run(binaries / "createdb", "-h", "127.0.0.1", "-p", port, "-U", "proofroom", "proofroom")
            yield f"postgres://proofroom@127.0.0.1:{port}/proofroom"
        finally:
            _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _binaries() -> Path:
    found = shutil.which("createdb")
    # Debian keeps the server's programs out of the PATH.
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or ([Path(found).parent] if found else [])
    if not folders:
        raise FileNotFoundError("PostgreSQL is not installed: on Debian, apt-get install postgresql.")
    return folders[-1]


def _run(*command: object) -> None:
    # The server refuses to run as root.
    drop = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*drop, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")
