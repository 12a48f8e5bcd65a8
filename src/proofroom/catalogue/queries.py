"""Reading the catalogue."""

from django.db.models import QuerySet

from proofroom.catalogue.models import Product
from proofroom.core.errors import Invalid


def products_on_offer() -> QuerySet[Product]:
    """Active products with everything that can be chosen, in five queries however many there are."""
    return Product.objects.filter(active=True).prefetch_related(
        "styles__before__blob", "styles__after__blob", "variables__levels", "extras"
    )


def product_on_offer(slug: str) -> Product:
    """The product with everything that can be chosen of it. Raises Invalid when it is not sold (any more)."""
    product = products_on_offer().filter(slug=slug).first()
    if product is None:
        sentence = "This product is not on offer any more. Choose another one."
        raise Invalid(sentence, {"product": sentence})
    return product
