"""The three servers with the same bytes, each in the foreground on a port of its own."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.ftp.studio import ROOT, environment
from tests.ports import free_port

COPYPARTY = "copyparty==1.20.26"
PEERS = Path("/tmp/proofroom-packages-peers")
PATIENCE = 60
NGINX = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx-errors.txt crit;
events {{ worker_connections 256; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


@dataclass(frozen=True)
class Served:
    """A running server: ``package`` is the address of the ZIP, ``base`` of the whole."""

    name: str
    base: str
    package: str
    headers: Mapping[str, str]
    process: psutil.Process

    @property
    def cpu(self) -> float:
        """Seconds of processor that it and its children have used so far."""
        return sum(each.cpu_times().user + each.cpu_times().system for each in self._all)

    @property
    def resident(self) -> float:
        """MiB of memory that are its own: pages of the disk's cache belong to nobody."""
        return sum(each.memory_info().rss for each in self._all) / 1024**2

    @property
    def _all(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]


@contextmanager
def ours(data: Path, told: Mapping[str, str]) -> Iterator[Served]:
    """Proofroom's one web process."""
    port = free_port()
    command = [sys.executable, "-m", "proofroom.cli", "web", "--port", str(port)]
    headers = {"Authorization": f"Bearer {told['token']}"}
    with _running(command, f"http://127.0.0.1:{port}", "/healthz", environment(data, {})) as (base, process):
        yield Served("proofroom", base, f"{base}/api/v1/orders/{told['folder']}/package.zip", headers, process)


@contextmanager
def copyparty(folder: Path) -> Iterator[Served]:
    """The peer, installed once into an environment of its own, without indexing or thumbnails."""
    if not (PEERS / "bin" / "copyparty").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        subprocess.run([str(PEERS / "bin" / "pip"), "install", "--quiet", COPYPARTY], check=True)
    port = free_port()
    command = [str(PEERS / "bin" / "copyparty"), "-q", "-i", "127.0.0.1", "-p", str(port), "--no-thumb", "-v"]
    with _running([*command, f"{folder}::r"], f"http://127.0.0.1:{port}", "/", None) as (base, process):
        yield Served("copyparty", base, f"{base}/?zip", {}, process)


@contextmanager
def nginx(folder: Path) -> Iterator[Served]:
    """nginx with one worker and sendfile, sending ``package.zip`` of ``folder``."""
    port, config = free_port(), folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port))
    with _running(["nginx", "-p", str(folder), "-c", str(config)], f"http://127.0.0.1:{port}", "/nginx.conf", None) as (
        base,
        process,
    ):
        yield Served("nginx", base, f"{base}/package.zip", {}, process)


@contextmanager
def _running(
    command: list[str], base: str, ready: str, variables: Mapping[str, str] | None
) -> Iterator[tuple[str, psutil.Process]]:
    given = dict(variables) if variables else None
    process = subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(base + ready, process)
        yield base, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{process.args!r} does not answer.")
