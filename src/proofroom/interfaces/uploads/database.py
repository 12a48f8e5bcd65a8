"""Database work of a native ASGI handler, in threads of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import connections

P = ParamSpec("P")
T = TypeVar("T")

# Apart from the pool that writes chunks: hashing a finished film must not hold up anybody's bytes.
_THREADS = ThreadPoolExecutor(max_workers=8, thread_name_prefix="uploads")


async def aside(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Runs ``function`` where it may use the database and block; its connections are closed after it."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, lambda: _run(function, *args, **kwargs))


def _run(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return function(*args, **kwargs)
    finally:
        connections.close_all()
