"""200 tasks while processes die by SIGKILL: none is lost, none has its effect twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TRIES = 4


def _killed(what: str, database: str) -> dict[str, int]:
    environment = os.environ | {"TRIAL_DATABASE": database, "DJANGO_SETTINGS_MODULE": "bench.tasks.settings"}
    command = [sys.executable, "-m", "bench.tasks", "killed", what]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    counted: dict[str, int] = json.loads(output)
    return counted


def _hits(database: str) -> bool:
    """Kills everything at random moments, again where none of them met a running task; nothing may ever be lost."""
    for _ in range(TRIES):
        counted = _killed("all", database)
        assert (counted["lost"], counted["marked twice"]) == (0, 0)
        if counted["begun twice"] > 0:
            return True
    return False


def test_workers_are_killed_on_sqlite(tmp_path: Path) -> None:
    counted = _killed("one", f"sqlite://{tmp_path}/tasks.sqlite3")
    assert (counted["lost"], counted["marked twice"]) == (0, 0)


def test_everything_is_killed_on_sqlite(tmp_path: Path) -> None:
    assert _hits(f"sqlite://{tmp_path}/tasks.sqlite3"), "no kill hit a running task, so nothing was tried"


@pytest.mark.postgres
def test_everything_is_killed_on_postgres(postgres_url: str) -> None:
    assert _hits(postgres_url), "no kill hit a running task, so nothing was tried"
