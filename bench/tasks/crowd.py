"""The processes under trial: start them, look at them, kill them."""

import os
import random
import signal
import subprocess
import time
from contextlib import suppress

import psutil

from bench.tasks.engines import Engine, command


class Crowd:
    """All processes of one engine. What stands in for systemd is ``mend``: it restarts what the trial started."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        # Also the groups of roots that died: some engines leave orphans behind.
        self.groups: list[int] = []
        self.roots = [self._start() for _ in range(engine.runners)]

    def members(self) -> list[psutil.Process]:
        """Every living process, roots first."""
        found = []
        for root in self.roots:
            try:
                process = psutil.Process(root.pid)
                found += [process, *process.children(recursive=True)]
            except psutil.NoSuchProcess:
                continue
        return [process for process in found if lives(process)]

    def workers(self) -> list[psutil.Process]:
        """What may be killed alone: everything below a parent, or the roots themselves where there is none."""
        below = [p for root in self.roots for p in children(root.pid)]
        return below or self.members()

    def kill_one(self) -> None:
        """SIGKILL to a worker picked by chance."""
        if found := self.workers():
            os.kill(random.choice(found).pid, signal.SIGKILL)

    def kill_all(self) -> None:
        """SIGKILL to every process at once, as when the machine loses its power."""
        for group in self.groups:
            with suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
        for root in self.roots:
            root.wait()

    def mend(self) -> None:
        """Restart the roots that are gone."""
        self.roots = [root if root.poll() is None else self._start() for root in self.roots]

    def stop(self, within: float) -> float | None:
        """SIGTERM to the roots: the seconds until all are gone, or None when some had to be killed."""
        began, members = time.monotonic(), self.members()
        for root in self.roots:
            root.terminate()
        while (left := [p for p in members if lives(p)]) and time.monotonic() - began < within:
            time.sleep(0.02)
        for process in left:
            process.kill()
        for root in self.roots:
            root.wait()
        return None if left else time.monotonic() - began

    def memory(self) -> tuple[int, float]:
        """Number of processes and their memory in MB, shared pages counted once."""
        members = self.members()
        return len(members), sum(process.memory_full_info().pss for process in members) / 1e6

    def _start(self) -> "subprocess.Popen[bytes]":
        quiet = subprocess.DEVNULL
        root = subprocess.Popen(command(self.engine), stderr=quiet, stdout=quiet, start_new_session=True)
        self.groups.append(root.pid)
        return root


def lives(process: psutil.Process) -> bool:
    """Whether it still runs; what has ended but was not yet waited for does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def children(pid: int) -> list[psutil.Process]:
    """The living processes below this one, without the helper that Python itself starts."""
    try:
        below = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return [process for process in below if lives(process) and not _is_helper(process)]


def _is_helper(process: psutil.Process) -> bool:
    try:
        return "resource_tracker" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return True
