"""Work that blocks, done in threads so that the other clients of an asynchronous door go on."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import close_old_connections

P = ParamSpec("P")
T = TypeVar("T")


class Threads:
    """The threads of one door: at most ``size`` of them, called ``name`` in traces."""

    def __init__(self, name: str, size: int) -> None:
        self._pool = ThreadPoolExecutor(max_workers=size, thread_name_prefix=name)

    async def aside(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs ``function`` where it may use the database and the disk.

        Its connection serves the thread's next call, as long as ``CONN_MAX_AGE`` says: opening one costs more than most
        calls.
        """
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: _run(function, *args, **kwargs))


def _run(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    close_old_connections()
    try:
        return function(*args, **kwargs)
    finally:
        close_old_connections()
