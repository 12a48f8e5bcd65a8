"""Previews of camera-size JPEGs: ours beside ``vipsthumbnail``, in turns, with the same number of processes.

    python -m bench.previews [--pictures 200] [--processes 2] [--turns 2]

Ours is the whole task as a worker runs it: read from the database, opened in the darkroom, two previews stored and
synced to the disk, all of it written down. The peer writes one preview of 2,048 pixels, or both by two decodes.
Before that the pictures are uploaded one after another while a worker runs, and the wait of the first is told.
"""

import argparse
import itertools
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from statistics import median

import psutil

FOLDER = Path("var/bench/previews").absolute()
DISTINCT = 4  # scenes that are rendered; each picture is one of them with a comment of its own inside
MEGABYTE = 1_000_000
PEERS = {"peer, 2048": (2048,), "peer, both": (2048, 320)}


@dataclass(frozen=True)
class Share:
    """What one process of ours saw: seconds to its first preview, its memory and its darkroom's at their peaks."""

    first: float
    worker: float
    darkroom: float


def main() -> None:
    """Prints one line for each turn, then the ratios of the medians."""
    given = _arguments()
    pictures = _pictures(given.pictures)
    size = sum(path.stat().st_size for path in pictures) / len(pictures) / MEGABYTE
    print(f"{len(pictures)} JPEGs of 24 megapixels, {size:.1f} MB each, {given.processes} processes")
    blobs = _uploaded(pictures, given.processes)
    turns: dict[str, list[float]] = {"ours": [], **{name: [] for name in PEERS}}
    for _ in range(given.turns):
        turns["ours"].append(_ours(blobs, given.processes))
        for name, sizes in PEERS.items():
            turns[name].append(_peer(pictures, given.processes, sizes))
            print(f"  {name}: {turns[name][-1]:.2f} s", flush=True)
    for name in PEERS:
        speed = median(turns[name]) / median(turns["ours"])
        print(f"ours is {speed:.2f} times as fast as {name} (goals: both 1.25, 2048 alone 0.87)")


def _ours(blobs: list[int], processes: int) -> float:
    _forget_previews()
    context = multiprocessing.get_context("spawn")
    ready, told = context.Barrier(processes + 1), context.Queue()
    crew = [context.Process(target=work, args=(blobs[n::processes], ready, told)) for n in range(processes)]
    for worker in crew:
        worker.start()
    ready.wait()
    begun = time.perf_counter()
    shares: list[Share] = [told.get() for _ in crew]
    seconds = time.perf_counter() - begun
    for worker in crew:
        worker.join()
    largest = max(shares, key=lambda share: share.worker + share.darkroom)
    print(f"  ours: {seconds:.2f} s; first preview after {min(share.first for share in shares):.2f} s;", end=" ")
    print(f"peak {largest.worker:.0f} MB worker + {largest.darkroom:.0f} MB darkroom (goal 400 together)", flush=True)
    return seconds


def work(blobs: list[int], ready: Barrier, told: "Queue[Share]") -> None:
    """One worker process: inspects its blobs."""
    _start_django()
    from proofroom.files.inspect import inspect_blob

    ready.wait()
    begun = time.perf_counter()
    first = 0.0
    for blob in blobs:
        inspect_blob(blob)
        first = first or time.perf_counter() - begun
    darkroom = psutil.Process().children()[0].pid
    told.put(Share(first, _peak(os.getpid()), _peak(darkroom)))


def _peer(pictures: list[Path], processes: int, sizes: tuple[int, ...]) -> float:
    program = shutil.which("vipsthumbnail")
    assert program, "vipsthumbnail is missing: apt-get install libvips-tools"
    with tempfile.TemporaryDirectory(dir=FOLDER) as out, ThreadPoolExecutor(processes) as crew:
        commands = [
            [program, str(picture), "--size", f"{size}>", "--output", f"{out}/{picture.stem}-{size}.jpg[Q=82]"]
            for picture, size in itertools.product(pictures, sizes)
        ]
        begun = time.perf_counter()
        list(crew.map(lambda command: subprocess.run(command, check=True), commands))
        return time.perf_counter() - begun


def _uploaded(pictures: list[Path], processes: int) -> list[int]:
    """Keeps the pictures as uploads do at their end, while a worker runs; returns their blobs."""
    os.environ.update(PROOFROOM_DATA=str(FOLDER / "data"), DJANGO_SETTINGS_MODULE="proofroom.config.settings")
    shutil.rmtree(FOLDER / "data", ignore_errors=True)
    _start_django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    worker = subprocess.Popen([sys.executable, "-m", "proofroom.cli", "worker", "--processes", str(processes)])
    try:
        # As on any day the worker is running already when the files come.
        blobs = [_kept(pictures[0])]
        _preview_seen(blobs[0])
        with ThreadPoolExecutor(1) as waiting:
            blobs.append(_kept(pictures[1]))
            first = waiting.submit(_preview_seen, blobs[1])
            blobs += [_kept(picture) for picture in pictures[2:]]
            print(f"  first preview {first.result():.2f} s after the end of its upload (goal 2)", flush=True)
        return blobs
    finally:
        worker.terminate()
        worker.wait()


def _kept(picture: Path) -> int:
    from proofroom.files.commands import keep

    with picture.open("rb") as source:
        return keep(source, picture.name, None, datetime.now(UTC)).blob.pk


def _preview_seen(blob: int) -> float:
    from proofroom.files.models import Preview

    begun = time.perf_counter()
    while not Preview.objects.filter(blob=blob).exists():
        time.sleep(0.02)
    return time.perf_counter() - begun


def _forget_previews() -> None:
    from django.db import connections
    from django_tasks_db.models import DBTaskResult

    from proofroom.files.models import Blob, Preview

    Preview.objects.all().delete()
    Blob.objects.update(inspection=Blob.Inspection.PENDING)
    DBTaskResult.objects.all().delete()
    shutil.rmtree(FOLDER / "data" / "files" / "previews", ignore_errors=True)
    connections.close_all()


def _start_django() -> None:
    import django

    django.setup()


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) * 1024 / MEGABYTE


def _pictures(count: int) -> list[Path]:
    from proofroom.demo.pictures import SCENES, render

    FOLDER.mkdir(parents=True, exist_ok=True)
    scenes = []
    for number in range(DISTINCT):
        scene = FOLDER / f"scene-{number}.jpg"
        if not scene.exists():
            scene.write_bytes(render(SCENES[number % len(SCENES)], after=bool(number % 2), seed=number))
        scenes.append(scene.read_bytes())
    pictures = [FOLDER / f"picture-{number:03}.jpg" for number in range(count)]
    for number, picture in enumerate(pictures):
        comment = b"\xff\xfe\x00\x06" + number.to_bytes(4, "big")
        picture.write_bytes(b"\xff\xd8" + comment + scenes[number % DISTINCT][2:])
    return pictures


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=200)
    parser.add_argument("--processes", type=int, default=psutil.cpu_count() or 2)
    parser.add_argument("--turns", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
