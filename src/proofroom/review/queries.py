"""Reading markings: the one place that decides who sees which."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Item
from proofroom.review.models import Marking

S = Marking.State
OPEN = frozenset({S.SENT, S.FIXED, S.CANNOT, S.REOPENED})
"""Carried forward to the next version, until the customer settles them."""
OVERLAP = timedelta(seconds=5)
"""A transaction may be seen this much after the time it wrote down: who asks for changes is told these again."""


def visible_markings(actor: Actor) -> QuerySet[Marking]:
    """All markings of orders that were let through already, as far as this person may know of them.

    A customer's draft is for the people of the account alone until it is sent.
    """
    markings = Marking.objects.select_related("author", "changed_by", "version__file__blob")
    if actor.role == Role.CUSTOMER:
        return markings
    return markings.exclude(state=S.DRAFT).exclude(state=S.REMOVED, author__role=Role.CUSTOMER)


def standing_on_newest(item: Item, markings: QuerySet[Marking]) -> QuerySet[Marking]:
    """What is to be shown on the newest delivered version: drawn on it, or earlier and not settled since."""
    newest = item.versions.filter(delivery__isnull=False).order_by("-number").values("pk")[:1]
    return markings.filter(Q(version__in=Subquery(newest)) | Q(state__in=OPEN), item=item)


def changed_since(markings: QuerySet[Marking], since: datetime) -> QuerySet[Marking]:
    """What a page that was up to date at ``since`` may not know yet, removed markings too."""
    return markings.filter(changed_at__gt=since - OVERLAP)


def marking_of(item: Item, actor: Actor, marking: int) -> Marking | None:
    """One marking of a picture, as far as the actor may know of it."""
    return visible_markings(actor).filter(item=item, pk=marking).first()
