"""What the order form receives: the choices, the originals, and the price that builds up."""

from dataclasses import dataclass
from datetime import datetime

from proofroom.catalogue.models import Product
from proofroom.catalogue.pricing import Price, price
from proofroom.catalogue.specification import Specification
from proofroom.catalogue.turnaround import due_after, turnaround_in_words
from proofroom.core.actor import Actor
from proofroom.files.limits import why_no_original
from proofroom.interfaces.html.contexts.catalogue import Offering
from proofroom.interfaces.html.contexts.pictures import Picture, picture_of
from proofroom.orders.commands.drafting import by_name
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.orders.queries import quantity
from proofroom.people.models import Account
from proofroom.returns.repeated import Proposal
from proofroom.workflow.perform import offers_for


@dataclass(frozen=True)
class PricePiece:
    """What the order costs and what the customer gets for it, as chosen now."""

    number: str
    """The draft's number; empty before there is a draft."""
    price: Price
    """The lines and their sum; for one piece while there is no original."""
    each: bool
    """The price is that of one piece."""
    unit: str
    """What one piece is called."""
    words: str
    """What the customer gets, in words."""
    turnaround: str
    """How long the work takes, in words."""
    due_at: datetime
    """When it is delivered if the order is placed now."""
    reason: str
    """Why the order cannot be placed yet, a sentence; empty when it can."""


@dataclass(frozen=True)
class Original:
    """One picture of the draft."""

    id: int
    """Its number within the database, part of addresses."""
    picture: Picture
    """The file as it can be shown."""
    wrong: str
    """Why nobody can work on it, a sentence; empty for a picture."""


@dataclass(frozen=True)
class PickProduct:
    """The first step: which product."""

    offerings: list[Offering]
    """What can be ordered."""


@dataclass(frozen=True)
class NewOrder:
    """The second step: how it shall be. The draft does not exist yet."""

    offering: Offering
    """The product with what is chosen of it."""
    instructions: str
    """The customer's own words."""
    accounts: list[Account]
    """For whom the person can order."""
    piece: PricePiece
    """What one piece costs."""
    proposals: list[Proposal]
    """What new orders of this product could begin with, after repeated corrections."""
    several: bool
    """The person orders for several accounts, so a proposal names its account."""


@dataclass(frozen=True)
class OrderForm:
    """The draft: choices, originals, price."""

    order: Order
    """The draft."""
    offering: Offering
    """Its product with what is chosen of it."""
    others: list[Product]
    """What could be ordered instead."""
    instructions: str
    """The customer's own words."""
    originals: list[Original]
    """As they are numbered when the order is placed: by name."""
    size: int
    """Bytes of all originals."""
    piece: PricePiece
    """What it costs."""
    refusal: str
    """Why the last press did not place the order, a sentence; empty before."""
    choose_account: bool
    """The person orders for several accounts, so the page names this one's."""


def piece_of_draft(order: Order, actor: Actor, at: datetime) -> PricePiece:
    """What the draft costs as it is kept."""
    place = next(offer for offer in offers_for(order, actor, at) if offer.action is Action.PLACE)
    reason = place.reason.sentence if place.reason else ""
    return piece_of(order.spec, quantity(order), at, number=order.number, reason=reason)


def piece_of(spec: Specification, count: int, at: datetime, *, number: str = "", reason: str = "") -> PricePiece:
    """What ``count`` pieces cost; with none yet, what one costs."""
    return PricePiece(
        number=number,
        price=price(spec, max(count, 1)),
        each=count == 0,
        unit=spec.unit,
        words=_words(spec, count),
        turnaround=turnaround_in_words(spec),
        due_at=due_after(spec, at),
        reason=reason,
    )


def originals_of(order: Order) -> list[Original]:
    """The pictures of the draft, in two queries however many."""
    return [
        Original(
            id=item.pk,
            picture=picture_of(order.number, item.original),
            wrong="" if item.workable else why_no_original(item.name, item.original.media_type),
        )
        for item in by_name(order.items.select_related("original__blob"))
    ]


def _words(spec: Specification, count: int) -> str:
    """``24 pictures, style Bright, brightness: lighter, blue sky in windows``."""
    parts = [f"{count:,} {spec.unit}{'s' * (count != 1)}" if count else f"Each {spec.unit}"]
    if spec.style:
        parts.append(f"style {spec.style.name}")
    parts += [f"{_inside(each.name)}: {_inside(each.label)}" for each in spec.variables if each.level]
    return ", ".join([*parts, *(_inside(extra.name) for extra in spec.extras)])


def _inside(name: str) -> str:
    """The name as it stands inside a sentence; one in capitals, such as HDR, stays."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
