"""The studio's decision on a return, and what it means for the return's pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.core.money import Money
from proofroom.orders.models import Item
from proofroom.orders.queries import delivered_versions
from proofroom.returns.commands import move
from proofroom.returns.lifecycle import Decision, ReturnAction
from proofroom.returns.models import RejectedItem, Return
from proofroom.returns.queries import pictures_in, waiting_pictures
from proofroom.returns.quoting import Offered, make_quote
from proofroom.returns.states import QUOTED

Part = RejectedItem.Part
STEPS = {
    Decision.CORRECTION: ReturnAction.CORRECT,
    Decision.AMENDMENT: ReturnAction.QUOTE,
    Decision.SPLIT: ReturnAction.SPLIT,
}
NAMED_AT_MOST = 3


@dataclass(frozen=True)
class Assessment:
    """What the studio decides.

    ``price`` is that of an amendment; left out, the price list's. ``reason`` says why it is another one. ``parts`` say
    of a split return which picture is corrected and which is amended, by the picture's id.
    """

    decision: Decision
    message: str
    price: Money | None = None
    reason: str = ""
    due_at: datetime | None = None
    parts: Mapping[int, Part] = field(default_factory=dict)


def assess(given: Return, actor: Actor, assessment: Assessment, at: datetime) -> None:
    """The decision. An amendment becomes a quote, and nothing starts before it is approved (Row B8).

    Feedback and declined only note it: the return ends with ``close``. Raises Refused for a split that is none, and for
    a price that is missing or differs from the price list without a reason.
    """
    decision = assessment.decision
    _share_out(given, assessment)
    if decision in QUOTED:
        amended = sum(part == Part.AMENDMENT for part in assessment.parts.values())
        offered = Offered(assessment.price, assessment.reason, assessment.message, assessment.due_at)
        make_quote(given, offered, amended or len(pictures_in(given)), at)
    known = {
        "decision": decision,
        "decided_by_id": actor.person,
        "decided_at": at,
        "answer": assessment.message,
        "owner_id": given.owner_id or actor.person,
    }
    if decision in STEPS:
        move(given, STEPS[decision], actor, at, assessment.message, **known)
    else:
        Return.objects.filter(pk=given.pk).update(**known)
        given.refresh_from_db()


def _share_out(given: Return, assessment: Assessment) -> None:
    """Who is corrected needs a new result; who is amended does once the quote is approved."""
    if assessment.decision not in STEPS:
        return
    if assessment.decision is not Decision.SPLIT:
        if assessment.parts:
            raise Refused("not_split", "Only a decision in two parts is split by picture.")
        waiting_pictures(given).update(part="")
        Item.objects.filter(pk__in=waiting_pictures(given).values("item")).update(settled=False)
        return
    check_parts(pictures_in(given), assessment.parts, given.number)
    _name_parts(given, assessment.parts)
    for part, settled in ((Part.CORRECTION, False), (Part.AMENDMENT, True)):
        Item.objects.filter(pk__in=waiting_pictures(given).filter(part=part).values("item")).update(settled=settled)


def check_parts(pictures: Mapping[int, str], parts: Mapping[int, Part], number: str) -> None:
    """Raises Refused for a picture that is not of the return, one that is left out, and for an empty part."""
    if unknown := parts.keys() - pictures.keys():
        raise Refused("unknown_item", f"Picture {min(unknown)} is not part of {number}. Choose among its pictures.")
    if left := [name for item, name in pictures.items() if item not in parts]:
        more = f" and {len(left) - NAMED_AT_MOST} more" if len(left) > NAMED_AT_MOST else ""
        names = ", ".join(left[:NAMED_AT_MOST])
        raise Refused("picture_left_out", f"{names}{more}: say whether it is a correction or an amendment.")
    if {*parts.values()} != {Part.CORRECTION, Part.AMENDMENT}:
        raise Refused(
            "one_part", "All pictures are in one part. Decide for the whole return: a correction or an amendment."
        )


def _name_parts(given: Return, parts: Mapping[int, Part]) -> None:
    delivered = {version.item_id: version for version in delivered_versions(given.order).filter(item__in=parts)}
    RejectedItem.objects.bulk_create(
        (RejectedItem(of=given, item_id=item, version=delivered[item], part=part) for item, part in parts.items()),
        update_conflicts=True,
        unique_fields=["of", "item", "version"],
        update_fields=["part"],
        batch_size=500,
    )
