"""The serving trial: every candidate in turn, round after round, medians at the end.

python -m bench.serving [--rounds 3] [--workers 1] [--seconds 4]
"""

import argparse
import asyncio
import math
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.serving import lives
from bench.serving.candidates import CANDIDATES, ROOT, Candidate, environment, install_peers
from bench.serving.clients import cut_upload, download_fast, load, slow_clients

Figures = dict[str, float]
SLOW = (0, 20, 50)


async def pages(port: int, seconds: int) -> Figures:
    """One busy measure with 32 clients, then four clients beside more and more slow downloads."""
    await load(port, 32, 1)
    busy = await load(port, 32, seconds)
    figures = {"pages/s, 32 clients": busy.rate, "p95 ms, 32 clients": busy.p95}
    for number in SLOW:
        async with slow_clients(port, number):
            quiet = await load(port, 4, seconds)
        figures[f"p95 ms, 4 clients, {number} slow"] = quiet.p95
        figures[f"pages/s, 4 clients, {number} slow"] = quiet.rate
        await asyncio.sleep(0.5)
    return figures


async def memory_growth(port: int, process: subprocess.Popen[bytes]) -> float:
    before = peak = lives.resident(process)
    download = asyncio.create_task(asyncio.to_thread(download_fast, port, 2048))
    while not download.done():
        peak = max(peak, lives.resident(process))
        await asyncio.sleep(0.05)
    await download
    return peak - before


async def measure(candidate: Candidate, data: Path, workers: int, seconds: int) -> Figures:
    async with lives.running(candidate, data, workers) as (port, _):
        figures = await pages(port, seconds)
    async with lives.running(candidate, data, 1) as (port, process):
        figures["1 GiB, MB/s"] = await asyncio.to_thread(download_fast, port, 1024)
        figures["MiB grown in 2 GiB"] = await memory_growth(port, process)
        figures["MiB kept of 20"] = await asyncio.to_thread(cut_upload, port, data / "upload")
        figures["s, Ctrl-C idle"] = await asyncio.to_thread(lives.seconds_to_end, process, signal.SIGINT)
    figures["s, Ctrl-C streaming"] = await lives.end_while_streaming(candidate, data, signal.SIGINT)
    figures["s, SIGTERM streaming"] = await lives.end_while_streaming(candidate, data, signal.SIGTERM)
    figures["s, SIGTERM in start"] = await lives.end_while_starting(candidate, data)
    return figures


def prepare(data: Path) -> None:
    """A database with 2,000 people and a large file without content."""
    people = (
        "from django.contrib.auth.models import User;"
        "User.objects.bulk_create(User(username=f'p{n}', email=f'p{n}@example.com') for n in range(2000))"
    )
    for words in (["migrate", "-v0"], ["shell", "-v0", "-c", people]):
        subprocess.run(
            [sys.executable, "-m", "django", *words], env=environment(CANDIDATES[0], data), cwd=ROOT, check=True
        )
    with (data / "large").open("wb") as file:
        os.truncate(file.fileno(), 2 * 1024**3)


def written(figure: float) -> str:
    return "no answer" if figure == math.inf else f"{figure:,.1f}"


def table(rounds: dict[str, list[Figures]]) -> str:
    names = list(rounds)
    lines = [f"| measure | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for measured in rounds[names[0]][0]:
        medians = (statistics.median(figures[measured] for figures in rounds[name]) for name in names)
        lines.append(f"| {measured} | {' | '.join(map(written, medians))} |")
    return "\n".join(lines)


async def trial(options: argparse.Namespace, data: Path) -> None:
    rounds: dict[str, list[Figures]] = {candidate.name: [] for candidate in CANDIDATES}
    for number in range(options.rounds):
        for candidate in CANDIDATES:
            began = time.perf_counter()
            rounds[candidate.name].append(await measure(candidate, data, options.workers, options.seconds))
            taken = time.perf_counter() - began
            print(f"round {number + 1}: {candidate.name}, {taken:.0f} s", file=sys.stderr, flush=True)
    print(table(rounds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1, help="processes of each server while pages are measured")
    parser.add_argument("--seconds", type=int, default=4, help="length of each load")
    options = parser.parse_args()
    install_peers()
    with tempfile.TemporaryDirectory(prefix="proofroom-serving-") as folder:
        prepare(Path(folder))
        asyncio.run(trial(options, Path(folder)))


if __name__ == "__main__":
    main()
