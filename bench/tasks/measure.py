"""The measurements, one function each; every one starts from empty tables."""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from bench.tasks import work
from bench.tasks.crowd import Crowd
from bench.tasks.engines import Engine
from bench.tasks.models import Effect

TASKS = 200
# Longer than any lease of the trial (12 seconds): what has not come back by then does not come back.
PATIENCE = 20
# A task that is not done by then is lost, also on a machine busy with other work.
UNTIL_LOST = 120


def all_of(engine: Engine) -> dict[str, str]:
    """Every figure of one engine, as it is printed."""
    figures: dict[str, str] = {}
    for measurement in (transactions, throughput, latency, kills, idle_kills, again, graceful):
        empty()
        figures |= measurement(engine)
    print(engine.name, figures, flush=True)
    return figures


def empty() -> None:
    """No task and no effect from an earlier measurement."""
    call_command("flush", interactive=False, verbosity=0)
    if apps.is_installed("procrastinate.contrib.django"):
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@contextmanager
def running(engine: Engine) -> Iterator[Crowd]:
    """The engine's processes, seen to work, and gone at the end."""
    crowd = Crowd(engine)
    try:
        put(engine, work.stamp, [0])
        wait(lambda: Effect.objects.filter(pk=0, begun__gt=0).exists())
        yield crowd
    finally:
        crowd.kill_all()


def put(engine: Engine, function: Callable[[int], None], numbers: list[int]) -> None:
    """One task and one row per number, committed together."""
    with transaction.atomic():
        for number in numbers:
            Effect.objects.create(pk=number)
            engine.enqueue(function, number)


def wait(until: Callable[[], bool], patience: float = PATIENCE, step: float = 0.02) -> float | None:
    """Seconds until it is so; None if patience ran out."""
    began = time.monotonic()
    while not until():
        if time.monotonic() - began > patience:
            return None
        time.sleep(step)
    return time.monotonic() - began


def transactions(engine: Engine) -> dict[str, str]:
    """What a rolled back transaction leaves behind must not run."""
    try:
        with transaction.atomic():
            engine.enqueue(work.stamp, 1)
            raise InterruptedError
    except InterruptedError:
        Effect.objects.create(pk=1)
    with running(engine):
        time.sleep(1)
    return {"rolled back": "ran" if Effect.objects.get(pk=1).begun else "did not run"}


def throughput(engine: Engine) -> dict[str, str]:
    """Tasks that do nothing, a second and process, over 500; also what the engine needs in rest."""
    with running(engine) as crowd:
        count, megabytes = crowd.memory()
        before = sum(sum(p.cpu_times()[:2]) for p in crowd.members())
        time.sleep(3)
        idle = (sum(sum(p.cpu_times()[:2]) for p in crowd.members()) - before) / 3
        with transaction.atomic():
            for _ in range(500):
                engine.enqueue(work.nothing)
            Effect.objects.create(pk=1)
            engine.enqueue(work.stamp, 1)
        seconds = wait(lambda: Effect.objects.get(pk=1).begun > 0)
    rate = f"{500 / seconds / 2:.0f}" if seconds else "stuck"
    return {"a second": rate, "processes": str(count), "MB": f"{megabytes:.0f}", "idle CPU": f"{idle:.1%}"}


def latency(engine: Engine) -> dict[str, str]:
    """From commit to the first line of the task, 25 times on an idle engine, in milliseconds."""
    waits = []
    with running(engine):
        for number in range(1, 26):
            time.sleep(random.uniform(0.1, 0.3))
            put(engine, work.stamp, [number])
            committed = time.time()
            wait(lambda number=number: Effect.objects.get(pk=number).begun > 0, 5, 0.005)  # type: ignore[misc]
            waits.append((Effect.objects.get(pk=number).began_at or committed + 5) - committed)
    return {"start ms": f"{statistics.median(waits) * 1000:.0f} / {max(waits) * 1000:.0f}"}


KILLS: dict[str, tuple[Callable[[Crowd], None], int]] = {"one": (Crowd.kill_one, 6), "all": (Crowd.kill_all, 3)}


def killed(engine: Engine, what: str) -> dict[str, int]:
    """200 tasks while one process six times, or all of them three times, die at moments picked by chance."""
    kill, times = KILLS[what]
    Effect.objects.all().delete()
    with running(engine) as crowd:
        put(engine, work.effect, list(range(1, TASKS + 1)))
        for _ in range(times):
            time.sleep(random.uniform(0.3, 0.9))
            kill(crowd)
            crowd.mend()
        rows = Effect.objects.filter(pk__gt=0)
        wait(lambda: _all_done(engine, crowd), UNTIL_LOST, 0.5)
    return {
        "lost": rows.filter(done=False).count(),
        "begun twice": rows.filter(begun__gt=1).count(),
        "plain twice": rows.filter(plain__gt=1).count(),
        "marked twice": rows.filter(marked__gt=1).count(),
    }


def _all_done(engine: Engine, crowd: Crowd) -> bool:
    crowd.mend()
    engine.recover()
    return not Effect.objects.filter(done=False, pk__gt=0).exists()


def kills(engine: Engine) -> dict[str, str]:
    """Both kinds of killing: lost / begun twice / plain effects doubled / marked effects doubled."""
    figures = {}
    for what in KILLS:
        empty()
        figures[f"kill {what}"] = " / ".join(str(count) for count in killed(engine, what).values())
    return figures


def idle_kills(engine: Engine) -> dict[str, str]:
    """Six kills, two seconds apart, while there is nothing to do: seconds until the next task begins."""
    with running(engine) as crowd:
        for _ in range(6):
            crowd.kill_one()
            time.sleep(2)
            crowd.mend()
        put(engine, work.stamp, [1])
        seconds = wait(lambda: Effect.objects.get(pk=1).begun > 0)
    return {"after idle kills": f"{seconds:.1f} s" if seconds else "stuck"}


def again(engine: Engine) -> dict[str, str]:
    """Seconds until a task whose worker was killed begins once more."""
    figures = {}
    for what, kill in (("worker", Crowd.kill_one), ("all", Crowd.kill_all)):
        empty()
        with running(engine) as crowd:
            put(engine, work.slow, [1, 2])
            wait(lambda: Effect.objects.filter(pk__gt=0, begun=1).count() == 2)
            kill(crowd)
            seconds = wait(lambda crowd=crowd: _begun_again(engine, crowd), step=0.1)  # type: ignore[misc]
        figures[f"again after {what}"] = f"{seconds:.1f} s" if seconds else "never"
    return figures


def _begun_again(engine: Engine, crowd: Crowd) -> bool:
    crowd.mend()
    engine.recover()
    return Effect.objects.filter(pk__gt=0, begun__gt=1).exists()


def graceful(engine: Engine) -> dict[str, str]:
    """SIGTERM in the middle of a task of two seconds: is it finished, and how long does the end take."""
    with running(engine) as crowd:
        put(engine, work.slow, [1])
        wait(lambda: Effect.objects.get(pk=1).begun > 0)
        seconds = crowd.stop(20)
    finished = "finished" if Effect.objects.get(pk=1).done else "cut off"
    return {"stop": f"{finished}, {seconds:.1f} s" if seconds else f"{finished}, had to be killed"}
