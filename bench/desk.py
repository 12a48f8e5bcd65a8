"""The staff's desk with 1,000,000 returns in the database against 1,000: queries and time.

    python -m bench.desk [--many 1000000] [--few 1000] [--database postgres]

What waits is the same in both: returns, disputes, messages, late and unassigned orders. The rest is closed, ten returns
an order, spread over five years. The two are asked in turns; printed are the medians of all rounds and their ratio.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack

ROUNDS, ASKED, WAITING = 5, 12, 12
REACH = 1.3
FIVE_YEARS = 5 * 365 * 24 * 60
"""Minutes."""


def main() -> None:
    """Builds both databases, then asks them in turns; the exit code is 1 when the reach is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=1_000_000)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--child", choices=("build", "ask"))
    options = parser.parse_args()
    if options.child:
        _child(options.child, options.many)
    else:
        sys.exit(_compare(options.few, options.many, options.database))


def _compare(few: int, many: int, database: str) -> int:
    with ExitStack() as stack:
        homes = [_home(stack, size, database) for size in (few, many)]
        seen: list[dict[str, list[float]]] = [{}, {}]
        queries: list[dict[str, int]] = [{}, {}]
        for _ in range(ROUNDS):
            for number, home in enumerate(homes):
                for name, (times, asked) in json.loads(_run(home, "ask")).items():
                    seen[number].setdefault(name, []).extend(times)
                    queries[number][name] = asked
    print(f"{'desk, ' + database:34} {'queries':>9} {f'{few:,} (ms)':>12} {f'{many:,} (ms)':>15} {'ratio':>6}")
    worst = 0.0
    for name in seen[0]:
        small, large = (statistics.median(each[name]) * 1000 for each in seen)
        asked = f"{queries[0][name]} / {queries[1][name]}"
        print(f"{name:34} {asked:>9} {small:12.1f} {large:15.1f} {large / small:6.2f}")
        worst = max(worst, large / small)
    return int(worst > REACH or queries[0] != queries[1])


def _home(stack: ExitStack, size: int, database: str) -> dict[str, str]:
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="proofroom-bench-"))
    home = {**os.environ, "PROOFROOM_DATA": folder, "DJANGO_SETTINGS_MODULE": "proofroom.config.settings"}
    if database == "postgres":
        from tests.postgres import private_postgres

        home["PROOFROOM_DATABASE_URL"] = stack.enter_context(private_postgres())
    started = time.monotonic()
    _run(home, "build", size)
    print(f"{size:,} returns built in {time.monotonic() - started:.0f} s", flush=True)
    return home


def _run(home: dict[str, str], what: str, size: int = 0) -> str:
    command = [sys.executable, "-m", "bench.desk", "--child", what, "--many", str(size)]
    return subprocess.run(command, env=home, check=True, stdout=subprocess.PIPE, text=True).stdout


def _child(what: str, size: int) -> None:
    import django

    django.setup()
    if what == "build":
        _build(size)
    else:
        print(json.dumps(_ask()))


def _build(size: int) -> None:
    from django.core.management import call_command
    from django.db import connection

    from proofroom.core import clock
    from proofroom.orders.models import Order
    from proofroom.returns.models import Return, ReturnEntry
    from tests.cast import make_cast
    from tests.orders_in_states import HOUR, Orders, make_product

    call_command("migrate", verbosity=0)
    orders = Orders(make_cast(), make_product(), clock.now() - 6 * HOUR)
    closed = orders.reopened(pictures=1)
    orders.do("assess", closed, "supervisor", clock.now() - HOUR, decision="declined", message="As ordered.")
    orders.do("accept", closed, "customer", clock.now() - HOUR)
    _copy(Order, max(size // 10, 1), {"number": "'PR-1-' || {n}"})
    _copy(Return, size, {"number": "'RT-1-' || {n}", "order_id": f"1 + {{n}} % {max(size // 10, 1)}"})
    _copy(ReturnEntry, size, {"of_id": "1 + {n} % " + str(size), "waited": "{waited}", "at": "{at}"})
    _let_wait(orders)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy(model: object, size: int, changes: dict[str, str]) -> None:
    """Copies the newest row until there are ``size``: inside the database, where a million takes seconds."""
    from django.db import connection, models

    assert isinstance(model, type)
    assert issubclass(model, models.Model)
    quoted, here = connection.ops.quote_name, connection.vendor
    names = [str(each.column) for each in model._meta.concrete_fields if not each.primary_key]  # noqa: SLF001
    long_ago = f"({{n}} * 7919) % {FIVE_YEARS}"
    words = {
        "sqlite": {"at": f"datetime('now', '-' || ({long_ago}) || ' minutes')", "waited": "({n} % 1200) * 1000000"},
        "postgresql": {"at": f"now() - ({long_ago}) * interval '1 minute'", "waited": "({n} % 1200) * interval '1 s'"},
    }[here]
    chosen = [changes.get(name, quoted(name)).format(**{"n": "{n}", **words}).format(n="s.n") for name in names]
    table = quoted(model._meta.db_table)  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(map(quoted, names))}) "
            f"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {size}) "
            f"SELECT {', '.join(chosen)} FROM s, (SELECT * FROM {table} ORDER BY id DESC LIMIT 1) pattern"
        )


def _let_wait(orders: object) -> None:
    """The same for both: something of each kind, and some of it late."""
    from proofroom.core import clock
    from proofroom.workflow.talk import speak
    from tests.orders_in_states import HOUR, Orders

    assert isinstance(orders, Orders)
    now = clock.now()
    for number in range(WAITING):
        orders.begin = now - (4 + number / 20) * HOUR
        orders.reopened(pictures=1)
        speak(orders.in_production(pictures=1), orders.cast.customer, "Is it coming?", now)
        orders.placed(pictures=1)
        orders.begin = now - 40 * HOUR
        orders.in_production(pictures=1)


def _ask() -> dict[str, tuple[list[float], int]]:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.pages import _timed
    from proofroom.people.models import Person

    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    coordinator = Person.objects.get(email="coordinator@example.com")
    client.force_login(coordinator, backend="allauth.account.auth_backends.AuthenticationBackend")
    found: dict[str, tuple[list[float], int]] = {}
    for name, address in {"The queue": "/desk/", "Disputes alone": "/desk/?show=disputes"}.items():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        many = len(captured)  # the next request empties the log
        found[name] = ([_timed(client.get, address) for _ in range(ASKED)], many)
    return found


if __name__ == "__main__":
    main()
