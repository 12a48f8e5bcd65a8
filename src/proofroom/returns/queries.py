"""Reading returns."""

from django.db.models import F, QuerySet

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.orders.queries import STAFF, within_sight
from proofroom.returns.lifecycle import TO_ASSESS, Keyword
from proofroom.returns.models import Quote, Return


def visible_returns(actor: Actor) -> QuerySet[Return]:
    """Whoever sees the order sees its returns."""
    return Return.objects.filter(within_sight(actor, "order")).select_related("order__account", "owner", "opened_by")


def work_return(order: Order) -> Return | None:
    """The one return of the order that asks for work and is not closed."""
    return order.returns.filter(closed_at=None).exclude(keyword=Keyword.FEEDBACK).first()


def return_to_assess(order: Order) -> Return | None:
    """What an assessment of the order decides now: work first, then the oldest feedback.

    While the order stands reopened, only the return that reopened it decides where it goes on; feedback waits.
    """
    work = work_return(order)
    if work is not None and work.state in TO_ASSESS:
        return work
    if order.state == State.REOPENED:
        return None
    waiting = order.returns.filter(closed_at=None, keyword=Keyword.FEEDBACK, state__in=TO_ASSESS)
    return waiting.order_by("id").first()


def open_quote(order: Order) -> Quote | None:
    """The quote that waits for the customer's answer."""
    return Quote.objects.filter(of__order=order, state=Quote.State.OPEN).select_related("of").first()


def desk_queue(actor: Actor) -> QuerySet[Return]:
    """Returns that the studio has to answer, the longest waiting first; only staff have a desk."""
    if actor.role not in STAFF:
        return Return.objects.none()
    return visible_returns(actor).filter(state__in=TO_ASSESS).annotate(since=F("opened_at")).order_by("opened_at")
