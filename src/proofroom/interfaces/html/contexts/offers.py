"""What a person can do to an order now, as buttons."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from proofroom.interfaces.html.action_words import WORDS
from proofroom.orders.lifecycle.engine import Offer
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order

PRIMARY = "button-primary"
AT_ONCE = frozenset({Action.CLAIM})
"""Needs nothing but to be pressed, and no second thought: posted from the order's page."""
ALWAYS_IN_SIGHT = frozenset({Action.ACCEPT, Action.DELIVER})
"""Stay in sight with their reason while they are not possible, because people look for them."""

OWN_PAGES = {Action.REDISTRIBUTE: "redistribute", Action.REJECT_IMAGES: "review"}
"""Actions that need more than a form, by the names of their pages."""


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
    waits: bool
    """It becomes possible by itself, so the page looks again: files are still being checked."""


def buttons_of(order: Order, offers: Iterable[Offer], *, primary: bool = True) -> list[Button]:
    """The offers in the table's order; at most the first primary one stays so, none without ``primary``."""
    found: list[Button] = []
    for offer in offers:
        free = primary and not any(each.look == PRIMARY for each in found)
        found.append(_button(order, offer, primary=free))
    return found


def _button(order: Order, offer: Offer, *, primary: bool) -> Button:
    words = WORDS[offer.action]
    look = "" if words.look == PRIMARY and not primary else words.look
    return Button(
        name=offer.action,
        label=words.label,
        url=address_of(order, offer.action),
        look=look,
        reason=offer.reason.sentence if offer.reason else "",
        posts=offer.action in AT_ONCE,
        waits=offer.reason is not None and offer.reason.code == "results_unchecked",
    )


def address_of(order: Order, action: Action) -> str:
    """Where the action is looked at before it is done."""
    if page := OWN_PAGES.get(action):
        return reverse(page, args=[order.number])
    return reverse("order_action", args=[order.number, action])


def in_sight(buttons: Iterable[Button]) -> list[Button]:
    """What is possible, and what people look for while it is not."""
    return [each for each in buttons if not each.reason or each.name in ALWAYS_IN_SIGHT]


def out_of_sight(buttons: Iterable[Button]) -> list[Button]:
    """What is not possible now and only explained on request."""
    return [each for each in buttons if each.reason and each.name not in ALWAYS_IN_SIGHT]
