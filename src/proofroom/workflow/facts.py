"""Builds the facts of one order for one actor, from all modules."""

from datetime import datetime
from typing import TypedDict

from django.db.models import Max

from proofroom.core.actor import Actor
from proofroom.files.models import Blob
from proofroom.orders.lifecycle.facts import Facts
from proofroom.orders.lifecycle.states import Action, Role, State
from proofroom.orders.models import Cancellation, Deadline, Extension, Item, Order, Review, Version
from proofroom.payments.commands import refundable
from proofroom.people.models import Person
from proofroom.returns.commands import decided_by_manager
from proofroom.returns.lifecycle import BESIDE_A_QUOTE, HOLDING, UNDECIDED, Keyword, ReturnState
from proofroom.returns.models import Return
from proofroom.returns.queries import open_quote, return_to_assess, return_to_dispute, work_return
from proofroom.returns.states import CORRECTED

TAKING_ON = (Action.CLAIM, Action.ASSIGN, Action.REASSIGN)


def facts_of(order: Order, actor: Actor, choice: str | None = None) -> Facts:
    """Everything the guards may look at. The number of queries does not depend on the size of the order."""
    work, assessed, quote = work_return(order), return_to_assess(order), open_quote(order)
    review, disputable = Review.objects.filter(order=order).first(), return_to_dispute(order)
    return Facts(
        state=order.stands,
        role=Role(actor.role),
        choice=choice,
        assigned_to_me=order.artist_id is not None and order.artist_id == actor.person,
        missing_choices=("a style",) if _needs_style(order) else (),
        due_at=order.due_at,
        waiting_for_artist_since=waiting_for_artist_since(order),
        extension_open=order.extensions.filter(state=Extension.State.ASKED).exists(),
        cancellation_asked=order.cancellations.filter(state=Cancellation.State.ASKED).exists(),
        work_return_open=work is not None and work.state in HOLDING,
        work_return_undecided=work is not None and work.state in UNDECIDED,
        return_to_assess=assessed is not None,
        feedback_to_assess=assessed is not None and assessed.keyword == Keyword.FEEDBACK,
        return_disputed=assessed is not None and assessed.state == ReturnState.DISPUTED,
        return_at_discretion=work is not None and work.state == ReturnState.WAITING,
        quote_open=quote is not None,
        part_quoted=quote is not None and quote.of.state in BESIDE_A_QUOTE,
        disputable=disputable is not None,
        manager_decided=disputable is not None and disputable.closed_at is not None and decided_by_manager(disputable),
        quote_expires_at=quote.expires_at if quote else None,
        completes_at=_completes_at(order),
        accepted=order.accepted_at is not None,
        correction_failed=_correction_failed(order),
        refundable=refundable(order),
        reviewed_at=review.at if review else None,
        replied=review is not None and review.replied_at is not None,
        **_pictures(order),
    )


def waiting_for_artist_since(order: Order) -> datetime | None:
    """Since when the customer waits for the artist's word; None when nothing was asked, or there is no artist.

    From the oldest message that the artist has not answered, but not from before they had the job.
    """
    if order.artist_id is None:
        return None
    last = order.messages.filter(author=order.artist_id).aggregate(last=Max("id"))["last"] or 0
    asked = order.messages.filter(internal=False, author__role=Person.Role.CUSTOMER, pk__gt=last).order_by("id")
    oldest = asked.values_list("at", flat=True).first()
    if oldest is None:
        return None
    taken_on = order.activity.filter(action__in=TAKING_ON).order_by("-id").values_list("at", flat=True).first()
    return max(oldest, taken_on) if taken_on else oldest


def _needs_style(order: Order) -> bool:
    if order.state != State.DRAFT or order.specification.get("style"):
        return False
    return order.product.styles.exists()


class _Pictures(TypedDict, total=False):
    items: int
    staged: int
    unfinished: tuple[str, ...]
    unchecked: tuple[str, ...]
    broken: tuple[str, ...]
    no_originals: tuple[str, ...]


def _pictures(order: Order) -> _Pictures:
    if order.state == State.DRAFT:
        originals = order.items.values_list("name", "original__blob__inspection", "workable")
        return {
            "items": sum(workable for _, _, workable in originals),
            "broken": tuple(name for name, inspection, _ in originals if inspection == Blob.Inspection.BROKEN),
            "no_originals": tuple(name for name, _, workable in originals if not workable),
        }
    if order.state != State.IN_PRODUCTION:
        return {}
    staged = dict(
        Version.objects.filter(item__order=order, delivery=None).values_list("item_id", "file__blob__inspection")
    )
    items = Item.objects.filter(order=order).values_list("pk", "name", "settled")
    return {
        "items": len(items),
        "staged": len(staged),
        "unfinished": tuple(name for pk, name, settled in items if not settled and pk not in staged),
        "unchecked": tuple(name for pk, name, _ in items if staged.get(pk) == Blob.Inspection.PENDING),
        "broken": tuple(name for pk, name, _ in items if staged.get(pk) == Blob.Inspection.BROKEN),
    }


def _completes_at(order: Order) -> datetime | None:
    # The one that is just being fired counts too: it is what the system acts upon.
    standing = order.deadlines.filter(kind=Deadline.Kind.COMPLETION, cleared_at=None).order_by("-id")
    return standing.values_list("due_at", flat=True).first()


def _correction_failed(order: Order) -> bool:
    """Looked up, not ticked (Row B9): a correction was delivered, and the customer rejected that delivery too."""
    tried = Return.objects.filter(order=order, decision__in=CORRECTED, disputes__gt=0)
    return tried.exclude(answered_at=None).exists()
