"""200 tasks while processes die by SIGKILL: none is lost, none has its effect twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def _killed(what: str, database: str) -> dict[str, int]:
    environment = os.environ | {"TRIAL_DATABASE": database, "DJANGO_SETTINGS_MODULE": "bench.tasks.settings"}
    command = [sys.executable, "-m", "bench.tasks", "killed", what]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    counted: dict[str, int] = json.loads(output)
    return counted


def test_workers_are_killed_on_sqlite(tmp_path: Path) -> None:
    counted = _killed("one", f"sqlite://{tmp_path}/tasks.sqlite3")
    assert (counted["lost"], counted["marked twice"]) == (0, 0)


def test_everything_is_killed_on_sqlite(tmp_path: Path) -> None:
    counted = _killed("all", f"sqlite://{tmp_path}/tasks.sqlite3")
    assert (counted["lost"], counted["marked twice"]) == (0, 0)
    assert counted["begun twice"] > 0, "no kill hit a running task, so nothing was tried"


@pytest.mark.postgres
def test_everything_is_killed_on_postgres(postgres_url: str) -> None:
    counted = _killed("all", postgres_url)
    assert (counted["lost"], counted["marked twice"]) == (0, 0)
    assert counted["begun twice"] > 0, "no kill hit a running task, so nothing was tried"
