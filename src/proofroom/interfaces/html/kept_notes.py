"""The note for a delivery while it is still being written: it outlasts what else is pressed on the page."""

from django.http import HttpRequest

from proofroom.orders.models import Order
from proofroom.workflow.inputs import LONGEST_TEXT

NOTES = "delivery_notes"
AT_MOST = 20
"""Orders whose notes one session keeps, those written last."""


def keep_note(request: HttpRequest, order: Order) -> None:
    """What stands in the field goes into the artist's session, for this order and the round being made."""
    note = request.POST.get("note")
    if note is None:
        return
    others = {number: kept for number, kept in _kept(request).items() if number != order.number}
    kept = {**others, order.number: [order.deliveries.count(), note[:LONGEST_TEXT]]}
    request.session[NOTES] = dict(list(kept.items())[-AT_MOST:])


def kept_note(request: HttpRequest, order: Order) -> str:
    """What was kept for the round being made; empty where nothing was, or where it was delivered since."""
    round_before, note = _kept(request).get(order.number, (None, ""))
    return note if note and round_before == order.deliveries.count() else ""


def _kept(request: HttpRequest) -> dict[str, tuple[int, str]]:
    kept: dict[str, tuple[int, str]] = request.session.get(NOTES, {})
    return kept
