"""Putting work aside in the caller's transaction, and trying again what failed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task

from proofroom.core import clock

if TYPE_CHECKING:
    from django_tasks_db.management.commands.db_worker import Worker

# A mail server that is down for an afternoon costs nobody a message; after the last wait the row stays as failed.
WAITS = (10, 60, 600, 3_600, 6 * 3_600)


@task()
def call(function: str, args: list[Any], kwargs: dict[str, Any], tried: int) -> None:
    """Run what ``later`` put aside.

    A failure is queued anew before the engine records it: a death in between doubles the task but never loses it.
    """
    try:
        import_string(function)(*args, **kwargs)
    except Exception:
        if tried < len(WAITS):
            again = clock.now() + timedelta(seconds=WAITS[tried])
            call.using(run_after=again).enqueue(function, args, kwargs, tried + 1)
        raise


def later(function: Callable[..., object], *args: object, **kwargs: object) -> None:
    """Run a module's function in a worker once the caller's transaction is committed; never if it is rolled back.

    Arguments are what JSON can hold: give identifiers, not rows. Raises TypeError for other arguments and
    ValueError for a lambda, a method or an inner function, which a worker could not find by its name.
    """
    call.enqueue(_name_of(function), list(args), kwargs, 0)


def later_at(at: datetime, function: Callable[..., object], *args: object, **kwargs: object) -> None:
    """As ``later``, but not before ``at``."""
    call.using(run_after=at).enqueue(_name_of(function), list(args), kwargs, 0)


def _name_of(function: Callable[..., object]) -> str:
    if "." in function.__qualname__ or "<" in function.__qualname__:
        raise ValueError(f"{function.__qualname__} cannot be found by a worker: give a function of a module.")
    return f"{function.__module__}.{function.__qualname__}"


def run_queued() -> int:
    """Run what is due in this process, also what that queues in turn, and tell how many ran. For tests.

    Without the engine's loop, which would close the connection under a test's transaction. Raises RuntimeError with
    the trace of the first task that failed, after all have run.
    """
    from django_tasks_db.models import DBTaskResult  # needs the models

    engine, ran = worker("in-process"), []
    while (row := DBTaskResult.objects.ready().first()) is not None:
        row.claim(engine.worker_id)
        engine.run_task(row)
        ran.append(row.task_result)
    for result in ran:
        if result.status.value == TaskResultStatus.FAILED.value:
            raise RuntimeError(result.errors[0].traceback)
    return len(ran)


def worker(name: str, *, batch: bool = False, interval: float = 0, max_tasks: int | None = None) -> "Worker":
    """The engine's loop under a name of its own; in ``batch`` it ends when nothing is due."""
    from django_tasks_db.management.commands.db_worker import Worker  # needs the models

    return Worker(
        queue_names=["default"],
        excluded_queue_names=[],
        backend_name="default",
        startup_delay=False,
        worker_id=name,
        batch=batch,
        interval=interval,
        max_tasks=max_tasks,
    )
