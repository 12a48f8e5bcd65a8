"""The whole product as an operator starts it, in processes of its own."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.mailbox import Mailbox
from tests.ftp.studio import ROOT, environment
from tests.ports import free_port

START_WITHIN = 300
"""Seconds."""


@dataclass(frozen=True)
class Site:
    """Where it answers, where it lives, and the mails it has sent."""

    url: str
    data: Path
    mailbox: Mailbox


@contextmanager
def running_site(data: Path) -> Iterator[Site]:
    """``proofroom serve`` with the cast and an order in every state, while the block runs."""
    mailbox = Mailbox(free_port())
    mailbox.start()
    subprocess.run([sys.executable, "-m", "tests.browser.stage"], cwd=ROOT, env=environment(data, {}), check=True)
    ports = {"--port": free_port(), "--ftp-port": free_port(), "--sftp-port": free_port()}
    url = f"http://127.0.0.1:{ports['--port']}"
    settings = environment(data, {"PROOFROOM_SITE_URL": url, "PROOFROOM_EMAIL_URL": mailbox.url})
    options = [word for name, port in ports.items() for word in (name, str(port))]
    with (data / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "proofroom.cli", "serve", *options],
            cwd=ROOT, env=settings, stdout=said, stderr=said,
        )  # fmt: skip
    try:
        wait_until_ready(process, data / "said")
        yield Site(url, data, mailbox)
    finally:
        process.terminate()
        process.wait(START_WITHIN)
        mailbox.stop()


def wait_until_ready(process: "subprocess.Popen[bytes]", said: Path) -> None:
    """Until it has printed that it answers; ``said`` is where its words go."""
    until = time.monotonic() + START_WITHIN
    while "Proofroom is ready" not in said.read_text():
        assert process.poll() is None, said.read_text()
        assert time.monotonic() < until, f"Proofroom is not ready: {said.read_text()}"
        time.sleep(0.2)
