"""40 files of 10 MB, 4 at a time, by tus to us and by PUT to nginx, in turns.

    python -m bench.uploads [--files 40] [--megabytes 10] [--at-once 4] [--turns 5] [--processes 2]

Ours is everything until the answer: signed in, verified against the SHA-256 that came with the bytes, synced to the
disk, kept as an original of a draft. After each turn the sums of what was kept are compared with those of the files.
nginx writes the bytes and renames them. Both start each turn with the disk at rest and with files never seen before.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import psutil

from bench.uploads.client import Send, by_put, by_tus, seconds
from bench.uploads.peer import nginx, running
from tests.ftp.studio import environment
from tests.ports import free_port

MEGABYTE = 1_000_000


def main() -> None:
    """Prints one line for each turn, then the ratio of the medians."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="proofroom-bench-", dir="var") as folder:
        _compare(Path(folder).absolute(), given)


def _compare(home: Path, given: argparse.Namespace) -> None:
    number, token = _asked(home, "ready").split()
    taken: dict[str, list[float]] = {"tus": [], "nginx": []}
    used: dict[str, list[float]] = {"tus": [], "nginx": []}
    with _ours(home, given.processes) as our_port, nginx(home / "nginx") as peer_port:
        for turn in range(given.turns + 1):
            files, sums = _fresh(home / "files", given)
            both: dict[str, tuple[int, Send]] = {
                "tus": (our_port, by_tus(number, token, sums)), "nginx": (peer_port, by_put)
            }  # fmt: skip
            for name in sorted(both, reverse=turn % 2 == 0):
                os.sync()
                port, send = both[name]
                before = _processor_seconds()
                taken[name].append(seconds(files, port, send, given.at_once))
                used[name].append(_processor_seconds() - before)
            told = (line.split() for line in _asked(home, "sums", number).splitlines())
            kept = {name: sha256 for sha256, name in told}
            assert kept == sums, "what was kept is not what was sent"
            print(f"  tus {taken['tus'][-1]:.2f} s, nginx {taken['nginx'][-1]:.2f} s", flush=True)
    ours, peer = (median(taken[name][1:]) for name in ("tus", "nginx"))  # the first turn warms both up
    amount = given.files * given.megabytes
    print(f"tus {amount / ours:.0f} MB/s, nginx {amount / peer:.0f} MB/s")
    spent = {name: median(each[1:]) * 1000 / amount for name, each in used.items()}
    print(f"processor: tus {spent['tus']:.2f} s a GB, nginx {spent['nginx']:.2f} s a GB, client's left out")
    print(f"tus / nginx: {peer / ours:.2f} x its throughput (goal 0.6), every SHA-256 verified")


def _fresh(folder: Path, given: argparse.Namespace) -> tuple[list[Path], dict[str, str]]:
    folder.mkdir(exist_ok=True)
    files, sums = [], {}
    for index in range(given.files):
        content = os.urandom(given.megabytes * MEGABYTE)
        file = folder / f"{index:04}.bin"
        file.write_bytes(content)
        files.append(file)
        sums[file.name] = hashlib.sha256(content).hexdigest()
    return files, sums


@contextmanager
def _ours(home: Path, processes: int) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "proofroom.cli", "web", "--port", str(port), "--processes", str(processes)]
    with running(command, port, environment(home / "data", {})):
        yield port


def _processor_seconds() -> float:
    """Of all processes that this one has started."""
    times = [child.cpu_times() for child in psutil.Process().children(recursive=True)]
    return float(sum(time.user + time.system for time in times))


def _asked(home: Path, *question: str) -> str:
    command = [sys.executable, "-m", "bench.uploads.stage", *question]
    done = subprocess.run(command, env=environment(home / "data", {}), check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.uploads")
    for name, default in (("files", 40), ("megabytes", 10), ("at-once", 4), ("turns", 5), ("processes", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


if __name__ == "__main__":
    main()
