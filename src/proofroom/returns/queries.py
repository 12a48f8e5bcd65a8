"""Reading returns."""

from django.db.models import Count, Q, QuerySet

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import STAFF, State
from proofroom.orders.models import Order
from proofroom.orders.queries import within_sight
from proofroom.returns.lifecycle import TO_ASSESS, Keyword, ReturnAction, ReturnState
from proofroom.returns.models import Attachment, Quote, RejectedItem, Return, ReturnEntry
from proofroom.returns.states import TURNED_DOWN

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


def return_to_dispute(order: Order) -> Return | None:
    """The return whose assessment the customer can disagree with: the one at hand, else the last that was turned down.

    A rework that was delivered is rejected like any delivery, unless a part of its return is still quoted.
    """
    work = work_return(order)
    if work is not None:
        quoted = work.quotes.filter(state=Quote.State.OPEN).exists()
        return work if quoted or work.state in (ReturnState.QUOTED, ReturnState.IN_WORK) else None
    last = order.returns.exclude(keyword=Keyword.FEEDBACK).order_by("closed_at", "pk").last()
    return last if last is not None and last.outcome in TURNED_DOWN else None


def waiting_pictures(given: Return) -> QuerySet[RejectedItem]:
    """The pictures named in the return that nothing came back for, without those that were left as they were."""
    return given.rejected.filter(adjusted=None).exclude(part=RejectedItem.Part.LEFT)


def pictures_in(given: Return) -> dict[int, str]:
    """What an assessment can be split by, names by ids: the pictures sent back, else those that the comment refers to,
    else all of the order.
    """
    named = waiting_pictures(given).order_by("item__position").values_list("item", "item__name")
    if found := dict(named):
        return found
    whole = dict(given.order.items.filter(workable=True).values_list("pk", "name"))
    return {item: name for item, name in whole.items() if name in given.references} or whole


def other_returns(given: Return) -> QuerySet[Return]:
    """Those of the same account, the newest first."""
    return Return.objects.filter(order__account=given.order.account_id).exclude(pk=given.pk).order_by("-pk")


def decisions(returns: QuerySet[Return]) -> dict[str, int]:
    """How many of them were decided how."""
    return dict(returns.order_by().exclude(decision="").values_list("decision").annotate(Count("pk")))


def amended_names(given: Return) -> list[str]:
    """The pictures of the quoted part; empty for a return that is not split."""
    amended = given.rejected.filter(part__in=(RejectedItem.Part.AMENDMENT, RejectedItem.Part.LEFT))
    return list(amended.order_by("item__position").values_list("item__name", flat=True).distinct())


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
