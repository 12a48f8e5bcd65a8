"""The worker process: runs tasks in processes of its own, and the clock that fires deadlines."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import django

from proofroom.config.signs import clear_signs, show_sign

logger = logging.getLogger(__name__)

TICK = 1.0
"""Seconds between two looks at the deadlines."""
TIDY_EVERY = timedelta(hours=1)
"""Between two clearings of what has expired; the first is at the start."""


def work(processes: int) -> None:
    """Run tasks and fire deadlines until SIGTERM or SIGINT."""
    django.setup()
    from proofroom.core.tasks import run_worker

    stop = threading.Event()
    ticking = threading.Thread(target=_tick, args=(stop,), name="clock", daemon=True)
    ticking.start()
    show_sign("worker")
    try:
        run_worker(processes)
    finally:
        stop.set()
        ticking.join(timeout=5)
        clear_signs("worker", "clock")


def sweep_once(at_text: str | None) -> int:
    """Fire what is due, now or at the given ISO time, and tell how many fired. Raises SystemExit for no time at all."""
    django.setup()
    from django.utils.dateparse import parse_datetime

    from proofroom.core import clock
    from proofroom.workflow.sweep import run_due

    at = parse_datetime(at_text) if at_text else clock.now()
    if at is None or at.tzinfo is None:
        raise SystemExit("--at takes a time with its zone, such as 2026-11-21T09:00:00Z.")
    return run_due(at)


def _tick(stop: threading.Event) -> None:
    from django.db import close_old_connections

    from proofroom.core import clock
    from proofroom.workflow import tidy

    tidy_at = clock.now()
    while not stop.wait(TICK):
        close_old_connections()
        at = clock.now()
        _survive(_sweep, at)
        if at >= tidy_at:
            tidy_at = at + TIDY_EVERY
            _survive(tidy.tidy, at)


def _sweep(at: datetime) -> None:
    from proofroom.workflow import sweep

    sweep.run_due(at)
    show_sign("clock")


def _survive(step: Callable[[datetime], None], at: datetime) -> None:
    from django.db import DatabaseError

    try:
        step(at)
    except (DatabaseError, OSError):
        # What is due or has expired is a row: it is still there when the database and the disk answer again.
        logger.exception("The clock cannot reach the database or the data folder; it tries again.")


def prepare(folder: Path) -> None:
    """Bring the database up to date before the first process needs it."""
    folder.mkdir(parents=True, exist_ok=True)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
