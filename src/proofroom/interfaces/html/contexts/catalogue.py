"""What the pages about products receive, and the choices of the order form."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import reverse

from proofroom.catalogue.models import Extra, Product, Style, Variable
from proofroom.catalogue.turnaround import turnaround_in_words
from proofroom.core.money import Money
from proofroom.files.models import Blob, Preview, StoredFile
from proofroom.interfaces.html.choices import Choices


@dataclass(frozen=True)
class Example:
    """One example picture of a style."""

    image: str
    """The small preview's address, empty while there is none."""
    large: str
    """The large preview's address, empty while there is none."""


@dataclass(frozen=True)
class StyleCard:
    """A style as it can be chosen."""

    slug: str
    """The value the form sends."""
    name: str
    """What it is called."""
    description: str
    """How it looks, in a sentence."""
    price: str
    """What it adds to each picture, in words."""
    before: Example
    """A picture as it was taken."""
    after: Example
    """The same picture in this style."""
    chosen: bool
    """The order has this style."""


@dataclass(frozen=True)
class LevelChoice:
    """One setting of a variable."""

    value: int
    """0 is what most customers want."""
    label: str
    """The level in words."""
    price: str
    """What it adds to each picture; empty when nothing."""
    chosen: bool
    """The order has this level."""


@dataclass(frozen=True)
class VariableRow:
    """Something that can be turned up or down."""

    slug: str
    """Part of the name the form sends."""
    name: str
    """What it is called."""
    description: str
    """What it changes."""
    levels: list[LevelChoice]
    """From the lowest to the highest."""


@dataclass(frozen=True)
class ExtraRow:
    """Something added to every picture, with both its prices (Row B16)."""

    slug: str
    """The value the form sends."""
    name: str
    """What it is called."""
    description: str
    """What is done."""
    at_first: str
    """What each picture costs when it is ordered from the beginning, in words."""
    after: str
    """What each picture costs when it is added after delivery, in words."""
    chosen: bool
    """The order has this extra."""
    added_to: str
    """The number of an order of the same account to which it was added after delivery; empty for none."""


@dataclass(frozen=True)
class Offering:
    """A product with everything that can be chosen of it."""

    slug: str
    """Part of its address, and the value the form sends."""
    name: str
    """What it is called."""
    summary: str
    """One line."""
    description: str
    """Some paragraphs."""
    included: list[str]
    """What the price contains, a line each."""
    not_included: list[str]
    """What it does not contain, a line each."""
    unit: str
    """What one piece is called: ``picture`` or ``model``."""
    price: str
    """What one piece costs at least."""
    turnaround: str
    """How long the work takes, in words."""
    styles: list[StyleCard]
    """In the studio's order."""
    variables: list[VariableRow]
    """In the studio's order."""
    extras: list[ExtraRow]
    """In the studio's order."""
    active: bool
    """It can be ordered now."""

    @property
    def picture(self) -> Example:
        """What its card shows: the first finished example there is."""
        return next((style.after for style in self.styles if style.after.image), Example("", ""))


@dataclass(frozen=True)
class ProductsPage:
    """All products and services."""

    offerings: list[Offering]
    """In the studio's order; empty before the studio has set one up."""
    orders: bool
    """The reader can order: a customer, or somebody who has not signed in yet."""


@dataclass(frozen=True)
class ProductPage:
    """One product."""

    offering: Offering
    """The product."""
    orders: bool
    """The reader can order: a customer, or somebody who has not signed in yet."""


def offering_of(
    product: Product, choices: Choices | None = None, added: Mapping[str, str] = MappingProxyType({})
) -> Offering:
    """The product as pages show it, with ``choices`` marked; reads nothing that ``products_on_offer`` has not.

    ``added``: extras that came into earlier orders after delivery, each with the order's number.
    """
    chosen = choices or Choices(product.slug)
    return Offering(
        slug=product.slug,
        name=product.name,
        summary=product.summary,
        description=product.description,
        included=_lines(product.included),
        not_included=_lines(product.not_included),
        unit=product.unit,
        price=str(Money(product.unit_price, product.currency)),
        turnaround=turnaround_in_words(product),
        styles=[_style(product, style, chosen) for style in product.styles.all()],
        variables=[_variable(product, variable, chosen) for variable in product.variables.all()],
        extras=[_extra(product, extra, chosen, added.get(extra.slug, "")) for extra in product.extras.all()],
        active=product.active,
    )


def _style(product: Product, style: Style, chosen: Choices) -> StyleCard:
    price = _added(product, style.unit_price) or "in the price"
    return StyleCard(
        slug=style.slug,
        name=style.name,
        description=style.description,
        price=price,
        before=_example(style.before),
        after=_example(style.after),
        chosen=style.slug == chosen.style,
    )


def _variable(product: Product, variable: Variable, chosen: Choices) -> VariableRow:
    wanted = chosen.levels.get(variable.slug, 0)
    levels = [
        LevelChoice(level.value, level.label, _added(product, level.unit_price), level.value == wanted)
        for level in variable.levels.all()
    ]
    return VariableRow(variable.slug, variable.name, variable.description, levels)


def _extra(product: Product, extra: Extra, chosen: Choices, added_to: str) -> ExtraRow:
    return ExtraRow(
        slug=extra.slug,
        name=extra.name,
        description=extra.description,
        at_first=_each(product, extra.price_at_first),
        after=_each(product, extra.price_after),
        chosen=extra.slug in chosen.extras,
        added_to=added_to,
    )


def _example(file: StoredFile | None) -> Example:
    if file is None or file.blob.inspection != Blob.Inspection.SHOWN:
        return Example("", "")
    small, large = (
        reverse("product_example", args=[file.pk, size]) for size in (Preview.Longest.SMALL, Preview.Longest.LARGE)
    )
    return Example(small, large)


def _added(product: Product, minor: int) -> str:
    return f"+ {Money(minor, product.currency)} a {product.unit}" if minor else ""


def _each(product: Product, minor: int) -> str:
    return f"{Money(minor, product.currency)} a {product.unit}" if minor else "free"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
