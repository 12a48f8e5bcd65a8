"""Products and services (Row B15, Row B16)."""

from proofroom.catalogue.models import Product
from tests.api.conftest import AsPart


def test_a_product_tells_its_choices_and_both_prices_of_an_extra(product: Product, program: AsPart) -> None:
    (told,) = program("customer").get("products").json()["items"]
    assert (told["slug"], told["price"]["text"], told["turnaround_hours"]) == ("interior", "€10.00", 24)
    assert [style["slug"] for style in told["styles"]] == ["bright"]
    assert [level["value"] for level in told["variables"][0]["levels"]] == [-1, 0, 1]
    extra = told["extras"][0]
    assert (extra["price_at_first"]["minor"], extra["price_after"]["minor"]) == (0, 300)
    assert told["included"] == ["Straight lines"]


def test_a_product_that_is_no_longer_sold_is_not_listed(product: Product, program: AsPart) -> None:
    Product.objects.update(active=False)
    assert program("customer").get("products").json() == {"items": [], "next": None}
