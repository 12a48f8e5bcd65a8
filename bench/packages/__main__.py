"""A ZIP of 200 files of 10 MB beside copyparty and nginx, in turns; first byte, memory, and pages beside slow clients.

    python -m bench.packages [--files 200] [--many 20000] [--gigabytes 20] [--turns 5] [--only speed first memory slow]

copyparty makes a ZIP of the same folder; nginx sends the finished ZIP as a file. Every figure is a median of the turns,
and each ratio is one of the same run. Needs nginx and curl; 5 GB of disk under ``var/bench``.
"""

import argparse
import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from threading import Thread

from bench.packages.clients import first_byte, slow_clients, take
from bench.packages.servers import Served, copyparty, nginx, ours
from tests.ftp.studio import ROOT, environment

HOME = Path("var/bench/packages").absolute()
MEASURES = ("speed", "first", "memory", "slow")


def main() -> None:
    """Prints one line a measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("files", 200), ("many", 20_000), ("gigabytes", 20), ("turns", 5)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=MEASURES)
    options = parser.parse_args()
    shutil.rmtree(HOME, ignore_errors=True)
    try:
        told = _fill(options)
        with ours(HOME / "data", told) as site:
            for measure in (_speed, _first, _memory, _slow):
                if measure.__name__.strip("_") in options.only:
                    measure(site, told, options)
    finally:
        shutil.rmtree(HOME, ignore_errors=True)


def _fill(options: argparse.Namespace) -> dict[str, str]:
    sizes = [str(options.files), str(options.many), str(options.gigabytes)]
    command = [sys.executable, "-m", "bench.packages.files", str(HOME / "data"), str(HOME / "folder"), *sizes]
    (HOME / "data").mkdir(parents=True)
    variables = environment(HOME / "data", {})
    done = subprocess.run(command, cwd=ROOT, env=variables, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return told


def _speed(site: Served, _: Mapping[str, str], options: argparse.Namespace) -> None:
    (HOME / "zip").mkdir()
    take(site.package, site.headers, str(HOME / "zip" / "package.zip"))
    gigabytes = options.files / 100
    with ExitStack() as stack:
        servers = [site, stack.enter_context(copyparty(HOME / "folder")), stack.enter_context(nginx(HOME / "zip"))]
        figures: dict[str, list[tuple[float, float]]] = {server.name: [] for server in servers}
        for turn in range(options.turns + 1):
            for server in servers:
                used, taken = server.cpu, take(server.package, server.headers)
                if turn:  # the first one warms up
                    figures[server.name].append((gigabytes * 1000 / taken, (server.cpu - used) / gigabytes))
    speed = {name: median(each[0] for each in found) for name, found in figures.items()}
    cpu = {name: median(each[1] for each in found) for name, found in figures.items()}
    for name in figures:
        print(f"ZIP of {options.files} x 10 MB, {name:10} {speed[name]:7.0f} MB/s   {cpu[name]:5.2f} s of CPU per GB")
    for peer in ("copyparty", "nginx"):
        faster, cheaper = speed["proofroom"] / speed[peer], cpu["proofroom"] / max(cpu[peer], 0.001)
        print(f"  proofroom : {peer:10} throughput {faster:5.2f} x   CPU per GB {cheaper:5.2f} x", flush=True)


def _first(site: Served, told: Mapping[str, str], options: argparse.Namespace) -> None:
    address = {kind: _package(site, told[kind]) for kind in ("twenty", "many")}
    never = {kind: first_byte(address[kind], site.headers) * 1000 for kind in address}
    # A round by itself is laid down by nobody before somebody asks for it.
    bare = {kind: first_byte(f"{address[kind]}?round=1", site.headers) * 1000 for kind in address}
    taken: dict[str, list[float]] = {kind: [] for kind in address}
    for _ in range(options.turns * 6):
        for kind, asked in address.items():
            taken[kind].append(first_byte(asked, site.headers) * 1000)
            time.sleep(0.05)
    few, many = median(taken["twenty"]), median(taken["many"])
    print(
        f"first byte, {options.many} files {many:6.1f} ms   20 files {few:6.1f} ms   ratio {many / few:5.2f}"
        f"   (asked for the very first time: {never['many']:.0f} and {never['twenty']:.0f} ms;"
        f" what no worker has laid down: {bare['many']:.0f} and {bare['twenty']:.0f} ms)",
        flush=True,
    )


def _memory(site: Served, told: Mapping[str, str], options: argparse.Namespace) -> None:
    take(site.package, site.headers)
    idle = peak = site.resident
    download = Thread(target=take, args=(_package(site, told["huge"]), site.headers))
    download.start()
    while download.is_alive():
        peak = max(peak, site.resident)
        time.sleep(0.05)
    print(f"memory during a ZIP of {options.gigabytes} GB: {idle:.0f} MiB before, + {peak - idle:.0f} MiB", flush=True)


def _slow(site: Served, told: Mapping[str, str], options: argparse.Namespace) -> None:
    page = f"{site.base}/orders/{told['twenty']}/"
    signed_in = {"Cookie": f"sessionid={told['session']}"}
    idle: list[float] = []
    beside: list[float] = []

    def look(times: list[float]) -> None:
        times.extend(first_byte(page, signed_in) * 1000 for _ in range(30))

    async def turns() -> None:
        await asyncio.to_thread(look, [])
        for _ in range(options.turns):
            await asyncio.to_thread(look, idle)
            async with slow_clients(site.package, site.headers, 50):
                await asyncio.to_thread(look, beside)

    asyncio.run(turns())
    one, other = median(idle), median(beside)
    print(f"pages: {one:.1f} ms idle, {other:.1f} ms beside 50 slow clients   ratio {other / one:.2f}", flush=True)


def _package(site: Served, number: str) -> str:
    return f"{site.base}/api/v1/orders/{number}/package.zip"


if __name__ == "__main__":
    main()
