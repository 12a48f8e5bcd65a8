"""3D models of an order: the page turns every form round, and the file itself stays what was given."""

from collections.abc import Callable

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from proofroom.files.models import StoredFile
from proofroom.interfaces.html.contexts.pictures import picture_of
from proofroom.orders.models import Order
from tests.files import pictures, shapes
from tests.files.looking import looked_at
from tests.orders_in_states import Orders

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")


def order_with(orders: Orders, content: bytes, name: str) -> tuple[Order, StoredFile]:
    order = orders.delivered()
    file = order.items.get(position=1).original
    StoredFile.objects.filter(pk=file.pk).update(blob=looked_at(content, name), name=name)
    return order, StoredFile.objects.select_related("blob").get(pk=file.pk)


@pytest.mark.parametrize(
    ("content", "name"), [(shapes.binary_stl(), "a.stl"), (shapes.OBJ, "a.obj"), (shapes.gltf(), "a.gltf")]
)
def test_the_page_shows_the_model_made_for_it(signed_in: SignIn, orders: Orders, content: bytes, name: str) -> None:
    order, file = order_with(orders, content, name)
    shown = picture_of(order.number, file)
    assert shown.model == f"/orders/{order.number}/files/{file.pk}/model.glb"
    answer = signed_in("customer").get(shown.model)
    assert isinstance(answer, StreamingHttpResponse)
    assert shapes.ReadGlb(b"".join(answer)).description["asset"]["version"] == "2.0"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert signed_in("rival").get(shown.model).status_code == 404


def test_a_glb_is_shown_as_it_was_given(orders: Orders) -> None:
    order, file = order_with(orders, pictures.glb(), "a.glb")
    assert picture_of(order.number, file).model == f"/orders/{order.number}/files/{file.pk}/"


def test_a_damaged_model_is_not_offered_to_the_viewer(signed_in: SignIn, orders: Orders) -> None:
    order, file = order_with(orders, shapes.text_stl()[:-20], "a.stl")
    assert picture_of(order.number, file).model == ""
    assert signed_in("customer").get(f"/orders/{order.number}/files/{file.pk}/model.glb").status_code == 404
