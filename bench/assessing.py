"""Two supervisors assess the same return at once, 200 times: exactly one outcome each time.

    python -m bench.assessing [--times 200] [--database sqlite]

Each decides otherwise, on a connection of their own. Printed is how often which decision stood and how the other one
was refused; the exit code is 1 when a return has not exactly one decision in its history, or a quote too many.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack

DECISIONS = ("correction", "declined", "amendment", "feedback")
STEPS = {"correct": "correction", "refuse": "declined", "quote": "amendment", "thank": "feedback"}


def main() -> None:
    """Runs all rounds against a database of their own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="postgres")
    parser.add_argument("--child", action="store_true")
    options = parser.parse_args()
    if options.child:
        sys.exit(_race(options.times))
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="proofroom-bench-"))
        home = {**os.environ, "PROOFROOM_DATA": folder, "DJANGO_SETTINGS_MODULE": "proofroom.config.settings"}
        if options.database == "postgres":
            from tests.postgres import private_postgres

            home["PROOFROOM_DATABASE_URL"] = stack.enter_context(private_postgres())
        command = [sys.executable, "-m", "bench.assessing", "--child", "--times", str(options.times)]
        sys.exit(subprocess.run(command, env=home, check=False).returncode)


def _race(times: int) -> int:
    import django

    django.setup()
    from django.core.management import call_command

    from tests.cast import make_cast
    from tests.orders_in_states import Orders, make_product

    call_command("migrate", verbosity=0)
    orders = Orders(make_cast(), make_product())
    stood, refused, wrong = Counter[str](), Counter[str](), 0
    for number in range(times):
        one, other = DECISIONS[number % 4], DECISIONS[(number + 1) % 4]
        outcome, ends = _round(orders, one, other)
        stood[outcome] += 1
        refused += ends
        wrong += outcome not in (one, other) or ends["done"] != 1
    done = refused.pop("done", 0)
    print(f"{times} returns, two supervisors each: {done} decisions stood, {wrong} rounds without exactly one outcome")
    print("stood: " + ", ".join(f"{word} {count}" for word, count in stood.most_common()))
    print("refused: " + ", ".join(f"{word} {count}" for word, count in refused.most_common()))
    return int(bool(wrong))


def _round(orders: object, one: str, other: str) -> tuple[str, Counter[str]]:
    """The one decision in the return's history, empty where there is another number of them; and how both ended."""
    from proofroom.returns.models import Return
    from tests.cast import BEGINNING
    from tests.orders_in_states import HOUR, Orders
    from tests.workflow.test_races import at_once

    assert isinstance(orders, Orders)
    order = orders.reopened(pictures=1)

    def decide(part: str, decision: str) -> None:
        price = {"price": "6"} if decision == "amendment" else {}
        orders.do("assess", order, part, BEGINNING + 4 * HOUR, decision=decision, message="So.", **price)

    ends = at_once(lambda: decide("supervisor", one), lambda: decide("admin", other))
    subject = Return.objects.get(order=order)
    made = [STEPS[each] for each in subject.history.values_list("action", flat=True) if each in STEPS]
    agrees = made == [subject.decision] and subject.quotes.count() == (subject.decision == "amendment")
    return (made[0] if agrees else ""), ends


if __name__ == "__main__":
    main()
