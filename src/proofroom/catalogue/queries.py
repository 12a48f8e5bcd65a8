"""Reading the catalogue."""

from django.db.models import QuerySet

from proofroom.catalogue.models import Product


def products_on_offer() -> QuerySet[Product]:
    """Active products with everything that can be chosen, in five queries however many there are."""
    return Product.objects.filter(active=True).prefetch_related(
        "styles__before__blob", "styles__after__blob", "variables__levels", "extras"
    )
