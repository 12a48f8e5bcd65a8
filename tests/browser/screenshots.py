"""Pictures of every page for every role, wide and narrow: ``python -m tests.browser.screenshots [--url URL]``."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from tests.browser.chromium import NARROW, WIDE, chromium
from tests.browser.sights import LOOKERS, SIGHTS, known_to
from tests.browser.site import wait_until_ready
from tests.browser.visits import Visits
from tests.ftp.studio import ROOT, environment
from tests.ports import free_port

SIZES = (WIDE, NARROW)
SETTLE_MS = 300
"""Fonts and the last pictures."""


def main() -> None:
    """Takes them into ``var/screenshots``, one folder a role."""
    parser = argparse.ArgumentParser(description="Takes a picture of every page for every role.")
    parser.add_argument("--url", help="a running demo; without it one is started")
    parser.add_argument("--into", default=str(ROOT / "var/screenshots"), help="folder for the pictures")
    parser.add_argument("--only", default="", help="only addresses that have these words")
    options = parser.parse_args()
    with nullcontext(options.url) if options.url else own_demo() as url, chromium() as browser:
        visits = Visits(browser, url.rstrip("/"))
        for part in LOOKERS:
            count = take_all(visits, part, Path(options.into) / part, options.only)
            print(f"{part}: {count} pictures", flush=True)


@contextmanager
def own_demo() -> Iterator[str]:
    """A demo on free ports, whose data stay for the next time."""
    data = ROOT / "var/screenshots-demo"
    data.mkdir(parents=True, exist_ok=True)
    ports = {"--port": free_port(), "--ftp-port": free_port(), "--sftp-port": free_port()}
    options = [word for name, port in ports.items() for word in (name, str(port))]
    command = [sys.executable, "-m", "proofroom.cli", "demo", "--data", str(data), *options]
    with (data / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, env=environment(data, {}), stdout=said, stderr=said)
    try:
        wait_until_ready(process, data / "said")
        yield f"http://127.0.0.1:{ports['--port']}"
    finally:
        process.terminate()
        process.wait()


def take_all(visits: Visits, part: str, folder: Path, only: str) -> int:
    """Every page this person sees; returns how many pictures there are of them."""
    known = known_to(visits, part if part == "artist" else "customer")
    page = visits.of(part)
    wanted = [sight for sight in SIGHTS if part in sight.lookers and only in sight.address]
    for sight in wanted:
        page.goto("about:blank")
        page.goto(sight.address.format(**known), wait_until="networkidle")
        for size in SIZES:
            page.set_viewport_size(size)
            page.evaluate("document.querySelectorAll('img').forEach(each => { each.loading = 'eager' })")
            page.wait_for_timeout(SETTLE_MS)
            page.screenshot(path=folder / f"{sight.name}-{size['width']}.png", full_page=True)
    page.context.close()
    return len(wanted) * len(SIZES)


if __name__ == "__main__":
    main()
