"""The studio of the FTP tests, set up once and started for each module."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.ftp.studio import PATIENCE, ROOT, Stage, Studio, environment
from tests.ftp.waiting import wait_for
from tests.ports import free_port

Prepared = tuple[Path, Mapping[str, Any]]


@pytest.fixture(scope="session")
def prepared(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A data folder with people and orders, and the orders' numbers."""
    data = shutil.copytree(migrated, tmp_path_factory.mktemp("studio"), dirs_exist_ok=True)
    with closing(Stage(data)) as stage:
        return data, stage.ask("set_up")


@contextmanager
def started(prepared: Prepared, data: Path, before: tuple[str, ...] = (), **settings: str) -> Iterator[Studio]:
    """A copy of the prepared studio with its doors open; ``before`` stands in front of the command."""
    source, orders = prepared
    shutil.copytree(source, data, dirs_exist_ok=True)
    ports = free_port(), free_port()
    command = [
        *before,
        sys.executable,
        "-m",
        "proofroom.cli",
        "ftp",
        "--ftp-port",
        str(ports[0]),
        "--sftp-port",
        str(ports[1]),
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(data, settings), start_new_session=True)
    try:
        for port in ports:
            wait_for(port, process)
        with closing(Stage(data)) as stage:
            yield Studio(*ports, data, process, orders, stage)
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def studio(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Doors as an operator gets them: TLS required."""
    with started(prepared, tmp_path_factory.mktemp("running")) as running:
        yield running


@pytest.fixture(scope="module")
def plain_studio(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Doors as in the demo on loopback: plain sign-ins are taken too."""
    with started(prepared, tmp_path_factory.mktemp("plain"), PROOFROOM_FTP_PLAIN="1") as running:
        yield running
