"""An order as comments are compared with it, read from the database."""

from proofroom.catalogue.models import Product
from proofroom.catalogue.vocabulary import vocabulary
from proofroom.orders.models import Order
from proofroom.returns.extras import added_later
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.models import Return
from proofroom.returns.states import CORRECTED
from proofroom.returns.suggestion.evidence import Suggestion
from proofroom.returns.suggestion.order import Ordered
from proofroom.returns.suggestion.suggesting import suggest


def suggestion_for(order: Order, comment: str, keyword: Keyword | None = None) -> Suggestion:
    """What a comment on this order probably is; nothing is kept. Ten queries, however long the comment is."""
    return suggest(comment, ordered_of(order), keyword)


def ordered_of(order: Order) -> Ordered:
    """What the order contains, the product's words, and what extras cost now: after a delivery the later price."""
    products = Product.objects.prefetch_related("styles", "variables__levels", "extras")
    product = products.get(pk=order.product_id)
    after = order.deliveries.exists()
    return Ordered(
        spec=order.spec,
        words=vocabulary(product),
        prices={each.slug: each.price_after if after else each.price_at_first for each in product.extras.all()},
        pictures=order.items.count(),
        bought=_bought(order),
        reworked=Return.objects.filter(order=order, decision__in=CORRECTED).exclude(answered_at=None).exists(),
    )


def _bought(order: Order) -> frozenset[str]:
    """Extras that quotes brought into the order."""
    return frozenset(added_later(Order.objects.filter(pk=order.pk)))
