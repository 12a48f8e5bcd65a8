"""Corrections that come again and again in the same way: new orders may better begin otherwise."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from proofroom.catalogue.defaults import keep_level
from proofroom.catalogue.models import DefaultLevel, Level, Product, Variable
from proofroom.core.errors import Refused
from proofroom.core.money import Money
from proofroom.people.models import Account
from proofroom.returns.corrections import YEAR
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.models import Suggested
from proofroom.returns.states import CORRECTED

REPEATED = 3
"""So many corrections of one kind in 365 days make a proposal."""


@dataclass(frozen=True)
class Proposal:
    """New orders of the account could begin with ``level``: it is what ``returns``, by their numbers, wanted.

    ``now`` is the level they begin with today; ``more`` says that more of the variable was wanted, not less.
    """

    account: Account
    product: Product
    variable: Variable
    level: Level
    now: Level | None
    more: bool
    returns: tuple[str, ...]

    @property
    def price(self) -> Money:
        """What the level adds to each picture."""
        return Money(self.level.unit_price, self.product.currency)


class _About(NamedTuple):
    account: int
    product: int
    variable: str


@dataclass
class _Wanted:
    """One way of a variable: the returns that wanted it, and which levels their orders had."""

    returns: set[str] = field(default_factory=set)
    levels: Counter[int] = field(default_factory=Counter)


def proposals_for(accounts: Collection[int], at: datetime, product: Product | None = None) -> list[Proposal]:
    """What these accounts are proposed, for one product or all; five queries. Corrections from before somebody of the
    account last said what the level shall be do not count."""
    said = DefaultLevel.objects.filter(account__in=accounts).select_related("variable")
    known = {_About(each.account_id, each.variable.product_id, each.variable.slug): each for each in said}
    wanted = _wanted(accounts, known, at)
    repeated = {about: ways for about, ways in wanted.items() if product is None or about.product == product.pk}
    if not repeated:
        return []
    variables = Variable.objects.filter(product__in={about.product for about in repeated}, product__active=True)
    there = {
        (each.product_id, each.slug): each for each in variables.select_related("product").prefetch_related("levels")
    }
    people = Account.objects.in_bulk({about.account for about in repeated})
    found = (
        _proposal(people[about.account], there.get((about.product, about.variable)), known.get(about), ways)
        for about, ways in sorted(repeated.items())
    )
    return [each for each in found if each]


def answer_proposal(
    account: int, product: Product, variable: str, by: int, at: datetime, *, accepted: bool
) -> Proposal:
    """Accepted, new orders begin with it; declined, it is proposed again only after as many corrections more.

    Raises Refused where nothing (any more) is proposed.
    """
    found = (each for each in proposals_for({account}, at, product) if each.variable.slug == variable)
    proposal = next(found, None)
    if proposal is None:
        raise Refused("no_proposal", "This was answered already, or the catalogue has changed. Nothing was changed.")
    now = proposal.now.value if proposal.now else 0
    keep_level(account, proposal.variable, proposal.level.value if accepted else now, by, at)
    return proposal


def _wanted(
    accounts: Collection[int], known: dict[_About, DefaultLevel], at: datetime
) -> dict[_About, dict[int, _Wanted]]:
    """By what it is about and the way, 1 or -1; only where one way is wanted often enough."""
    decided = Suggested.objects.filter(
        of__order__account__in=accounts,
        of__decision__in=CORRECTED,
        of__decided_at__gt=at - YEAR,
        of__decided_at__lte=at,
    ).select_related("of__order")
    wanted: dict[_About, dict[int, _Wanted]] = defaultdict(lambda: defaultdict(_Wanted))
    for row in decided:
        order = row.of.order
        levels = {each.slug: each.level or 0 for each in order.spec.variables}
        for variable, way in _ways(row):
            about = _About(order.account_id, order.product_id, variable)
            last = known.get(about)
            if last is None or (row.of.decided_at is not None and row.of.decided_at > last.said_at):
                wanted[about][way].returns.add(row.of.number)
                wanted[about][way].levels[levels.get(variable, 0)] += 1
    return {
        about: ways for about, ways in wanted.items() if any(len(each.returns) >= REPEATED for each in ways.values())
    }


def _ways(row: Suggested) -> Iterator[tuple[str, int]]:
    """Each variable that the comment found wanting, and the way it was to be turned."""
    corrections = [each for each in row.evidence if each["kind"] == Keyword.CORRECTION]
    yield from {(each["variable"], each["way"]) for each in corrections if each.get("variable") and each.get("way")}


def _proposal(
    account: Account, variable: Variable | None, said: DefaultLevel | None, ways: dict[int, _Wanted]
) -> Proposal | None:
    """The level next to the one ordered most often; None where both ways are wanted, or it is the default already."""
    way = max(ways, key=lambda each: len(ways[each].returns))
    other = ways.get(-way)
    if variable is None or (other and len(other.returns) == len(ways[way].returns)):
        return None
    levels = {each.value: each for each in variable.levels.all()}
    now = said.value if said else 0
    level = levels.get(ways[way].levels.most_common(1)[0][0] + way)
    if level is None or (level.value - now) * way <= 0:
        return None
    returns = tuple(sorted(ways[way].returns))
    return Proposal(account, variable.product, variable, level, levels.get(now), way > 0, returns)
