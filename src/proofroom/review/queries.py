"""Reading markings: the one place that decides who sees which."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet, Subquery

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Item, Order
from proofroom.review.models import Marking, PictureToReject, RejectionDraft

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
    return markings.filter(Q(version__in=Subquery(newest)) | Q(state__in=OPEN | {S.DRAFT}), item=item)


def marked_pictures(actor: Actor, items: Iterable[int]) -> set[int]:
    """Which of these pictures have marks that the actor may see and nobody has removed or settled."""
    marked = visible_markings(actor).filter(item__in=list(items), state__in=OPEN)
    return set(marked.order_by().values_list("item", flat=True).distinct())


def changed_since(markings: QuerySet[Marking], since: datetime) -> QuerySet[Marking]:
    """What a page that was up to date at ``since`` may not know yet, removed markings too."""
    return markings.filter(changed_at__gt=since - OVERLAP)


@dataclass(frozen=True)
class PictureInRejection:
    """A picture of a rejection that is being put together; ``markings`` are those that would be sent."""

    item: int
    name: str
    comment: str
    markings: int
    added_by: str


@dataclass(frozen=True)
class RejectionStands:
    """The general comment and the pictures."""

    comment: str
    pictures: list[PictureInRejection]


def rejection_of(order: Order) -> RejectionStands:
    """The order's rejection as far as it is put together, in two queries. For the account's people alone."""
    going = Count("item__markings", filter=Q(item__markings__state__in=(S.DRAFT, S.REOPENED)))
    added = PictureToReject.objects.filter(draft__order=order).select_related("item", "added_by").annotate(going=going)
    comment = RejectionDraft.objects.filter(order=order).values_list("comment", flat=True).first()
    pictures = [
        PictureInRejection(each.item_id, each.item.name, each.comment, each.going, each.added_by.name)
        for each in added.order_by("item__position")
    ]
    return RejectionStands(comment or "", pictures)
