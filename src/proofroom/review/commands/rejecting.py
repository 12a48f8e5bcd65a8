"""Putting a rejection together, picture by picture, before it is sent as one return (Row A8)."""

from datetime import datetime

from django.db import transaction

from proofroom.core.actor import Actor
from proofroom.core.errors import Invalid, Refused
from proofroom.core.text import is_storable
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Item, Order
from proofroom.review.commands.drawing import checked_comment, newest_version
from proofroom.review.models import Marking, PictureToReject, RejectionDraft

LONGEST_GENERAL = 20_000
EMPTY = "Say or mark what is wrong with each picture, or write one comment for all."
NO_PICTURE = "No picture was added to the rejection yet. Add one, and then reject."


@transaction.atomic
def add_picture(item: Item, actor: Actor, at: datetime, comment: str | None = None) -> PictureToReject:
    """The picture joins the rejection, or its comment changes; None leaves the comment as it is.

    Raises Refused for others than the account's people and before the first delivery, Invalid for too long words.
    """
    draft = _draft(item.order, actor, at)
    newest_version(item)
    assert actor.person is not None  # a customer is a person
    words = {} if comment is None else {"comment": checked_comment(comment)}
    added, _ = PictureToReject.objects.update_or_create(
        item=item,
        defaults=words,
        create_defaults={"draft": draft, "added_by_id": actor.person, "added_at": at, **words},
    )
    return added


def take_out(item: Item, actor: Actor) -> None:
    """The picture is not rejected after all; its markings stay drafts. Raises Refused as ``add_picture``."""
    _check_role(actor)
    PictureToReject.objects.filter(item=item).delete()


@transaction.atomic
def say_generally(order: Order, actor: Actor, comment: str, at: datetime) -> RejectionDraft:
    """What goes for all pictures. Raises Refused as ``add_picture``, Invalid when it is too long."""
    text = comment.strip()
    if len(text) > LONGEST_GENERAL or not is_storable(text):
        sentence = f"The general comment has at most {LONGEST_GENERAL:,} characters."
        raise Invalid(sentence, {"comment": sentence})
    draft = _draft(order, actor, at)
    RejectionDraft.objects.filter(pk=draft.pk).update(comment=text, changed_at=at, changed_by_id=actor.person)
    draft.comment = text
    return draft


def told_by_markings(item_ids: "list[int]") -> set[int]:
    """Those of these pictures on which something is marked that a rejection would send."""
    drawn = Marking.objects.filter(item__in=item_ids, state__in=(Marking.State.DRAFT, Marking.State.REOPENED))
    return set(drawn.values_list("item_id", flat=True))


def _draft(order: Order, actor: Actor, at: datetime) -> RejectionDraft:
    _check_role(actor)
    made = {"changed_at": at, "changed_by_id": actor.person}
    return RejectionDraft.objects.get_or_create(order=order, defaults=made)[0]


def _check_role(actor: Actor) -> None:
    if actor.role != Role.CUSTOMER:
        raise Refused("wrong_role", "Only the customer rejects pictures.")
