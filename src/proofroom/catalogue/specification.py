"""What was ordered, as it was on offer then: a snapshot that later changes of the catalogue do not touch."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from proofroom.catalogue.models import Product
from proofroom.core.errors import Invalid

PRICES = frozenset({"unit_price", "price_after"})
"""Where a snapshot says what something costs."""


@dataclass(frozen=True)
class Choice:
    """One chosen thing: a style, a level of a variable, or an extra. ``unit_price``: minor units per picture."""

    slug: str
    name: str
    unit_price: int = 0
    level: int | None = None
    label: str = ""
    price_after: int | None = None


@dataclass(frozen=True)
class Specification:
    """The snapshot kept with an order."""

    product: str
    name: str
    unit: str
    unit_price: int
    currency: str
    turnaround_hours: int
    style: Choice | None
    variables: tuple[Choice, ...]
    extras: tuple[Choice, ...]
    business_hours: bool = False
    """The turnaround counts while the studio is open, not around the clock."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def without_prices(self) -> dict[str, Any]:
        """As it is kept, without what anything costs."""
        kept: dict[str, Any] = _unpriced(self.as_json())
        return kept

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Specification":
        style = kept.get("style")
        return cls(
            **{
                **kept,
                "style": Choice(**style) if style else None,
                "variables": tuple(Choice(**choice) for choice in kept["variables"]),
                "extras": tuple(Choice(**choice) for choice in kept["extras"]),
            }
        )


def specify(
    product: Product, style: str | None = None, levels: Mapping[str, int] | None = None, extras: tuple[str, ...] = ()
) -> Specification:
    """The snapshot of a choice from the catalogue; a variable that is not named stands at 0.

    Raises Invalid naming the field where something is chosen that the product does not have.
    """
    return Specification(
        product=product.slug,
        name=product.name,
        unit=product.unit,
        unit_price=product.unit_price,
        currency=product.currency,
        turnaround_hours=product.turnaround_hours,
        style=_style(product, style),
        variables=_variables(product, levels or {}),
        extras=_extras(product, extras),
        business_hours=product.business_hours,
    )


def specify_again(kept: Specification, product: Product) -> Specification:
    """The same choices as ``product`` has them today. Raises Invalid as ``specify`` does."""
    style = kept.style.slug if kept.style else None
    levels = {each.slug: each.level or 0 for each in kept.variables}
    return specify(product, style, levels, tuple(each.slug for each in kept.extras))


def _style(product: Product, slug: str | None) -> Choice | None:
    if not slug:
        return None
    style = next((style for style in product.styles.all() if style.slug == slug), None)
    if style is None:
        raise _unknown("style", f"{product.name} has no style called {slug}.")
    return Choice(style.slug, style.name, style.unit_price)


def _variables(product: Product, levels: Mapping[str, int]) -> tuple[Choice, ...]:
    variables = list(product.variables.all())
    if unknown := set(levels) - {variable.slug for variable in variables}:
        raise _unknown("variables", f"{product.name} has no variable called {min(unknown)}.")
    chosen = []
    for variable in variables:
        value = levels.get(variable.slug, 0)
        level = next((level for level in variable.levels.all() if level.value == value), None)
        if level is None:
            raise _unknown("variables", f"{variable.name} has no level {value}.")
        chosen.append(Choice(variable.slug, variable.name, level.unit_price, value, level.label))
    return tuple(chosen)


def _extras(product: Product, slugs: tuple[str, ...]) -> tuple[Choice, ...]:
    extras = list(product.extras.all())
    if unknown := set(slugs) - {extra.slug for extra in extras}:
        raise _unknown("extras", f"{product.name} has no extra called {min(unknown)}.")
    return tuple(
        Choice(extra.slug, extra.name, extra.price_at_first, price_after=extra.price_after)
        for extra in extras
        if extra.slug in slugs
    )


def _unpriced(kept: Any) -> Any:
    if isinstance(kept, dict):
        return {name: _unpriced(value) for name, value in kept.items() if name not in PRICES}
    return [_unpriced(value) for value in kept] if isinstance(kept, (list, tuple)) else kept


def _unknown(field: str, sentence: str) -> Invalid:
    return Invalid(sentence, {field: sentence})
