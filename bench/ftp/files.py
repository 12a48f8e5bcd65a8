"""Run as a program: fills a Proofroom with orders whose originals are the files of a folder, named alike."""

import os
import sys
from pathlib import Path

import django

MEGABYTE = 1_000_000
KINDS = ("big", "photos", "small")


def write(folder: Path, big: int, photos: int, small: int) -> None:
    """One file of ``big`` MB, ``photos`` of 5 MB, ``small`` of 100 kB, no two alike."""
    for kind, count, size in (("big", 1, big * MEGABYTE), ("photos", photos, 5 * MEGABYTE), ("small", small, 100_000)):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            with (folder / kind / f"{kind}-{number:05}.bin").open("wb") as file:
                for _ in range(size // 100_000):
                    file.write(os.urandom(100_000))


def keep(folder: Path) -> dict[str, str]:
    """One order a kind; returns their numbers."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from django.conf import settings

    from bench.stored import stored
    from tests.cast import BEGINNING, make_cast
    from tests.files.bulk import drafted
    from tests.orders_in_states import Orders, make_product

    orders = Orders(make_cast(), make_product())
    numbers = {}
    for kind in KINDS:
        files = (
            (path.name, stored(Path(settings.DATA), path.read_bytes())) for path in sorted((folder / kind).iterdir())
        )
        numbers[kind] = drafted(orders, files, BEGINNING).number
    return numbers


if __name__ == "__main__":
    django.setup()
    for kind, number in keep(Path(sys.argv[1])).items():
        print(kind, number)
