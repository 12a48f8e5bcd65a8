"""Run as a program: fills a Proofroom with four delivered orders, and a folder with the files of the first."""

import json
import os
import sys
import zlib
from collections.abc import Iterator
from hashlib import sha256
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
    from tests.cast import make_cast
    from tests.orders_in_states import Orders, make_product

    orders = Orders(make_cast(), make_product())
    large = [_stored(data, os.urandom(10 * MEGABYTE)) for _ in range(files)]
    folder.mkdir(parents=True, exist_ok=True)
    for number, blob in enumerate(large):
        os.link(data / "files" / blob.key, folder / f"photo-{number:05}.jpg")
    small = (_stored(data, f"{number:06}".encode() * 170) for number in range(many + 20))
    contents = {
        "folder": iter(large),
        "twenty": islice(small, 20),
        "many": islice(small, many),
        "huge": islice(cycle(large), gigabytes * 100),
    }
    told = {kind: _delivered(orders, blobs) for kind, blobs in contents.items()}
    return told | _keys_of(orders)


def _stored(data: Path, content: bytes) -> "Blob":  # type: ignore[name-defined]  # noqa: F821 - after set-up
    from proofroom.files.models import Blob
    from tests.cast import BEGINNING

    digest = sha256(content).hexdigest()
    path = data / "files" / digest[:2] / digest[2:4] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Blob(
        sha256=digest, crc32=zlib.crc32(content), size=len(content), media_type="image/jpeg",
        key=str(path.relative_to(data / "files")), stored_at=BEGINNING, inspection=Blob.Inspection.SHOWN,
    )  # fmt: skip


def _delivered(orders: "Orders", blobs: "Iterator[Blob]") -> str:  # type: ignore[name-defined]  # noqa: F821
    from proofroom.files.models import Blob, StoredFile
    from proofroom.orders.models import Item, Version
    from tests.cast import BEGINNING

    order, artist = orders.delivered(pictures=1), orders.cast.artist
    found = list(blobs)
    Blob.objects.bulk_create([blob for blob in {id(blob): blob for blob in found}.values() if not blob.pk])
    files = StoredFile.objects.bulk_create(
        StoredFile(blob=blob, name=f"photo-{number:05}.jpg", kept_by=artist, kept_at=BEGINNING)
        for number, blob in enumerate(found)
    )
    order.items.get().versions.all().delete()
    items = Item.objects.bulk_create(
        Item(order=order, position=position, name=file.name, original=file, settled=True)
        for position, file in enumerate(files, start=2)
    )
    delivery = order.deliveries.get()
    Version.objects.bulk_create(
        Version(item=item, number=1, file=file, delivery=delivery, by=artist, at=BEGINNING)
        for item, file in zip(items, files, strict=True)
    )
    return str(order.number)


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
