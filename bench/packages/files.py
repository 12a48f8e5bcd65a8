"""Run as a program: fills a Proofroom with four delivered orders, and a folder with the files of the first."""

import json
import os
import sys
from itertools import cycle, islice
from pathlib import Path

import django

MEGABYTE = 1_000_000
KINDS = ("folder", "twenty", "many", "huge")


def fill(data: Path, folder: Path, files: int, many: int, gigabytes: int) -> dict[str, str]:
    """Returns the orders' numbers, a token and a session of their customer.

    ``folder``: ``files`` of 10 MB, no two alike. ``twenty`` and ``many``: files of 1 kB. ``huge``: so many
    ``gigabytes`` of the first order's bytes under names of their own.
    """
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from bench.stored import stored
    from proofroom.orders.packages import lay_down
    from tests.cast import BEGINNING, make_cast
    from tests.files.bulk import delivered
    from tests.orders_in_states import Orders, make_product

    orders = Orders(make_cast(), make_product())
    large = [stored(data, os.urandom(10 * MEGABYTE)) for _ in range(files)]
    folder.mkdir(parents=True, exist_ok=True)
    for number, blob in enumerate(large):
        os.link(data / "files" / blob.key, folder / f"photo-{number:05}.jpg")
    small = (stored(data, f"{number:06}".encode() * 170) for number in range(many + 20))
    contents = {
        "folder": iter(large),
        "twenty": islice(small, 20),
        "many": islice(small, many),
        "huge": islice(cycle(large), gigabytes * 100),
    }
    told = {}
    for kind, blobs in contents.items():
        named = ((f"photo-{number:05}.jpg", blob) for number, blob in enumerate(blobs))
        order = delivered(orders, named, BEGINNING)
        lay_down(order.pk, 1, BEGINNING.isoformat())  # as the worker does after each delivery
        told[kind] = order.number
    return told | _keys_of(orders)


def _keys_of(orders: "Orders") -> dict[str, str]:  # type: ignore[name-defined]  # noqa: F821 - after set-up
    from django.test import Client

    from proofroom.core import clock
    from proofroom.people.tokens import issue_token

    browser = Client()
    browser.force_login(orders.cast.customer, backend="allauth.account.auth_backends.AuthenticationBackend")
    token = issue_token(orders.cast.customer, "bench", clock.now())
    return {"token": token, "session": browser.cookies["sessionid"].value}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(fill(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:6]))))
