"""Every way to a file's bytes leads to the same ones, whether a folder or a bucket keeps them."""

import io
import zipfile
from collections.abc import Callable
from hashlib import sha256

import pytest
from django.test import Client
from PIL import Image

from proofroom.core.tasks import run_queued
from proofroom.files.models import StoredFile
from proofroom.interfaces.tree.tree import Tree
from tests.files.looking import looked_at
from tests.files.pictures import jpeg
from tests.http.receiving import received
from tests.orders_in_states import Orders

pytestmark = [
    pytest.mark.usefixtures("either_store"),
    pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators"),
]
SignIn = Callable[[str], Client]


def test_a_package_and_the_tree_hold_what_was_delivered(orders: Orders, signed_in: SignIn) -> None:
    order, customer = orders.delivered(), signed_in("customer")
    asked = f"/orders/{order.number}/package.zip"
    whole = received(customer, asked)
    assert received(customer, asked, Range="bytes=700-") == whole[700:]
    archive, tree = zipfile.ZipFile(io.BytesIO(whole)), Tree(orders.cast.customer.pk)
    delivered = order.deliveries.get().versions.select_related("file__blob")
    assert len(delivered) == 2
    for file in (version.file for version in delivered):
        with tree.open((order.number, "delivered", file.name)) as opened:
            found = opened.read()
        assert found == archive.read(file.name)
        assert sha256(found).hexdigest() == file.blob.sha256


def test_a_picture_is_looked_at_and_zoomed_into(orders: Orders, signed_in: SignIn) -> None:
    order, customer = orders.delivered(), signed_in("customer")
    file = order.items.get(position=1).original_id
    StoredFile.objects.filter(pk=file).update(blob=looked_at(jpeg(2300, 1100)))
    path = f"/orders/{order.number}/files/{file}"
    customer.get(f"{path}/zoom/")
    run_queued()
    for part, size in (("preview/320/", (320, 153)), ("tiles/12/4_2.jpg", (253, 77))):
        assert Image.open(io.BytesIO(customer.get(f"{path}/{part}").content)).size == size
