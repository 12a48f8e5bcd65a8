"""What leaves is what came, byte for byte, whatever was made of it to look at."""

import hashlib
from collections.abc import Callable

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from proofroom.core.tasks import run_queued
from proofroom.files.models import StoredFile
from proofroom.files.tiles import ask_for_tiles
from tests.files import cameras, hostile, pictures, shapes
from tests.files.looking import looked_at
from tests.orders_in_states import Orders

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")
KINDS = {
    "turned.jpg": pictures.turned_jpeg(6, 2_300, 300),
    "print.jpg": pictures.saved(pictures.scene(mode="CMYK"), "JPEG"),
    **{
        f"kitchen.{kind.lower()}": pictures.saved(pictures.scene(), kind)
        for kind in ("PNG", "WEBP", "AVIF", "TIFF", "GIF")
    },
    "IMG_1.heic": cameras.HEIC,
    "shot.dng": cameras.dng(),
    "kitchen.psd": pictures.psd(pictures.scene(), packed=True),
    "logo.svg": pictures.SVG_WITH_SCRIPT,
    "plan.pdf": pictures.saved(pictures.scene(), "PDF"),
    "chair.glb": pictures.glb(),
    "chair.gltf": shapes.gltf(),
    "chair.obj": shapes.OBJ,
    "chair.stl": shapes.binary_stl(),
    "all.zip": hostile.climbing_zip(),
    "cut.jpg": pictures.jpeg()[:400],
    "notes.txt": b"Please brighten it.\r\n",
}


def test_every_kind_leaves_as_it_came(signed_in: SignIn, orders: Orders) -> None:
    order = orders.delivered()
    original = order.items.get(position=1).original_id
    customer = signed_in("customer")
    for name, content in KINDS.items():
        blob = looked_at(content, name)
        ask_for_tiles(blob)
        run_queued()
        StoredFile.objects.filter(pk=original).update(blob=blob, name=name)
        answer = customer.get(f"/orders/{order.number}/files/{original}/")
        assert isinstance(answer, StreamingHttpResponse)
        assert answer.headers["Content-Disposition"].startswith("attachment"), name
        sent = hashlib.sha256(b"".join(answer)).hexdigest()
        assert sent == hashlib.sha256(content).hexdigest() == blob.sha256, name
