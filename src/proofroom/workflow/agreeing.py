"""What the customer agreed to when placing an order is what they get: by today's catalogue, at the price they saw."""

from proofroom.catalogue.pricing import price
from proofroom.catalogue.queries import product_on_offer
from proofroom.catalogue.specification import specify_again
from proofroom.core.errors import Outdated
from proofroom.orders.commands.drafting import Brief, change_draft
from proofroom.orders.queries import quantity
from proofroom.workflow.inputs import Place
from proofroom.workflow.step import Step


def bring_up_to_date(step: Step) -> None:
    """A draft that is placed takes today's words and prices.

    Raises Invalid when the product, or something chosen of it, is not on offer any more, and Outdated with today's
    price where that is not the agreed one; without one, what the draft cost so far counts as agreed.
    """
    if not isinstance(step.given, Place):
        return
    draft = step.order
    count, kept = quantity(draft), draft.spec
    product = product_on_offer(kept.product)
    today = specify_again(kept, product)
    step.order = change_draft(draft, Brief(product, today, draft.instructions), step.at)
    cost, agreed = price(today, count).total, step.given.agreed_price
    if cost.minor != (price(kept, count).total.minor if agreed is None else agreed):
        raise Outdated("price_changed", f"The price is {cost} now. Look at it again before you place the order.")
