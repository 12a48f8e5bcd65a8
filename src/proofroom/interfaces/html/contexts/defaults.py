"""What new orders begin with, by account and product, and what is proposed (Row A10)."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.catalogue.queries import products_on_offer
from proofroom.core.actor import Actor
from proofroom.interfaces.html.choices import usual_choices
from proofroom.interfaces.html.contexts.catalogue import Offering, offering_of
from proofroom.people.models import Account
from proofroom.returns.repeated import Proposal, proposals_for


@dataclass(frozen=True)
class DefaultsForm:
    """One product's defaults for one account."""

    account: Account
    """Whose they are."""
    offering: Offering
    """The product, with the defaults marked as chosen."""


@dataclass(frozen=True)
class DefaultsPage:
    """``/settings/defaults/``."""

    forms: list[DefaultsForm]
    """Products with something to choose, account by account."""
    several: bool
    """The person acts for several accounts, so their names are shown."""
    proposals: list[Proposal]
    """Changes that repeated corrections suggest."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


def defaults_page(actor: Actor, at: datetime) -> DefaultsPage:
    """Two queries more for each product and account; there are few of both."""
    accounts = list(Account.objects.filter(pk__in=actor.accounts).order_by("name"))
    products = [each for each in products_on_offer() if each.styles.all() or each.variables.all()]
    forms = [
        DefaultsForm(account, offering_of(product, usual_choices(account.pk, product)))
        for account in accounts
        for product in products
    ]
    proposals = proposals_for(actor.accounts, at)
    return DefaultsPage(forms, len(accounts) > 1, proposals, [("Settings", "/settings/")])
