"""What new orders of an account begin with (Row A10): a style and levels of variables, for each product."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from proofroom.catalogue.models import DefaultLevel, DefaultStyle, Product, Variable
from proofroom.catalogue.specification import specify


@dataclass(frozen=True)
class Defaults:
    """``levels`` by the variables' slugs; a variable that is not named stands at 0."""

    style: str = ""
    levels: Mapping[str, int] = field(default_factory=dict)


def defaults_of(account: int, product: Product) -> Defaults:
    """What the account has said of this product, as far as it is still on offer; two queries."""
    style = DefaultStyle.objects.filter(account=account, product=product).values_list("style__slug", flat=True).first()
    said = DefaultLevel.objects.filter(account=account, variable__product=product)
    levels = dict(said.values_list("variable__slug", "value"))
    there = {variable.slug: {level.value for level in variable.levels.all()} for variable in product.variables.all()}
    return Defaults(style or "", {slug: value for slug, value in levels.items() if value in there.get(slug, set())})


@transaction.atomic
def keep_defaults(account: int, product: Product, chosen: Defaults, by: int, at: datetime) -> None:
    """New orders begin like this. Raises Invalid, naming the field, for what the product does not have."""
    specify(product, chosen.style, chosen.levels)
    if chosen.style:
        style = product.styles.get(slug=chosen.style)
        DefaultStyle.objects.update_or_create({"style": style}, account_id=account, product=product)
    else:
        DefaultStyle.objects.filter(account=account, product=product).delete()
    before = defaults_of(account, product).levels
    for variable in product.variables.all():
        value = chosen.levels.get(variable.slug, 0)
        if value != before.get(variable.slug, 0):
            keep_level(account, variable, value, by, at)


def keep_level(account: int, variable: Variable, value: int, by: int, at: datetime) -> None:
    """One variable's default; said again with the same value, only when it was said is new."""
    said = {"value": value, "said_at": at, "said_by_id": by}
    DefaultLevel.objects.update_or_create(said, account_id=account, variable=variable)
