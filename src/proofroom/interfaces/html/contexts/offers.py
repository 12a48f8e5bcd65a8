"""What a person can do to an order now, as buttons."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from proofroom.interfaces.html.action_words import WORDS
from proofroom.orders.lifecycle.engine import Offer
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order

AT_ONCE = frozenset({Action.CLAIM})
"""Needs nothing but to be pressed, and no second thought: posted from the order's page."""
ALWAYS_IN_SIGHT = frozenset({Action.ACCEPT, Action.DELIVER})
"""Stay in sight with their reason while they are not possible, because people look for them."""


@dataclass(frozen=True)
class Button:
    """An action as a button."""

    name: str
    """The table's name."""
    label: str
    """What stands on it."""
    url: str
    """Where it leads, or posts to."""
    look: str
    """Its class: primary, danger or plain."""
    reason: str
    """Why it is not possible now, a sentence; empty when it is."""
    posts: bool
    """Done at once when pressed, without a page in between."""


def buttons_of(order: Order, offers: Iterable[Offer], *, leave_out: frozenset[Action] = frozenset()) -> list[Button]:
    """The offers in the table's order; the first primary one stays primary."""
    found: list[Button] = []
    for offer in offers:
        if offer.action not in leave_out:
            primary_before = any(each.look == "button-primary" for each in found)
            found.append(_button(order, offer, primary_before=primary_before))
    return found


def _button(order: Order, offer: Offer, *, primary_before: bool) -> Button:
    words = WORDS[offer.action]
    look = "" if words.look == "button-primary" and primary_before else words.look
    return Button(
        name=offer.action,
        label=words.label,
        url=reverse("order_action", args=[order.number, offer.action]),
        look=look,
        reason=offer.reason.sentence if offer.reason else "",
        posts=offer.action in AT_ONCE,
    )


def in_sight(buttons: Iterable[Button]) -> list[Button]:
    """What is possible, and what people look for while it is not."""
    return [each for each in buttons if not each.reason or each.name in ALWAYS_IN_SIGHT]


def out_of_sight(buttons: Iterable[Button]) -> list[Button]:
    """What is not possible now and only explained on request."""
    return [each for each in buttons if each.reason and each.name not in ALWAYS_IN_SIGHT]
