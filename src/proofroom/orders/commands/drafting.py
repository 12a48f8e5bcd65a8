"""Putting an order together before it is placed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max

from proofroom.catalogue.models import Product
from proofroom.catalogue.specification import Specification
from proofroom.core.errors import Refused
from proofroom.files.limits import why_no_original
from proofroom.files.models import StoredFile
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Item, Order
from proofroom.orders.numbers import next_number
from proofroom.people.models import Account, Person

MOST_ITEMS = 2_000
DIGITS = re.compile(r"(\d{1,18})")


@dataclass(frozen=True)
class Brief:
    """What a customer says about an order: the product, what was chosen of it, and words."""

    product: Product
    specification: Specification
    instructions: str = ""


@transaction.atomic
def start_draft(account: Account, customer: Person, brief: Brief, at: datetime) -> Order:
    """A new draft with a number of its own; nothing is owed."""
    return Order.objects.create(
        number=next_number("PR", at),
        account=account,
        customer=customer,
        product=brief.product,
        specification=brief.specification.as_json(),
        instructions=brief.instructions,
        created_at=at,
        changed_at=at,
    )


@transaction.atomic
def change_draft(order: Order, brief: Brief, at: datetime) -> Order:
    """What is chosen becomes something else. Raises Refused once the order is placed."""
    draft = lock_draft(order)
    draft.product = brief.product
    draft.specification = brief.specification.as_json()
    draft.instructions = brief.instructions
    draft.changed_at = at
    draft.save(update_fields=["product", "specification", "instructions", "changed_at"])
    return draft


@transaction.atomic
def add_original(order: Order, file: StoredFile, at: datetime) -> Item:
    """One more picture. The same bytes under the same name are the same picture: a repeated upload adds none."""
    draft = lock_draft(order)
    if same := draft.items.filter(original__blob=file.blob_id, name=file.name).first():
        return same
    last = draft.items.aggregate(last=Max("position"))["last"] or 0
    if draft.items.count() >= MOST_ITEMS:
        raise Refused("too_many", f"An order holds at most {MOST_ITEMS:,} files. Place this one and start another.")
    Order.objects.filter(pk=draft.pk).update(changed_at=at)
    workable = not why_no_original(file.name, file.media_type)
    return Item.objects.create(order=draft, position=last + 1, name=file.name, original=file, workable=workable)


@transaction.atomic
def remove_original(order: Order, item: Item, at: datetime) -> None:
    """The picture leaves the draft."""
    draft = lock_draft(order)
    draft.items.filter(pk=item.pk).delete()
    Order.objects.filter(pk=draft.pk).update(changed_at=at)


def by_name(items: Iterable[Item]) -> list[Item]:
    """As file managers sort them, ``IMG_9`` before ``IMG_10``: the numbering of a draft and of a placed order."""
    return sorted(items, key=lambda item: (_natural(item.name), item.position))


def number_by_name(order: Order) -> None:
    """Pictures get the numbers that ``by_name`` shows: uploads arrive in any order.

    Called when the order is placed, under its lock; from then on the numbers stay.
    """
    items = by_name(order.items.all())
    beyond = max((item.position for item in items), default=0) + len(items)
    # First out of the way: no two may have one position, not even for a moment.
    order.items.update(position=F("position") + beyond)
    for position, item in enumerate(items, start=1):
        item.position = position
    Item.objects.bulk_update(items, ["position"], batch_size=500)


def lock_draft(order: Order) -> Order:
    """The order under its lock. Raises Refused when it is no draft any more."""
    locked = Order.objects.select_for_update().get(pk=order.pk)
    if locked.state != State.DRAFT:
        raise Refused("not_a_draft", "The order is placed: write a comment on it to change something.")
    return locked


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in DIGITS.split(name)]
