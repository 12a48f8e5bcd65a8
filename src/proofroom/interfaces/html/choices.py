"""What a customer chose in the order form, read from what was sent or from the draft that keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from proofroom.catalogue.defaults import defaults_of
from proofroom.catalogue.models import Product
from proofroom.catalogue.queries import product_on_offer
from proofroom.catalogue.specification import specify
from proofroom.core.errors import Invalid
from proofroom.orders.commands.drafting import Brief
from proofroom.orders.models import Order

LEVEL = "level-"
LONGEST_INSTRUCTIONS = 20_000


@dataclass(frozen=True)
class Choices:
    """Slugs of what is chosen; ``levels`` by the variable's slug, a variable that is not named stands at 0."""

    product: str
    style: str = ""
    levels: Mapping[str, int] = field(default_factory=dict)
    extras: tuple[str, ...] = ()
    instructions: str = ""


def choices_in(sent: QueryDict) -> Choices:
    """What the form says. Raises Invalid for a level that is no number."""
    return Choices(
        product=sent.get("product", ""),
        style=sent.get("style", ""),
        levels={name.removeprefix(LEVEL): _level(sent.get(name, "")) for name in sent if name.startswith(LEVEL)},
        extras=tuple(sent.getlist("extras")),
        # A browser counts a line's end as one letter and sends it as two.
        instructions=sent.get("instructions", "").replace("\r\n", "\n").strip(),
    )


def choices_of(order: Order) -> Choices:
    """What the draft keeps."""
    spec = order.spec
    return Choices(
        product=spec.product,
        style=spec.style.slug if spec.style else "",
        levels={each.slug: each.level or 0 for each in spec.variables},
        extras=tuple(each.slug for each in spec.extras),
        instructions=order.instructions,
    )


def usual_choices(account: int, product: Product) -> Choices:
    """What a new order of the account begins with."""
    said = defaults_of(account, product)
    return Choices(product.slug, said.style, said.levels)


def brief_of(choices: Choices) -> Brief:
    """The choices priced from today's catalogue. Raises Invalid where something is not on offer."""
    if len(choices.instructions) > LONGEST_INSTRUCTIONS:
        sentence = f"Instructions can have {LONGEST_INSTRUCTIONS:,} characters at most. Send the rest as a file."
        raise Invalid(sentence, {"instructions": sentence})
    product = product_on_offer(choices.product)
    specification = specify(product, choices.style, choices.levels, choices.extras)
    return Brief(product, specification, choices.instructions)


def _level(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        sentence = f"“{value}” is no level. Choose one of those shown."
        raise Invalid(sentence, {"variables": sentence}) from None
