"""One parent that never runs a task, and the processes that do; the parent replaces those that die."""

import faulthandler
import logging
import multiprocessing
import os
import signal
import threading
import time
import uuid
from datetime import timedelta
from multiprocessing.context import SpawnProcess

import django
from django.db import InterfaceError, OperationalError, close_old_connections
from django_tasks.signals import task_finished, task_started

from proofroom.core import clock

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.25
TIDY_EVERY = timedelta(hours=1)
# Idle workers ask the database this often: half of it is the usual wait of a first preview. Asking twice as often
# costs twice the idle CPU and gains a twentieth of a second.
POLL = 0.2
# One task may take two minutes (a very large layered file); then its process is ended and the task given back.
TIME_LIMIT = 120
# Picture libraries keep what they once allocated: a fresh process now and then bounds the memory.
TASKS_PER_PROCESS = 500
STOP_WITHIN = 30


def run_worker(processes: int, stop: threading.Event | None = None) -> None:
    """Run tasks in ``processes`` processes until asked to stop; what runs then may finish within 30 seconds.

    Without ``stop`` it listens to SIGTERM and SIGINT itself and must be called in the main thread.
    """
    # A list, because setting an Event inside a signal handler can lock up with a wait() it interrupts.
    asked: list[int] = []
    if stop is None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda number, _frame: asked.append(number))
    pool = Pool(processes)
    try:
        while not asked and not (stop and stop.is_set()):
            pool.look_after()
            time.sleep(LOOK_EVERY)
    finally:
        pool.stop()


class Pool:
    """The processes by the name each has in the database; a name is never used again."""

    def __init__(self, size: int) -> None:
        from proofroom.core.tasks import recovery

        self.size = size
        self.members: dict[str, SpawnProcess] = {}
        self.recovery = recovery
        self.renewed = self.tidied = clock.now() - TIDY_EVERY

    def look_after(self) -> None:
        """Give back what the dead had begun, fill the ranks, renew the leases of the living."""
        try:
            close_old_connections()
            self._bury()
            self._renew()
            # Not reached while the database is away: new processes would only die of it, over and over.
            while len(self.members) < self.size:
                self._hire()
        except (InterfaceError, OperationalError):
            logger.exception("The database does not answer; the tasks wait for it.")

    def stop(self) -> None:
        """Let each finish its task within 30 seconds, end those that do not, give back what was left."""
        for process in self.members.values():
            process.terminate()
        until = time.monotonic() + STOP_WITHIN
        while time.monotonic() < until and any(process.is_alive() for process in self.members.values()):
            time.sleep(0.05)
            self._renew()
        for process in self.members.values():
            process.kill()
            process.join()
        self._bury()

    def _bury(self) -> None:
        for name, process in list(self.members.items()):
            if not process.is_alive():
                if process.exitcode:
                    logger.warning("A worker process ended with code %d; another takes its place.", process.exitcode)
                self.recovery.give_back(name, clock.now())
                del self.members[name]

    def _renew(self) -> None:
        at = clock.now()
        if at - self.renewed >= self.recovery.RENEW_EVERY:
            self.recovery.renew(self.members.keys(), at)
            self.recovery.give_back_expired(at)
            self.renewed = at
        if at - self.tidied >= TIDY_EVERY:
            self.recovery.forget_finished(at)
            self.tidied = at

    def _hire(self) -> None:
        name = uuid.uuid4().hex
        # Spawned, not forked: the parent has threads and open connections that a fork would share.
        process = multiprocessing.get_context("spawn").Process(target=_work, args=(name,), daemon=True)
        process.start()
        self.members[name] = process


def _work(name: str) -> None:
    # Ctrl-C reaches the whole process group; the parent alone decides, and tells by SIGTERM.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    django.setup()
    from proofroom.core.tasks.queue import worker

    # Not the engine's own handlers: a second signal makes them record the running task as failed.
    loop = worker(name, interval=POLL, max_tasks=TASKS_PER_PROCESS)
    signal.signal(signal.SIGTERM, lambda *_: setattr(loop, "running", False))
    task_started.connect(_limit_time)
    task_finished.connect(_lift_limit)
    loop.run()


def _end_with_parent() -> None:
    # Without a parent nobody renews the lease, so another worker will run the task: stop doing it here.
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _limit_time(**_: object) -> None:
    # Ends the process even inside a C library, and prints where it was.
    faulthandler.dump_traceback_later(TIME_LIMIT, exit=True)


def _lift_limit(**_: object) -> None:
    faulthandler.cancel_dump_traceback_later()
