"""The candidates behind one face: enqueue, the worker processes to start, and recovery where it is ours to do."""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string

Function = Callable[..., object]


@dataclass(frozen=True)
class Engine:
    """``runners`` is how many processes the trial starts; those that bring their own parent need one."""

    name: str
    enqueue: Callable[..., object]
    runners: int
    recover: Callable[[], object] = lambda: None


def path(function: Function) -> str:
    """Where a worker finds the function."""
    return f"{function.__module__}.{function.__qualname__}"


def candidates() -> list[Engine]:
    """Those that are installed and run on this database."""
    from proofroom.core.tasks import later

    found = [Engine("core.tasks", later, 1), Engine("django-tasks-db", _django_tasks, 2)]
    if find_spec("django_q"):
        async_task = import_string("django_q.tasks.async_task")
        found.append(Engine("django-q2", lambda function, *args: async_task(path(function), *args), 1))
    if apps.is_installed("procrastinate.contrib.django"):
        found.append(Engine("procrastinate", _procrastinate, 2, _retry_stalled))
    return found


def command(engine: Engine) -> list[str]:
    """One worker process as a user would start it."""
    return [sys.executable, "-m", "bench.tasks", "worker", engine.name]


def run(name: str) -> None:
    """Be a worker process of the named engine."""
    from django.core.management import call_command

    if name == "core.tasks":
        from proofroom.core.tasks import run_worker

        run_worker(2)
    elif name == "django-tasks-db":
        call_command("db_worker", interval=0.1, startup_delay=False, reload=False)
    elif name == "django-q2":
        call_command("qcluster")
    else:
        _registered()
        app = _procrastinate_app()
        # The worker listens on a connection of its own; Django's connector can only enqueue.
        with app.replace_connector(app.connector.get_worker_connector()) as listening:
            listening.run_worker(
                concurrency=1, fetch_job_polling_interval=0.1, update_heartbeat_interval=3, stalled_worker_timeout=12
            )


def _django_tasks(function: Function, *args: object) -> None:
    from proofroom.core.tasks.queue import call

    call.enqueue(path(function), list(args), {}, 99)


def _procrastinate_app() -> Any:
    return import_string("procrastinate.contrib.django.app")


def _procrastinate(function: Function, *args: object) -> None:
    _registered().defer(function=path(function), arguments=list(args))


def _registered() -> Any:
    app = _procrastinate_app()
    if "trial" not in app.tasks:
        app.task(name="trial")(_call)
    return app.tasks["trial"]


def _call(function: str, arguments: list[Any]) -> None:
    import_string(function)(*arguments)


def _retry_stalled() -> None:
    app = _procrastinate_app()

    async def again() -> None:
        async with app.open_async():
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=12):
                await app.job_manager.retry_job(job)

    asyncio.run(again())
