"""My orders and an order's page with 100,000 orders in the database against 1,000: queries and time.

    python -m bench.pages [--many 100000] [--few 1000] [--database postgres]

Half of the orders belong to the customer who looks; the other half to somebody else. Each round asks the few, then the
many, and so on; printed are the medians of all rounds and their ratio.
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
from datetime import timedelta
from pathlib import Path

ROUNDS, ASKED = 7, 15
CHUNK = 5_000


def main() -> None:
    """Builds both databases, then asks them in turns."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--child", choices=("build", "ask"))
    options = parser.parse_args()
    if options.child:
        _child(options.child, options.many)
    else:
        _compare(options.few, options.many, options.database)


def _compare(few: int, many: int, database: str) -> None:
    with ExitStack() as stack:
        homes = [_home(stack, size, database) for size in (few, many)]
        seen: list[dict[str, list[float]]] = [{}, {}]
        queries: list[dict[str, int]] = [{}, {}]
        for _ in range(ROUNDS):
            for number, home in enumerate(homes):
                told = json.loads(_run(home, "ask"))
                for name, (times, asked) in told.items():
                    seen[number].setdefault(name, []).extend(times)
                    queries[number][name] = asked
    print(f"{'page':28} {'queries':>9} {f'{few:,} (ms)':>14} {f'{many:,} (ms)':>14} {'ratio':>6}")
    for name in seen[0]:
        small, large = (statistics.median(each[name]) * 1000 for each in seen)
        asked = f"{queries[0][name]} / {queries[1][name]}"
        print(f"{name:28} {asked:>9} {small:14.1f} {large:14.1f} {large / small:6.2f}")


def _home(stack: ExitStack, size: int, database: str) -> dict[str, str]:
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="proofroom-bench-"))
    home = {**os.environ, "PROOFROOM_DATA": folder, "DJANGO_SETTINGS_MODULE": "proofroom.config.settings"}
    if database == "postgres":
        from tests.postgres import private_postgres

        home["PROOFROOM_DATABASE_URL"] = stack.enter_context(private_postgres())
    started = time.monotonic()
    _run(home, "build", size)
    print(f"{size:,} orders built in {time.monotonic() - started:.0f} s", flush=True)
    return home


def _run(home: dict[str, str], what: str, size: int = 0) -> str:
    command = [sys.executable, "-m", "bench.pages", "--child", what, "--many", str(size)]
    return subprocess.run(command, env=home, check=True, capture_output=True, text=True).stdout


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
    from tests.cast import make_cast
    from tests.orders_in_states import HOUR, Orders, make_product

    call_command("migrate", verbosity=0)
    cast = make_cast()
    orders = Orders(cast, make_product(), clock.now() - 6 * HOUR)
    pattern = orders.delivered()
    for start in range(0, size - 1, CHUNK):
        _copy(pattern, start, min(CHUNK, size - 1 - start), cast.rivals_account.pk)
    orders.delivered()  # the newest, which is the page that is asked for
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    (Path(os.environ["PROOFROOM_DATA"]) / "who").write_text(str(cast.customer.pk))


def _copy(pattern: object, start: int, many: int, rivals: int) -> None:
    from proofroom.orders.models import Activity, Item, Message, Order

    assert isinstance(pattern, Order)
    assert pattern.artist_id is not None
    item = pattern.items.all()[0]
    kept = [field for field in Order._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    fields = {field.attname: getattr(pattern, field.attname) for field in kept}
    states = ("delivered", "completed", "in_production", "completed", "placed", "completed")
    copies = Order.objects.bulk_create(
        Order(
            **{
                **fields,
                "number": f"PR-2020-{start + number:06d}",
                "state": states[number % len(states)],
                "account_id": rivals if number % 2 else pattern.account_id,
                "created_at": pattern.created_at - timedelta(hours=number),
            }
        )
        for number in range(many)
    )
    Item.objects.bulk_create(
        Item(order=copy, position=1, name=item.name, original=item.original, settled=True) for copy in copies
    )
    Message.objects.bulk_create(
        Message(order=copy, author_id=pattern.artist_id, body="All is in.", at=pattern.created_at) for copy in copies
    )
    Activity.objects.bulk_create(
        Activity(order=copy, at=pattern.created_at, role="customer", action="place", source="draft", target="placed")
        for copy in copies
    )


def _ask() -> dict[str, tuple[list[float], int]]:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from proofroom.orders.models import Order
    from proofroom.people.models import Person

    settings.ALLOWED_HOSTS = ["*"]
    customer = Person.objects.get(pk=(Path(os.environ["PROOFROOM_DATA"]) / "who").read_text())
    newest = Order.objects.filter(account__memberships__person=customer).order_by("-id")[0].number
    client = Client()
    client.force_login(customer, backend="allauth.account.auth_backends.AuthenticationBackend")
    found: dict[str, tuple[list[float], int]] = {}
    pages = {"What needs me": "/", "My orders": "/orders/", "My orders, delivered": "/orders/?state=delivered"}
    for name, address in {**pages, "An order": f"/orders/{newest}/"}.items():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        many = len(captured)  # the next request empties the log
        found[name] = ([_timed(client.get, address) for _ in range(ASKED)], many)
    return found


def _timed(get: object, address: str) -> float:
    assert callable(get)
    started = time.perf_counter()
    get(address)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
