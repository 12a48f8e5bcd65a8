"""Proofroom's FTP beside vsftpd, in turns: time for the same bytes, as a ratio (above 1: ours is faster).

    python -m bench.ftp [--big 512] [--photos 200] [--small 2000] [--turns 3] [--only plain tls photos small mirror]

Every session is a program of its own (lftp). vsftpd lets everybody in; ours asks for a password, which it remembers
after the first turn; that turn is not counted.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median

from bench.ftp.files import KINDS, write
from bench.ftp.servers import ROOT, Served, ours, vsftpd
from tests.ftp.studio import environment

HOME = Path("var/bench/ftp").absolute()
MEASURES = ("plain", "tls", "photos", "small", "mirror")
Layout = dict[str, dict[str, str]]
Measure = Callable[[Served], None]


def main() -> None:
    """Prints one line a measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("big", 512), ("photos", 200), ("small", 2_000), ("turns", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=MEASURES)
    options = parser.parse_args()
    shutil.rmtree(HOME, ignore_errors=True)
    write(HOME / "files", options.big, options.photos, options.small)
    numbers = _fill()
    where: Layout = {
        "proofroom": {kind: f"{numbers[kind]}/originals" for kind in KINDS},
        "vsftpd": {kind: kind for kind in KINDS},
    }
    with ours(HOME / "data") as one, vsftpd(HOME / "data", HOME / "files") as other:
        for kind, (name, measure) in _measures(where, options).items():
            if kind in options.only:
                _compare(name, measure, (one, other), options.turns)


def _fill() -> dict[str, str]:
    command = [sys.executable, "-m", "bench.ftp.files", str(HOME / "files")]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(HOME / "data", {}), check=True, capture_output=True, text=True
    )
    return dict(line.split() for line in done.stdout.splitlines())


def _measures(where: Layout, options: argparse.Namespace) -> dict[str, tuple[str, Measure]]:
    big, photos, small = options.big, options.photos, options.small
    return {
        "plain": (f"one file of {big} MB, plain", partial(_sessions, where, "big", 1, False)),
        "tls": (f"one file of {big} MB, TLS", partial(_sessions, where, "big", 1, True)),
        "photos": (f"{photos} photos of 5 MB, 50 sessions", partial(_sessions, where, "photos", 50, False)),
        "small": (f"{small} files of 100 kB, 8 sessions", partial(_sessions, where, "small", 8, False)),
        "mirror": (f"{small} files of 100 kB, lftp mirror", partial(_mirror, where)),
    }


def _compare(name: str, measure: Measure, servers: tuple[Served, Served], turns: int) -> None:
    taken: dict[str, list[float]] = {server.name: [] for server in servers}
    for server in servers:
        measure(server)
    for _ in range(turns):
        for server in servers:
            begin = time.perf_counter()
            measure(server)
            taken[server.name].append(time.perf_counter() - begin)
    one, other = (median(taken[server.name]) for server in servers)
    print(f"{name:45} proofroom {one:7.2f} s   vsftpd {other:7.2f} s   ratio {other / one:5.2f}", flush=True)


def _sessions(where: Layout, kind: str, sessions: int, secured: bool, server: Served) -> None:  # noqa: FBT001
    names = sorted(path.name for path in (HOME / "files" / kind).iterdir())
    shares = [names[start::sessions] for start in range(sessions)]
    with ThreadPoolExecutor(sessions) as programs:
        list(programs.map(partial(_fetch, server, where[server.name][kind], secured), shares))


def _fetch(server: Served, path: str, secured: bool, names: list[str]) -> None:  # noqa: FBT001
    encrypted = "set ftp:ssl-force yes; set ssl:verify-certificate no" if secured else "set ftp:ssl-allow no"
    asked = "; ".join(f"get {path}/{name} -o /dev/null" for name in names)
    _lftp(server, f"{encrypted}; set xfer:clobber yes; {asked}")


def _lftp(server: Served, commands: str) -> None:
    user, password = server.user.split(":")
    address = f"ftp://127.0.0.1:{server.port}"
    told = f"set net:max-retries 1; {commands}; exit"
    subprocess.run(["lftp", "-u", f"{user},{password}", "-e", told, address], check=True, capture_output=True)


def _mirror(where: Layout, server: Served) -> None:
    with tempfile.TemporaryDirectory(dir=HOME) as folder:
        _lftp(server, f"set ftp:ssl-allow no; mirror -P 8 {where[server.name]['small']} {folder}/got")


if __name__ == "__main__":
    main()
