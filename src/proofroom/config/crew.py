"""All processes of one machine under one foreground command."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field

from proofroom.config.signs import clear_signs, has_sign

READY_WITHIN = 60
END_WITHIN = 35
"""Seconds. A task that runs may finish within 30; what is cut off is given back and runs again."""
LOOK_EVERY = 0.2


@dataclass
class Crew:
    """Starts ``proofroom web``, ``worker`` and ``ftp`` and keeps them until one ends or somebody says stop."""

    host: str
    port: int
    ftp_port: int
    sftp_port: int
    site_url: str
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    asked: bool = False

    def run(self, notes: str = "") -> int:
        """Returns the exit code: 0 after Ctrl-C or SIGTERM, 1 when a process could not start or ended by itself."""
        clear_signs("worker", "clock")
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)
        self._start("web", "--host", self.host, "--port", str(self.port))
        self._start("worker")
        ports = ("--ftp-port", str(self.ftp_port), "--sftp-port", str(self.sftp_port))
        self._start("ftp", "--host", self.host, *ports)
        try:
            if self._wait_until_ready():
                print(f"Proofroom is ready at {self.site_url}/{notes}", flush=True)
            while not self.asked and not self._ended():
                time.sleep(LOOK_EVERY)
            return 0 if self.asked else 1
        finally:
            self._stop()

    def _ask(self, _number: int, _frame: object) -> None:
        self.asked = True

    def _start(self, kind: str, *options: str) -> None:
        # A session of its own: Ctrl-C reaches this process alone, which then ends the others in order.
        command = [sys.executable, "-m", "proofroom.cli", kind, *options]
        self.running[kind] = subprocess.Popen(command, start_new_session=True)

    def _wait_until_ready(self) -> bool:
        until = time.monotonic() + READY_WITHIN
        while not self.asked and not self._ended() and time.monotonic() < until:
            if has_sign("worker") and has_sign("clock") and self._answers() and self._greet():
                return True
            time.sleep(LOOK_EVERY)
        return False

    @property
    def _near(self) -> str:
        """Where this machine reaches what listens on ``host``."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - only looked for

    def _greet(self) -> bool:
        """FTP and SFTP each begin with a word of their own."""
        greetings = ((self.ftp_port, b"220"), (self.sftp_port, b"SSH-2.0"))
        try:
            for port, word in greetings:
                with socket.create_connection((self._near, port), timeout=2) as connection:
                    if not connection.recv(100).startswith(word):
                        return False
        except OSError:
            return False
        return True

    def _answers(self) -> bool:
        host = f"[{self._near}]" if ":" in self._near else self._near
        try:
            with urllib.request.urlopen(f"http://{host}:{self.port}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004
        except (urllib.error.URLError, OSError):
            return False

    def _ended(self) -> bool:
        for kind, process in self.running.items():
            if process.poll() is not None:
                print(f"The {kind} process has ended with code {process.returncode}; stopping.", file=sys.stderr)
                return True
        return False

    def _stop(self) -> None:
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(END_WITHIN)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
