"""The one function that computes a price, from a snapshot; page, API and bill all show its lines."""

from dataclasses import dataclass

from proofroom.catalogue.specification import Specification
from proofroom.core.money import Money


@dataclass(frozen=True)
class PriceLine:
    """``count`` pieces at ``each``."""

    label: str
    count: int
    each: Money

    @property
    def total(self) -> Money:
        return self.each * self.count


@dataclass(frozen=True)
class Price:
    """The lines and their sum."""

    lines: tuple[PriceLine, ...]
    total: Money


def price(specification: Specification, count: int) -> Price:
    """What ``count`` pictures cost when ordered like this from the beginning. Free choices are listed too."""
    chosen = [(specification.name, specification.unit_price)]
    if specification.style:
        chosen.append((f"Style {specification.style.name}", specification.style.unit_price))
    chosen += [(f"{each.name}: {each.label}", each.unit_price) for each in specification.variables if each.unit_price]
    chosen += [(extra.name, extra.unit_price) for extra in specification.extras]
    lines = tuple(PriceLine(label, count, Money(minor, specification.currency)) for label, minor in chosen)
    return Price(lines, sum((line.total for line in lines), Money(0, specification.currency)))
