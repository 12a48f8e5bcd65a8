"""Builds an order of 200 pictures, opens it in Chromium, and prints medians of 30 beside their budgets.

python -m bench.room [--pictures 200] [--rounds 30] [--only sheet pencil …]
"""

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.room.measures import Room
from proofroom.interfaces.html.templatetags.built import MANIFEST
from tests.browser.chromium import chromium
from tests.browser.site import wait_until_ready
from tests.browser.visits import Visits
from tests.ftp.studio import ROOT, environment
from tests.ports import free_port

BUDGETS = {
    "script": ("script of the room, compressed", 250, "kB"),
    "sheet": ("contact sheet usable, cold", 1000, "ms"),
    "following": ("next picture shown", 100, "ms"),
    "pencil": ("pencil, longest frame's work of a 2,000-point line", 16.7, "ms"),
    "panning": ("a step of panning and zooming 500 markings", 17, "ms"),  # at 60 Hz no step is shorter than 16.7
    "dragging": ("a frame's work moving one of 500 markings", 16.7, "ms"),
}


def main() -> None:
    """Prints one line a measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--only", nargs="+", choices=BUDGETS, default=list(BUDGETS))
    options = parser.parse_args()
    print(f"{'measure':52} {'median':>9} {'worst':>9} {'budget':>9}")
    if "script" in options.only:
        tell("script", [script_size() / 1000])
    with site(options.pictures) as (url, number), chromium() as browser:
        room = Room(Visits(browser, url), number)
        for name in options.only:
            if name != "script":
                tell(name, getattr(room, name)(options.rounds))


def tell(name: str, seen: list[float]) -> None:
    """One line, as soon as it is measured."""
    words, budget, unit = BUDGETS[name]
    median, worst = statistics.median(seen), max(seen)
    print(f"{words:52} {median:6.1f} {unit} {worst:6.1f} {unit} {budget:6.1f} {unit}", flush=True)


def script_size() -> int:
    """Bytes of everything the page of one picture loads at once, each file compressed by itself."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    wanted = {"app.ts", "review.ts"}
    for entry in ("app.ts", "review.ts"):
        wanted |= set(manifest[entry].get("imports", []))
    files = [MANIFEST.parent / manifest[name]["file"] for name in wanted]
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


@contextmanager
def site(pictures: int) -> Iterator[tuple[str, str]]:
    """The product in processes of its own, with the order; its address and the order's number."""
    with tempfile.TemporaryDirectory(prefix="proofroom-bench-") as folder:
        data = Path(folder)
        home = environment(data, {})
        built = subprocess.run(
            [sys.executable, "-m", "bench.room.stage", str(pictures)],
            cwd=ROOT, env=home, check=True, capture_output=True, text=True,
        )  # fmt: skip
        number = built.stdout.split()[-1]
        ports = {"--port": free_port(), "--ftp-port": free_port(), "--sftp-port": free_port()}
        url = f"http://127.0.0.1:{ports['--port']}"
        options = [word for name, port in ports.items() for word in (name, str(port))]
        command = [sys.executable, "-m", "proofroom.cli", "serve", *options]
        with (data / "said").open("wb") as said:
            process = subprocess.Popen(
                command, cwd=ROOT, env=environment(data, {"PROOFROOM_SITE_URL": url}), stdout=said, stderr=said
            )
        try:
            wait_until_ready(process, data / "said")
            yield url, number
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
