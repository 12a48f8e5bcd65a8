"""What waits for a customer's answer, and what the studio has in work for them."""

from typing import Any

from django.db.models import Count, F, FilteredRelation, Max, OuterRef, Q, QuerySet, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Deadline, Extension, Order, Unread
from proofroom.orders.queries import due_first, for_lists, visible_orders, within_sight
from proofroom.returns.lifecycle import HOLDING, Keyword
from proofroom.returns.models import Quote, Return
from proofroom.workflow.waiting import clock

IN_WORK = (State.PLACED, State.IN_PRODUCTION, State.REOPENED)


def deliveries_to_judge(actor: Actor, most: int) -> QuerySet[Order]:
    """The first ``most`` delivered orders, those first that are completed by themselves first: ``completes_at``.

    The few are found before anything is counted for them: a customer may have thousands that they never judge.
    """
    running = Q(deadlines__kind=Deadline.Kind.COMPLETION, deadlines__fired_at=None, deadlines__cleared_at=None)
    delivered = visible_orders(actor).filter(state=State.DELIVERED)
    delivered = delivered.annotate(clock=FilteredRelation("deadlines", condition=running))
    first = delivered.order_by(F("clock__due_at").asc(nulls_last=True), "-id").values("pk")[:most]
    listed = for_lists(Order.objects.filter(pk__in=first), actor.person)
    listed = listed.annotate(completes_at=clock(Deadline.Kind.COMPLETION, "pk"))
    return listed.order_by(F("completes_at").asc(nulls_last=True), "-id")


def quotes_to_answer(actor: Actor) -> QuerySet[Quote]:
    """Open quotes, those first that expire first."""
    quotes = Quote.objects.filter(within_sight(actor, "of__order"), state=Quote.State.OPEN)
    return quotes.select_related("of__order").order_by("expires_at")


def extensions_to_answer(actor: Actor) -> QuerySet[Extension]:
    """More time that artists ask for; unanswered at ``answer_by`` it counts as declined (Row C2)."""
    asked = Extension.objects.filter(within_sight(actor, "order"), state=Extension.State.ASKED)
    answer_by = clock(Deadline.Kind.EXTENSION_ANSWER, "order")
    return asked.select_related("order", "asked_by").annotate(answer_by=answer_by).order_by("answer_by")


def drafts_to_finish(actor: Actor) -> QuerySet[Order]:
    """Drafts with ``pictures`` counted, the newest first."""
    return for_lists(visible_orders(actor), actor.person).filter(state=State.DRAFT)


def unread_threads(actor: Actor) -> QuerySet[Unread, Any]:
    """One row for each order with messages that the person has not read: its ``number`` and how ``many``."""
    unread = Unread.objects.filter(within_sight(actor, "order"), person=actor.person)
    threads = unread.values(number=F("order__number")).annotate(many=Count("pk"), newest=Max("message"))
    return threads.order_by("-newest")


def orders_in_work(actor: Actor) -> QuerySet[Order]:
    """What the studio works on for the customer, due first; ``asked``: how the open return stands, if there is one."""
    open_return = Return.objects.filter(order=OuterRef("pk"), state__in=HOLDING).exclude(keyword=Keyword.FEEDBACK)
    orders = for_lists(visible_orders(actor), actor.person).filter(state__in=IN_WORK)
    return due_first(orders.annotate(asked=Subquery(open_return.values("state")[:1])))
