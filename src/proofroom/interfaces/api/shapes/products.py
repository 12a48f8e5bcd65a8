"""What can be ordered."""

from pydantic import Field

from proofroom.catalogue.models import Level, Product
from proofroom.core.money import Money
from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.parts import MoneyShape, Shape, money_shape


class StyleShape(Shape):
    """A look; ``price`` is added per picture."""

    slug: str
    name: str
    description: str
    price: MoneyShape


class LevelShape(Shape):
    """One setting of a variable; 0 is what most want."""

    value: int
    label: str
    price: MoneyShape


class VariableShape(Shape):
    """Something that can be turned up or down."""

    slug: str
    name: str
    description: str
    levels: list[LevelShape]


class ExtraShape(Shape):
    """An addition with both its prices per picture (Row B16)."""

    slug: str
    name: str
    description: str
    price_at_first: MoneyShape = Field(description="Ordered from the beginning.")
    price_after: MoneyShape = Field(description="Added after delivery.")


class ProductShape(Shape):
    """A product with everything that can be chosen; prices are per picture or model."""

    slug: str
    name: str
    kind: str
    unit: str
    summary: str
    description: str
    included: list[str]
    not_included: list[str]
    price: MoneyShape
    turnaround_hours: int
    styles: list[StyleShape]
    variables: list[VariableShape]
    extras: list[ExtraShape]


class Products(Listed):
    """A page of products."""

    items: list[ProductShape]


def product_shape(product: Product) -> ProductShape:
    """A product as JSON; comes from ``products_on_offer``."""
    return ProductShape(
        slug=product.slug,
        name=product.name,
        kind=product.kind,
        unit=product.unit,
        summary=product.summary,
        description=product.description,
        included=product.included.splitlines(),
        not_included=product.not_included.splitlines(),
        price=_costs(product, product.unit_price),
        turnaround_hours=product.turnaround_hours,
        styles=_styles(product),
        variables=_variables(product),
        extras=_extras(product),
    )


def _styles(product: Product) -> list[StyleShape]:
    return [
        StyleShape(
            slug=style.slug, name=style.name, description=style.description, price=_costs(product, style.unit_price)
        )
        for style in product.styles.all()
    ]


def _variables(product: Product) -> list[VariableShape]:
    return [
        VariableShape(
            slug=variable.slug,
            name=variable.name,
            description=variable.description,
            levels=[_level(product, level) for level in variable.levels.all()],
        )
        for variable in product.variables.all()
    ]


def _level(product: Product, level: Level) -> LevelShape:
    return LevelShape(value=level.value, label=level.label, price=_costs(product, level.unit_price))


def _extras(product: Product) -> list[ExtraShape]:
    return [
        ExtraShape(
            slug=extra.slug,
            name=extra.name,
            description=extra.description,
            price_at_first=_costs(product, extra.price_at_first),
            price_after=_costs(product, extra.price_after),
        )
        for extra in product.extras.all()
    ]


def _costs(product: Product, minor: int) -> MoneyShape:
    return money_shape(Money(minor, product.currency))
