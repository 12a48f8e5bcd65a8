"""What is sent with each action, so that nothing but the rules can refuse it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.redistribution.models import Destination
from tests.cast import Cast

LATER = timedelta(days=5)


def given_for(action: str, choice: str, order: Order, cast: Cast) -> dict[str, Any]:
    """The body of ``action`` in the API's words, with its deciding word."""
    return GIVEN[action](choice, order, cast) if action in GIVEN else {}


def _soon() -> str:
    return (clock.now() + LATER).isoformat()


def _rejected(_choice: str, order: Order, _cast: Cast) -> dict[str, Any]:
    first = order.items.values_list("pk", flat=True).first() or 0
    return {"items": [{"item": first, "comment": "Too dark."}]}


def _assessed(choice: str, order: Order, _cast: Cast) -> dict[str, Any]:
    given: dict[str, Any] = {"decision": choice, "message": "We have looked at it.", "due_at": _soon()}
    if choice in {"amendment", "split"}:
        given |= {"price": "6.00"}
    if choice == "split":
        items = list(order.items.values_list("pk", flat=True))
        parts = ["correction", *["amendment"] * (len(items) - 1)]
        given["pictures"] = [{"item": item, "decision": part} for item, part in zip(items, parts, strict=False)]
    return given


def _reasoned(_choice: str, _order: Order, _cast: Cast) -> dict[str, Any]:
    return {"reason": "The house is sold."}


GIVEN: dict[str, Callable[[str, Order, Cast], dict[str, Any]]] = {
    "assign": lambda _choice, _order, cast: {"artist": cast.artist2.pk},
    "reassign": lambda _choice, _order, cast: {"artist": cast.artist2.pk},
    "request_cancellation": _reasoned,
    "cancel": _reasoned,
    "decline_to_revise": _reasoned,
    "answer_cancellation": lambda choice, _order, _cast: {"grant": choice == "grant", "message": "So be it."},
    "request_extension": lambda _choice, _order, _cast: {"due_at": _soon(), "reason": "A power cut."},
    "answer_extension": lambda choice, _order, _cast: {"accept": choice == "accept"},
    "reject_images": _rejected,
    "comment_and_reopen": lambda choice, _order, _cast: {
        "comment": "The windows are white.",
        **({"keyword": "feedback"} if choice == "feedback" else {}),
    },
    "assess": _assessed,
    "disagree": lambda _choice, _order, _cast: {"comment": "It was ordered like that."},
    "refund": lambda _choice, _order, _cast: {"amount": "1.00", "reason": "Late."},
    "review": lambda _choice, _order, _cast: {"stars": 4, "text": "Good."},
    "redistribute": lambda _choice, order, _cast: {
        "destinations": list(Destination.objects.filter(account=order.account_id).values_list("pk", flat=True))
    },
    "reply_to_review": lambda _choice, _order, _cast: {"text": "Thank you."},
}
