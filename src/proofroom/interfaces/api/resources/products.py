"""Products and services (Row B15)."""

from django.http import HttpRequest
from ninja import Query, Router

from proofroom.catalogue.queries import products_on_offer
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.shapes.products import Products, product_shape

router = Router(tags=["products"], by_alias=True)


@router.get("/products", response=Products)
def list_products(request: HttpRequest, paging: Query[Paging]) -> Products:  # noqa: ARG001 - ninja's signature
    """What is on offer, with every choice and both prices of each extra."""
    page, following = page_of(products_on_offer(), paging)
    return Products(items=[product_shape(product) for product in page], next=following)
