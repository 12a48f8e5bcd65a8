"""Asks the process that opens files, and ends it when it takes too long."""

import contextlib
import json
import os
import select
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from typing import Any

from proofroom.files.previews.finding import BROKEN, KEPT, UNSHOWN, Finding, Job, Rendering, Tiling

TIME_LIMIT = 20.0  # seconds for one file; a picture of 100 megapixels takes about four
TOO_LONG = f"This file could not be opened within 20 seconds, so it is not shown. {KEPT}"
FELL = "This file is damaged so badly that it cannot be opened. Export it again and upload it."
DIED = ""  # what the end of a pipe reads as
PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "TMPDIR", "LANG", "VIPS_CONCURRENCY")


class Darkroom:
    """One child process, started at the first question and again after it fell or was ended."""

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self.time_limit = time_limit
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._parent = 0

    def look(self, job: Job, time_limit: float | None = None) -> Finding:
        """What there is to see. A file that kills two processes is damaged; one that takes too long is not shown.

        ``time_limit`` in seconds instead of the darkroom's own.
        """
        asked = json.dumps({**asdict(job), "path": str(job.path), "out": str(job.out)})
        until = time.monotonic() + (self.time_limit if time_limit is None else time_limit)
        with self._lock:
            answer = self._ask(self._running(), asked, until)
            if answer == DIED:
                # The machine may have ended it for want of memory, which is no fault of the file.
                answer = self._ask(self._running(), asked, until)
        return Finding(UNSHOWN, TOO_LONG) if answer is None else _finding(answer)

    def close(self) -> None:
        """Ends the child process if there is one."""
        child, self._child = self._child, None
        if child is None or self._parent != os.getpid():
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            # A question that the child did not live to read is written again here, to nobody.
            with contextlib.suppress(BrokenPipeError):
                if pipe is not None:
                    pipe.close()

    def _ask(self, child: "subprocess.Popen[str]", line: str, until: float) -> str | None:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write(line + "\n")
            child.stdin.flush()
            ready, _, _ = select.select([child.stdout], [], [], max(until - time.monotonic(), 0))
            answer = child.stdout.readline() if ready else None
        except BrokenPipeError:
            answer = DIED
        if not answer:
            self.close()
        return answer

    def _running(self) -> "subprocess.Popen[str]":
        if self._child is None or self._parent != os.getpid() or self._child.poll() is not None:
            self.close()
            self._parent = os.getpid()
            self._child = subprocess.Popen(
                [sys.executable, "-m", "proofroom.files.previews"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            )
        return self._child


def _finding(answer: str) -> Finding:
    if answer == DIED:
        return Finding(BROKEN, FELL)
    told: dict[str, Any] = json.loads(answer)
    renderings = tuple(Rendering(**each) for each in told["renderings"])
    tiling = told["tiling"] and Tiling(**told["tiling"])
    return Finding(**{**told, "renderings": renderings, "tiling": tiling})


def look(job: Job, time_limit: float = TIME_LIMIT) -> Finding:
    """Asks this process's own darkroom; what is made is written into the job's folder. ``time_limit`` in seconds."""
    return _OURS.look(job, time_limit)


_OURS = Darkroom()
