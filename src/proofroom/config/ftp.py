"""The processes that answer FTP, FTPS and SFTP, and the one that keeps them."""

import logging
import multiprocessing
import signal
import socket
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import TYPE_CHECKING

import django

from proofroom.config.environment import data_folder
from proofroom.config.ftp_identity import host_key
from proofroom.config.ftp_settings import read_options
from proofroom.config.server import listen

if TYPE_CHECKING:
    from proofroom.interfaces.ftp.options import Options

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.5
TIDY_EVERY = timedelta(hours=1)
END_WITHIN = 20
"""Seconds that uploads which are just being stored may take after the signal to end."""


def serve_files(host: str, ftp_port: int, sftp_port: int, processes: int) -> None:
    """Answer FTP and FTPS in so many processes and SFTP in one, until SIGTERM or SIGINT.

    Raises SystemExit with a sentence if a port cannot be had or a setting is wrong.
    """
    options, key = read_options(data_folder()), host_key(data_folder())
    ftp, sftp = listen(host, ftp_port), listen(host, sftp_port)
    django.setup()
    doors = Doors()
    for number in range(processes):
        doors.add(f"ftp-{number}", partial(_ftp, ftp, options.share(number, processes)))
    doors.add("sftp", lambda: _sftp(sftp, key))
    doors.run()


class Doors:
    """Processes by name; one that dies is started again, the others go on."""

    def __init__(self) -> None:
        self._asked = False
        self._work: dict[str, Callable[[], None]] = {}
        self._running: dict[str, ForkProcess] = {}

    def add(self, name: str, work: Callable[[], None]) -> None:
        """``work`` is done in a process of its own from ``run`` on."""
        self._work[name] = work

    def run(self) -> None:
        """Returns after SIGTERM or SIGINT, when all have ended."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)
        tidied = float("-inf")
        while not self._asked:
            for name in self._work:
                self._keep(name)
            if time.monotonic() - tidied > TIDY_EVERY.total_seconds():
                _tidy()
                tidied = time.monotonic()
            time.sleep(LOOK_EVERY)
        self._stop()

    def _ask(self, _number: int, _frame: object) -> None:
        self._asked = True

    def _keep(self, name: str) -> None:
        process = self._running.get(name)
        if process is not None and process.is_alive():
            return
        if process is not None:
            logger.warning("The %s process ended with code %s; another takes its place.", name, process.exitcode)
        # Forked, so that all accept from one socket; the parent has no threads and no open connection.
        process = multiprocessing.get_context("fork").Process(target=self._work[name], name=name)
        process.start()
        self._running[name] = process

    def _stop(self) -> None:
        for process in self._running.values():
            process.terminate()
        until = time.monotonic() + END_WITHIN
        for process in self._running.values():
            process.join(max(0, until - time.monotonic()))
            if process.is_alive():
                process.kill()


def _ftp(listener: socket.socket, options: "Options") -> None:
    from proofroom.interfaces.ftp.server import serve

    serve(listener, options)


def _sftp(listener: socket.socket, key: Path) -> None:
    from proofroom.interfaces.sftp.server import serve

    serve(listener, key)


def _tidy() -> None:
    from django.db import DatabaseError, connections

    from proofroom.core import clock
    from proofroom.interfaces.tree.partial import forget_old
    from proofroom.people import attempts

    forget_old(clock.now())
    try:
        attempts.forget_old(clock.now())
    except DatabaseError:
        logger.exception("Old failed sign-ins could not be forgotten; it is tried again in an hour.")
    finally:
        connections.close_all()
