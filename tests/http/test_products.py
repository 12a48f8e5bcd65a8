"""Products and services are there for everybody (Row B15, Row B16)."""

import pytest
from django.test import Client

from proofroom.catalogue.models import Product, Style
from proofroom.files.models import Preview
from tests.conftest import SignedIn
from tests.growth import assert_flat
from tests.orders_in_states import Orders, make_product, picture

pytestmark = pytest.mark.django_db


def test_a_stranger_reads_what_is_on_offer(client: Client, product: Product) -> None:
    page = client.get("/products/").content.decode()
    assert "Interior image editing" in page
    assert "from €10.00 a picture, in 1 day" in page


def test_an_empty_catalogue_says_so(client: Client) -> None:
    assert "Nothing is on offer yet" in client.get("/products/").content.decode()


def test_a_product_names_both_prices_of_an_extra(client: Client, product: Product) -> None:
    page = client.get("/products/interior/").content.decode()
    for words in ("Straight lines", "Light and airy.", "As the style", "free", "€3.00 a picture"):
        assert words in page


def test_a_product_that_is_not_sold_any_more_is_not_there(client: Client, product: Product) -> None:
    Product.objects.update(active=False)
    assert client.get("/products/interior/").status_code == 404


@pytest.mark.parametrize(("part", "offered"), [("customer", True), ("artist", False), ("coordinator", False)])
def test_only_customers_are_asked_to_order(signed_in: SignedIn, product: Product, part: str, *, offered: bool) -> None:
    page = signed_in(part).get("/products/interior/").content.decode()
    assert ("Order this" in page) is offered


def test_the_list_reads_as_much_for_four_products_as_for_two(client: Client) -> None:
    assert_flat(client, "/products/", make_another, rows=2)


def test_an_example_picture_is_shown_to_strangers(client: Client, product: Product) -> None:
    style = Style.objects.get()
    style.after = picture("bright.jpg")
    style.save()
    Preview.objects.create(
        blob=style.after.blob, longest=320, media_type="image/jpeg", width=48, height=32,
        size=style.after.blob.size, key=style.after.blob.key,
    )  # fmt: skip
    answer = client.get(f"/products/examples/{style.after_id}/320")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")


def test_no_other_file_is_shown_to_strangers(client: Client, orders: Orders) -> None:
    original = orders.draft().items.get(position=1).original
    Preview.objects.create(
        blob=original.blob, longest=320, media_type="image/jpeg", width=48, height=32, size=1, key=original.blob.key
    )
    assert client.get(f"/products/examples/{original.pk}/320").status_code == 404


def make_another() -> None:
    """One more product; the one before gets a slug of its own."""
    Product.objects.filter(slug="interior").update(slug=f"interior-{Product.objects.count()}")
    make_product()
