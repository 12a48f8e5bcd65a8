"""A real server that is killed and started again."""

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.ftp.studio import ROOT, environment
from tests.ports import free_port

STAGE = "bench.uploads.stage"


@dataclass(frozen=True)
class Drafted:
    """A data folder whose customer has an empty draft of this number, and a token of theirs."""

    data: Path
    number: str
    token: str

    def copied(self, folder: Path) -> Path:
        """The same in ``folder``, which must not be there yet."""
        return shutil.copytree(self.data, folder)


@pytest.fixture(scope="session")
def drafted(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """Made once, copied for each test."""
    data = shutil.copytree(migrated, tmp_path_factory.mktemp("drafted"), dirs_exist_ok=True)
    command = [sys.executable, "-m", STAGE, "ready"]
    told = subprocess.run(command, cwd=ROOT, env=environment(data, {}), check=True, stdout=subprocess.PIPE, text=True)
    return Drafted(data, *told.stdout.split())


class Server:
    """``proofroom web`` in a process of its own, at one port for its whole life."""

    def __init__(self, data: Path) -> None:
        self.settings, self.port = environment(data, {}), free_port()
        self.url = f"http://127.0.0.1:{self.port}/uploads/"
        self.start()

    def start(self) -> None:
        """Returns when it answers."""
        command = [sys.executable, "-m", "proofroom.cli", "web", "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.settings)
        while True:
            try:
                assert httpx.options(self.url).status_code == 204
            except httpx.ConnectError:
                assert self.process.poll() is None
                time.sleep(0.1)
            else:
                return

    def kill(self) -> None:
        """No word of farewell."""
        self.process.kill()
        self.process.wait()

    def ask(self, *question: str) -> str:
        """What the stage says."""
        command = [sys.executable, "-m", STAGE, *question]
        done = subprocess.run(command, cwd=ROOT, env=self.settings, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout
