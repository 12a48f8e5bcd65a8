"""The parent and its processes end together, and in order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from bench.tasks.crowd import children, lives

PATIENCE = 20


@pytest.fixture
def parent(tmp_path: Path) -> Iterator[psutil.Popen]:
    """A running ``run_worker`` with two processes, in a process group of its own like one started in a terminal."""
    environment = os.environ | {
        "TRIAL_DATABASE": f"sqlite://{tmp_path}/tasks.sqlite3",
        "DJANGO_SETTINGS_MODULE": "bench.tasks.settings",
    }
    trial = [sys.executable, "-m", "bench.tasks"]
    subprocess.run([*trial, "migrate"], env=environment, check=True)
    process = psutil.Popen([*trial, "worker", "core.tasks"], env=environment, start_new_session=True)
    _wait(lambda: len(children(process.pid)) == 2)
    yield process
    if process.is_running():
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(until: Callable[[], bool]) -> None:
    patient_until = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < patient_until, "It did not come about."
        time.sleep(0.05)


def test_a_killed_worker_is_replaced(parent: psutil.Popen) -> None:
    first, second = children(parent.pid)
    first.kill()
    _wait(lambda: len({p.pid for p in children(parent.pid)} - {first.pid, second.pid}) == 1)


def test_workers_do_not_outlive_a_killed_parent(parent: psutil.Popen) -> None:
    workers = children(parent.pid)
    parent.kill()
    parent.wait()
    _wait(lambda: not any(map(lives, workers)))


def test_sigterm_ends_all_of_it(parent: psutil.Popen) -> None:
    workers = children(parent.pid)
    parent.terminate()
    assert parent.wait(PATIENCE) == 0
    assert not any(map(lives, workers))


def test_ctrl_c_ends_all_of_it(parent: psutil.Popen) -> None:
    workers = children(parent.pid)
    os.killpg(parent.pid, signal.SIGINT)
    assert parent.wait(PATIENCE) == 0
    assert not any(map(lives, workers))
