"""A studio whose files are served by the real process, and the clients that people use."""

import ftplib
import io
import json
import os
import ssl
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "proofroom-demo"
SFTP_OPTIONS = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "PubkeyAuthentication=no", "BatchMode=no")
PATIENCE = 60
"""Seconds; far more than anything here takes."""


def jpeg(shade: int) -> bytes:
    """A small real JPEG; another ``shade``, other bytes."""
    file = io.BytesIO()
    Image.new("RGB", (48, 32), (shade % 256, 90, 128)).save(file, "JPEG", comment=str(shade).encode())
    return file.getvalue()


def bytes_of(client: ftplib.FTP, path: str) -> bytes:
    """The file as the client receives it."""
    received = io.BytesIO()
    client.retrbinary(f"RETR {path}", received.write)
    return received.getvalue()


def environment(data: Path, more: Mapping[str, str]) -> dict[str, str]:
    """For processes that shall live in ``data``."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PROOFROOM_")}
    settings = {"PROOFROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "proofroom.config.settings"}
    return {**inherited, **settings, **more, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}


class Stage:
    """``tests.ftp.stage`` in a process of its own, which the first question starts and all others share."""

    def __init__(self, data: Path) -> None:
        self._data = data

    @cached_property
    def _process(self) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "tests.ftp.stage"]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=environment(self._data, {}), stdin=pipe, stdout=pipe, text=True)

    def ask(self, question: str, *about: str) -> Any:
        """What it answers."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked
        assert answers
        print(json.dumps([question, *about]), file=asked, flush=True)
        answer = answers.readline()
        assert answer, "The stage ended; why stands on standard error."
        return json.loads(answer)

    def close(self) -> None:
        """Returns when it has let go of its data."""
        if "_process" in self.__dict__:
            self._process.communicate(timeout=PATIENCE)


class Unsecured(ftplib.FTP_TLS):
    """A client of a certificate that signed itself; the tests reach nobody else."""

    def __init__(self, port: int) -> None:
        super().__init__(context=ssl._create_unverified_context(), timeout=PATIENCE)
        self.connect("127.0.0.1", port)


@dataclass(frozen=True)
class Studio:
    """Where it answers, where it lives, and its orders by what they are for."""

    ftp_port: int
    sftp_port: int
    data: Path
    process: "subprocess.Popen[bytes]"
    orders: Mapping[str, str]
    stage: Stage

    def ask(self, question: str, *about: str) -> Any:
        """What the stage tells about this studio."""
        return self.stage.ask(question, *about)

    def client(self, part: str = "customer", password: str = PASSWORD) -> ftplib.FTP_TLS:
        """Python's own client, signed in, everything under TLS."""
        client = Unsecured(self.ftp_port)
        client.login(f"{part}@example.com", password)
        client.prot_p()
        return client

    def plain(self) -> ftplib.FTP:
        """A client without TLS, not signed in yet."""
        client = ftplib.FTP(timeout=PATIENCE, encoding="utf-8")
        client.connect("127.0.0.1", self.ftp_port)
        return client

    def run(self, *command: str, given: str = "", check: bool = True) -> "subprocess.CompletedProcess[str]":
        """A real client program; its failure fails the test unless ``check`` is off."""
        home = {"HOME": str(self.data), "NCFTPDIR": str(self.data)}
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            env={**environment(self.data, {}), **home},
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def lftp(self, commands: str, part: str = "customer", *, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """lftp over explicit TLS."""
        told = "set ssl:verify-certificate no; set net:max-retries 1; set net:timeout 20; set ftp:ssl-force yes;"
        who = f"{part}@example.com,{PASSWORD}"
        url = f"ftp://127.0.0.1:{self.ftp_port}"
        return self.run("lftp", "-u", who, "-e", f"{told} {commands}; exit", url, check=check)

    def curl(
        self, url: str, *options: str, part: str = "customer", check: bool = True
    ) -> "subprocess.CompletedProcess[str]":
        """curl; ``url`` begins with ``ftp:`` or ``sftp:`` and the path."""
        scheme, _, path = url.partition(":")
        port = self.sftp_port if scheme == "sftp" else self.ftp_port
        secured = ["--ssl-reqd"] if scheme == "ftp" else []
        who = f"{part}@example.com:{PASSWORD}"
        address = f"{scheme}://127.0.0.1:{port}{path}"
        return self.run("curl", "-sS", "-k", *secured, "-u", who, *options, address, check=check)

    def sftp(self, commands: str, part: str = "customer", *, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """OpenSSH's sftp, given the password as a person types it."""
        return self.run(*self.sftp_command(commands, part), check=check)

    def sftp_command(self, commands: str, part: str) -> list[str]:
        """The whole command, for a test that wants to end it itself."""
        asker, batch = self.data / "say-password", self.data / "batch"
        asker.write_text(f"#!/bin/sh\necho {PASSWORD}\n")
        asker.chmod(0o700)
        batch.write_text(commands + "\n")
        options = [*SFTP_OPTIONS, f"User={part}@example.com"]
        said = [word for option in options for word in ("-o", option)]
        asking = ["env", f"SSH_ASKPASS={asker}", "SSH_ASKPASS_REQUIRE=force", "DISPLAY=none", "setsid", "-w"]
        return [*asking, "sftp", "-q", "-P", str(self.sftp_port), *said, "-b", str(batch), "127.0.0.1"]
