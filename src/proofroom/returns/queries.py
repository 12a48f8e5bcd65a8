"""Reading returns."""

from django.db.models import Q, QuerySet

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import STAFF, State
from proofroom.orders.models import Order
from proofroom.orders.queries import within_sight
from proofroom.returns.lifecycle import TO_ASSESS, Keyword, ReturnAction
from proofroom.returns.models import Attachment, Quote, Return, ReturnEntry

OWN_BUSINESS = (ReturnAction.TAKE, ReturnAction.HAND_OVER)


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
    """Returns that the studio has to answer, what is due first first; only staff have a desk.

    It reads what waits and nothing else, however many returns there were: see the index ``returns_on_the_desk``.
    """
    if actor.role not in STAFF:
        return Return.objects.none()
    return visible_returns(actor).exclude(answer_by=None).order_by("answer_by", "pk")


def readable_history(given: Return, actor: Actor) -> QuerySet[ReturnEntry]:
    """The thread as this person may read it: who of the studio has it is the studio's own business."""
    lines = given.history.select_related("actor").prefetch_related("attachments__file__blob")
    return lines if actor.role in STAFF else lines.exclude(action__in=OWN_BUSINESS)


def may_read(line: ReturnEntry, actor: Actor) -> bool:
    """The same for one line that was read already."""
    return actor.role in STAFF or line.action not in OWN_BUSINESS


def readable_attachments(actor: Actor) -> QuerySet[Attachment]:
    """Attachments of orders that the actor may see; what is only put aside is its own person's."""
    return Attachment.objects.filter(~Q(entry=None) | Q(by=actor.person))
