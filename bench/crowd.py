"""Clients that stay while something else is measured."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def crowd(one: Callable[[], Coroutine[Any, Any, None]], number: int, settle: float) -> AsyncIterator[None]:
    """``number`` of ``one`` at once, for ``settle`` seconds before and then as long as the block lasts."""
    tasks = [asyncio.create_task(one()) for _ in range(number)]
    await asyncio.sleep(settle)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
