"""``python -m bench.tasks [ENGINE]``: the trial on SQLite and on a PostgreSQL of its own; prints one table each.

django-q2 and procrastinate take part where they are installed (``pip install django-q2 "procrastinate[django]"``).
"""

import json
import os
import subprocess
import sys
import tempfile


def main() -> None:
    """Run both databases, each in a process of its own: Django is set up once."""
    from tests.postgres import private_postgres

    with tempfile.TemporaryDirectory() as folder:
        measure_on(f"sqlite://{folder}/trial.sqlite3")
    with private_postgres() as url:
        measure_on(url)


def measure_on(database: str) -> None:
    """Print the table of one database."""
    environment = os.environ | {"TRIAL_DATABASE": database, "DJANGO_SETTINGS_MODULE": "bench.tasks.settings"}
    subprocess.run([sys.executable, "-m", "bench.tasks", "table", *sys.argv[1:]], env=environment, check=True)


def table(wanted: str) -> None:
    """Measure every candidate on the database of the environment."""
    from django.db import connection

    from bench.tasks import measure
    from bench.tasks.engines import candidates

    results = {e.name: measure.all_of(e) for e in candidates() if wanted in ("", e.name)}
    print(f"\n| {connection.vendor} |", " | ".join(results), "|")
    print("|---" * (len(results) + 1) + "|")
    for figure in next(iter(results.values())):
        print(f"| {figure} |", " | ".join(result[figure] for result in results.values()), "|")


def killed(what: str) -> None:
    """Print as JSON what became of 200 tasks of our own layer; the tests read it."""
    from bench.tasks import measure
    from bench.tasks.engines import candidates

    print(json.dumps(measure.killed(candidates()[0], what)))


def inside(action: str, argument: str) -> None:
    """Do one thing in the trial's Django project."""
    import django

    django.setup()
    from django.core.management import call_command

    from bench.tasks import engines

    if action == "worker":
        engines.run(argument)
        return
    call_command("migrate", run_syncdb=True, verbosity=0)
    if action == "table":
        table(argument)
    elif action == "killed":
        killed(argument)


if __name__ == "__main__":
    action, argument = [*sys.argv[1:], "", ""][:2]
    if action in ("table", "worker", "killed", "migrate"):
        inside(action, argument)
    else:
        main()
