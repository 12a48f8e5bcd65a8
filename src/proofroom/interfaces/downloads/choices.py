"""What of an order a package holds, as its address says it: all that decides the contents stands there (Row E1)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from django.db.models import Max

from proofroom.core.errors import NotVisible, Refused
from proofroom.files.package.models import Download
from proofroom.files.package.taken import last_complete
from proofroom.orders.models import Item, Order
from proofroom.orders.packages import Choice
from proofroom.people.models import Person

MOST_DIGITS = 18
DIGEST = re.compile("[0-9a-f]{32}")
NOTHING_DELIVERED = Refused("nothing_delivered", "Nothing has been delivered yet, so there is nothing to download.")
NOTHING_TICKED = Refused("nothing_ticked", "Tick at least one picture that has been delivered, then download again.")


def asked_choice(order: Order, reader: Person, given: Mapping[str, list[str]]) -> Choice:
    """What the address asks for; what it leaves open is settled as of now.

    Raises NotVisible for what the order does not have, Refused while there is nothing to send.
    """
    newest = order.deliveries.aggregate(newest=Max("number"))["newest"] or 0
    if not newest:
        raise NOTHING_DELIVERED
    if wanted := _number(given, "round"):
        return Choice(round=_within(wanted, newest))
    through = _within(_number(given, "through") or newest, newest)
    items, selection = _items(order, given), _selection(given)
    if not items and not selection and "selection" in given:
        raise NOTHING_TICKED
    choice = Choice(through, items=items, since=_since(order, given), selection="" if items else selection)
    if "changed" in given and not choice.since and (last := last_complete(order.number, reader)):
        return replace(choice, since=last.pk)
    return choice


def is_fixed(given: Mapping[str, list[str]]) -> bool:
    """The address alone decides the contents: asked again tomorrow, it is the same file."""
    return "round" in given or ("through" in given and ("changed" not in given or "since" in given))


def _items(order: Order, given: Mapping[str, list[str]]) -> tuple[int, ...]:
    asked = sorted({positive(each) for each in given.get("item", [])})
    if Item.objects.filter(order=order, pk__in=asked).count() != len(asked):
        raise NotVisible
    return tuple(asked)


def _selection(given: Mapping[str, list[str]]) -> str:
    found = given.get("selection", [""])[-1]
    return found if DIGEST.fullmatch(found) else ""


def _since(order: Order, given: Mapping[str, list[str]]) -> int:
    since = _number(given, "since")
    if (
        since
        and not Download.objects.filter(pk=since, package__subject=order.number, completed_at__isnull=False).exists()
    ):
        raise NotVisible
    return since


def _number(given: Mapping[str, list[str]], name: str) -> int:
    found = given.get(name, [])
    return positive(found[-1]) if found else 0


def positive(text: str) -> int:
    """A number of an address, above 0. Raises NotVisible for anything else."""
    if not (text.isascii() and text.isdecimal()) or len(text) > MOST_DIGITS or not int(text):
        raise NotVisible
    return int(text)


def _within(wanted: int, newest: int) -> int:
    if wanted > newest:
        raise NotVisible
    return wanted
