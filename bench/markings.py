"""Saving a marking while 50 people draw at once: time of each save, over real HTTP.

    python -m bench.markings [--people 50] [--seconds 20] [--database postgres]

Everybody is of one account and draws in one of five orders, so ten people share a picture. Each draws a line of 200
points about every two seconds, as a hand does: a draft is made, and then its comment is written. One web process.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import httpx
import psutil

ORDERS, POINTS, PAUSE = 5, 200, 2.0
LIMIT = 100.0  # ms at the 95th percentile


def main() -> None:
    """Builds a studio, starts its web process, lets everybody draw, prints the percentiles."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--child", choices=("build",))
    options = parser.parse_args()
    if options.child:
        _build(options.people)
        return
    with ExitStack() as stack:
        home = _home(stack, options.database)
        command = [sys.executable, "-m", "bench.markings", "--child", "build", "--people", str(options.people)]
        subprocess.run(command, env=home, check=True)
        base, server = _serve(stack, home)
        who = json.loads((Path(home["PROOFROOM_DATA"]) / "who.json").read_text())
        asyncio.run(_draw_all(base, who, 3.0))  # everything is imported and every query planned once
        worked = _worked(server)
        times, failed = asyncio.run(_draw_all(base, who, options.seconds))
        cost = (_worked(server) - worked) * 1000 / max(len(times), 1)
    print(f"{cost:.1f} ms of the web process's own time for each save, whatever else the machine does")
    _print(options.database, options.people, times, failed)


def _worked(server: psutil.Process) -> float:
    """Seconds of CPU of the web process and its children."""
    spent = [each.cpu_times() for each in (server, *server.children(recursive=True))]
    return sum(each.user + each.system for each in spent)


def _home(stack: ExitStack, database: str) -> dict[str, str]:
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="proofroom-bench-"))
    home = {**os.environ, "PROOFROOM_DATA": folder, "DJANGO_SETTINGS_MODULE": "proofroom.config.settings"}
    if database == "postgres":
        from tests.postgres import private_postgres

        home["PROOFROOM_DATABASE_URL"] = stack.enter_context(private_postgres())
    return home


def _build(people: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from proofroom.core import clock
    from proofroom.people.models import Membership, Person
    from proofroom.people.tokens import issue_token
    from tests.cast import make_cast
    from tests.orders_in_states import HOUR, Orders, make_product

    call_command("migrate", verbosity=0)
    cast = make_cast()
    orders = Orders(cast, make_product(), clock.now() - 6 * HOUR)
    rooms = [
        f"/api/v1/orders/{order.number}/items/{order.items.all()[0].pk}/markings"
        for order in (orders.delivered() for _ in range(ORDERS))
    ]
    tokens = []
    for number in range(people):
        person = Person.objects.create(email=f"hand{number}@example.com", name=f"Hand {number}", role="customer")
        Membership.objects.create(person=person, account=cast.account, role=Membership.Role.OWNER)
        tokens.append(issue_token(person, "bench", clock.now()))
    (Path(os.environ["PROOFROOM_DATA"]) / "who.json").write_text(json.dumps({"rooms": rooms, "tokens": tokens}))


def _serve(stack: ExitStack, home: dict[str, str]) -> tuple[str, psutil.Process]:
    port = "18765"
    command = [str(Path(sys.executable).with_name("proofroom")), "web", "--port", port]
    server = subprocess.Popen(command, env=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(server.wait)
    stack.callback(server.terminate)
    base = f"http://127.0.0.1:{port}"
    for _ in range(1_200):
        try:
            if httpx.get(f"{base}/healthz").is_success:
                return base, psutil.Process(server.pid)
        except httpx.TransportError:
            time.sleep(0.1)
    raise SystemExit("The web process does not answer.")


async def _draw_all(base: str, who: dict[str, list[str]], seconds: float) -> tuple[list[float], int]:
    async with httpx.AsyncClient(base_url=base, timeout=30, limits=httpx.Limits(max_connections=100)) as client:
        hands = [
            _draw(client, token, who["rooms"][number % len(who["rooms"])], number, time.monotonic() + seconds)
            for number, token in enumerate(who["tokens"])
        ]
        done = await asyncio.gather(*hands)
    return [each for times, _ in done for each in times], sum(failed for _, failed in done)


async def _draw(client: httpx.AsyncClient, token: str, room: str, seed: int, until: float) -> tuple[list[float], int]:
    hand, times, failed = random.Random(seed), [], 0
    headers = {"authorization": f"Bearer {token}"}
    await asyncio.sleep(hand.uniform(0, PAUSE))
    while time.monotonic() < until:
        x, y = hand.uniform(5, 80), hand.uniform(5, 80)
        points = [[round(x + step / 20, 3), round(y + hand.random(), 3), 0.5] for step in range(POINTS)]
        began = time.perf_counter()
        answer = await client.post(room, json={"kind": "pencil", "geometry": {"points": points}}, headers=headers)
        times.append((time.perf_counter() - began) * 1000)
        failed += not answer.is_success
        await asyncio.sleep(hand.uniform(0.5, 1.0) * PAUSE / 2)
        if answer.is_success:
            mark = answer.json()["marking"]
            said = {"revision": mark["revision"], "comment": "Please straighten this line."}
            began = time.perf_counter()
            changed = await client.patch(f"{room}/{mark['id']}", json=said, headers=headers)
            times.append((time.perf_counter() - began) * 1000)
            failed += not changed.is_success
        await asyncio.sleep(hand.uniform(0.5, 1.0) * PAUSE / 2)
    return times, failed


def _print(database: str, people: int, times: list[float], failed: int) -> None:
    cuts = statistics.quantiles(times, n=100)
    print(
        f"{database}, {people} people: {len(times)} saves, {failed} failed; median {cuts[49]:.0f} ms, "
        f"95th percentile {cuts[94]:.0f} ms, 99th {cuts[98]:.0f} ms (limit {LIMIT:.0f} ms at the 95th)"
    )
    if cuts[94] > LIMIT or failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
