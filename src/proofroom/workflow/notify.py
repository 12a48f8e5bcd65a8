"""Who is told what by mail. The notices are rows of the same transaction as what they tell of."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from proofroom.core.tasks import later
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Message, Order
from proofroom.people.models import Person
from proofroom.workflow.mail.send import send_notice
from proofroom.workflow.models import Notice
from proofroom.workflow.step import Step

# Nobody is told of what they did themselves. One happening is one mail, however many pictures it is about.
AUDIENCE: dict[str, tuple[str, ...]] = {
    Action.PLACE: ("orderer",),
    Action.CLAIM: ("customers",),
    Action.ASSIGN: ("customers", "artist"),
    Action.REASSIGN: ("artist",),
    Action.DELIVER: ("customers",),
    Action.REQUEST_EXTENSION: ("customers",),
    Action.ANSWER_EXTENSION: ("artist",),
    Action.ACCEPT: ("artist",),
    Action.REJECT_IMAGES: ("artist", "orderer"),
    Action.COMMENT_AND_REOPEN: ("artist", "orderer"),
    Action.AGREE_TO_REVISE: ("customers", "artist"),
    Action.DECLINE_TO_REVISE: ("customers",),
    Action.COMPLETE_AUTOMATICALLY: ("customers", "artist"),
    Action.ASSESS: ("customers", "artist"),
    Action.APPROVE_QUOTE: ("artist",),
    Action.DECLINE_QUOTE: ("artist", "customers"),
    Action.WITHDRAW: ("orderer",),
    Action.REQUEST_CANCELLATION: ("customers", "artist"),
    Action.ANSWER_CANCELLATION: ("customers", "artist"),
    Action.CANCEL: ("customers", "artist"),
    Action.REFUND: ("customers",),
    Action.REVIEW: ("artist",),
    Action.REPLY_TO_REVIEW: ("customers",),
    Action.DISAGREE: ("artist", "orderer"),
    "disputed": ("colleague",),
    "quote_reminder": ("customers",),
    "return_read": ("customers",),
    "return_said": ("customers", "artist"),
    "return_handed_over": ("colleague",),
    "completion_reminder": ("customers",),
    "redistribution_failed": ("customers",),
    "overdue": ("customers", "artist"),
    "message": ("customers", "artist"),
}
# What its own author gets too, as a receipt.
RECEIPTS = frozenset({Action.PLACE, Action.COMMENT_AND_REOPEN, Action.REJECT_IMAGES, Action.DISAGREE, Action.WITHDRAW})


def announce(step: Step) -> None:
    """Tell those whom a transition concerns."""
    tell(step.order, step.row.action, step.at, by=step.actor.person, **step.told)


def tell(order: Order, event: str, at: datetime, *, by: int | None = None, **data: Any) -> None:
    """One notice for each person whom ``event`` concerns, and a task that sends it once this is committed."""
    for person in _receivers(order, event, by, data):
        notice = Notice.objects.create(person=person, order=order, event=event, data=data, at=at)
        later(send_notice, notice.pk)


def tell_of_message(message: Message) -> None:
    """The other side of the thread hears of a message; of internal notes nobody does."""
    if not message.internal:
        tell(message.order, "message", message.at, by=message.author_id, text=message.body, author=message.author.name)


def _receivers(order: Order, event: str, by: int | None, data: dict[str, Any]) -> QuerySet[Person]:
    audience = AUDIENCE.get(event, ())
    people = Person.objects.none()
    if "customers" in audience:
        people |= Person.objects.filter(memberships__account=order.account_id)
    if "orderer" in audience:
        concerned = {order.customer_id, by or order.customer_id}
        people |= Person.objects.filter(pk__in=concerned, memberships__account=order.account_id)
    if "artist" in audience and order.artist_id is not None:
        people |= Person.objects.filter(pk=order.artist_id)
    if "colleague" in audience:
        people |= Person.objects.filter(pk=data["to"])
    if event not in RECEIPTS:
        people = people.exclude(pk=by or 0)
    return people.filter(is_active=True).distinct()
