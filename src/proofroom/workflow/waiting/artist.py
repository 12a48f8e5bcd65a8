"""What waits for an artist: their jobs, what came back, what they may claim."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Extension, Order
from proofroom.orders.queries import due_first, for_lists, visible_orders
from proofroom.returns.lifecycle import ReturnState
from proofroom.returns.models import Return

NEWS_FOR = timedelta(days=2)


def jobs(actor: Actor, *states: State) -> QuerySet[Order]:
    """The artist's own jobs in these states, due first; ``returned`` where a return is in work."""
    in_work = Return.objects.filter(order=OuterRef("pk"), state=ReturnState.IN_WORK)
    mine = for_lists(visible_orders(actor), actor.person).filter(artist=actor.person, state__in=states)
    return due_first(mine.annotate(returned=Exists(in_work)))


def open_jobs(actor: Actor) -> QuerySet[Order]:
    """What is placed and free to claim, due first."""
    return due_first(for_lists(visible_orders(actor), actor.person).filter(state=State.PLACED, artist=None))


def revisions_to_answer(actor: Actor) -> QuerySet[Return]:
    """Completed orders whose customer asks for a revision: it is at the artist's discretion (Row C3)."""
    waiting = Return.objects.filter(state=ReturnState.WAITING, order__artist=actor.person)
    return waiting.select_related("order").order_by("opened_at")


def answered_extensions(actor: Actor, at: datetime) -> QuerySet[Extension]:
    """What became of the time the artist asked for, while it is news and the job still theirs."""
    answered = Extension.objects.filter(
        asked_by=actor.person, state__in=(Extension.State.ACCEPTED, Extension.State.DECLINED)
    )
    still_mine = answered.filter(order__artist=actor.person, order__state=State.IN_PRODUCTION)
    return still_mine.filter(answered_at__gt=at - NEWS_FOR).select_related("order").order_by("-answered_at")
