"""Redistributing an order: who holds what, what would go where, and what was sent before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, Sum
from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.contexts.action import trail_to, why_not
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.redistribution.models import Destination, Push, PushedFile
from proofroom.redistribution.plan import Files, PlannedFile, PlannedPush, plan_of

SHOWN = 20
"""Pushes on the page; older ones stay reachable by their addresses."""
OPEN = (Push.State.WAITING, Push.State.SENDING)


@dataclass(frozen=True)
class Choice:
    """A destination that can be chosen."""

    id: int
    """Its number, as the form sends it."""
    name: str
    """What the account calls it."""
    where: str
    """The place in one line."""
    holds: str
    """What it has of this order, in words."""
    behind: bool
    """It holds an older version of something."""
    chosen: bool
    """The reader wants to send there."""


@dataclass(frozen=True)
class Going:
    """One file that would go."""

    name: str
    """What it is called there."""
    place: str
    """Where it ends up."""
    size: int
    """Bytes."""
    version: int
    """Which version goes."""
    does: str
    """What that means for the recipient, in words."""


@dataclass(frozen=True)
class Preview:
    """What would go to one destination."""

    name: str
    """The destination."""
    where: str
    """The place in one line."""
    files: list[Going]
    """In the order's order; empty when it has everything."""
    size: int
    """Bytes together."""


@dataclass(frozen=True)
class PushLine:
    """What was sent to one destination at one time."""

    name: str
    """The destination."""
    url: str
    """Its files, one by one."""
    at: datetime
    """When somebody pressed the button."""
    by: str
    """Who."""
    state: str
    """How it stands, in words."""
    moving: bool
    """It is not over yet."""
    failed: bool
    """It was given up."""
    done: int
    """Files that have arrived."""
    files: int
    """Files altogether."""
    arrived: int
    """Bytes that have arrived."""
    size: int
    """Bytes altogether."""
    trouble: str
    """What went wrong last, a sentence; empty for nothing."""
    next_try: datetime | None
    """When it is tried again."""


@dataclass(frozen=True)
class RedistributionPage:
    """``/orders/NUMBER/redistribute/``."""

    order: Order
    """The order."""
    refusal: str
    """Why nothing can be sent now, a sentence; empty when it can."""
    wrong: str
    """Why the last press sent nothing, a sentence."""
    choices: list[Choice]
    """The account's destinations."""
    everything: bool
    """All files are wanted, not only those that are missing."""
    previews: list[Preview]
    """What would go where; empty before something is chosen."""
    count: int
    """How many files would go."""
    edition: str
    """Names this preview; sent with the button, so that nothing else is sent."""
    sent: list[PushLine]
    """Newest first."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


def redistribution_page(
    order: Order, actor: Actor, at: datetime, chosen: Collection[int], files: Files, wrong: str = ""
) -> RedistributionPage:
    """As many queries for twice the files and destinations."""
    destinations = list(Destination.objects.filter(account=order.account_id, removed_at=None))
    held = {each.destination.pk: each for each in plan_of(order, destinations, Files.MISSING).pushes}
    plan = plan_of(order, [each for each in destinations if each.pk in chosen], files)
    return RedistributionPage(
        order=order,
        refusal=why_not(order, Action.REDISTRIBUTE, actor, at),
        wrong=wrong,
        choices=[_choice(each, held[each.pk], chosen) for each in destinations],
        everything=files is Files.ALL,
        previews=[_preview(each) for each in plan.pushes],
        count=plan.count,
        edition=plan.edition,
        sent=pushes_of(order),
        trail=trail_to(order, actor),
    )


def pushes_of(order: Order, only: int | None = None) -> list[PushLine]:
    """What was sent of the order, newest first, in one query; ``only``: this push alone."""
    done = Q(files__state=PushedFile.State.DONE)
    pushes = Push.objects.filter(redistribution__order=order).select_related("destination", "redistribution__by")
    pushes = pushes.filter(pk=only) if only else pushes
    counted = pushes.annotate(
        whole=Count("files"), done=Count("files", filter=done), size=Sum("files__size"), arrived=Sum("files__sent")
    )
    return [_line(push, order.number) for push in counted.order_by("-pk")[:SHOWN]]


def _line(push: Push, number: str) -> PushLine:
    counted = vars(push)
    waits = push.state == Push.State.WAITING and push.tries > 0
    return PushLine(
        name=push.destination.name,
        url=reverse("push", args=[number, push.pk]),
        at=push.redistribution.at,
        by=push.redistribution.by.name,
        state="Tried again later" if waits else push.get_state_display(),
        moving=push.state in OPEN,
        failed=push.state == Push.State.FAILED,
        done=counted["done"],
        files=counted["whole"],
        arrived=counted["arrived"] or 0,
        size=counted["size"] or 0,
        trouble=push.trouble,
        next_try=push.due_at if waits else None,
    )


def _choice(destination: Destination, held: PlannedPush, chosen: Collection[int]) -> Choice:
    return Choice(
        id=destination.pk,
        name=destination.name,
        where=destination.options["where"],
        holds=_holds(held),
        behind=held.outdated > 0,
        chosen=destination.pk in chosen,
    )


def _holds(held: PlannedPush) -> str:
    missing = sum(each.held is None for each in held.files)
    if underway := sum(each.underway for each in held.files):
        return f"The newest version of {underway} of {len(held.files)} files is on its way."
    if missing == len(held.files):
        return "Nothing of this order was sent there."
    if not held.going:
        return "Has the newest version of every file."
    parts = [f"an older version of {held.outdated}"] if held.outdated else []
    parts += [f"nothing of {missing}"] if missing else []
    return f"Has {' and '.join(parts)} of {len(held.files)} files."


def _preview(push: PlannedPush) -> Preview:
    files = [
        Going(each.name, each.place, each.version.file.blob.size, each.version.number, _does(each))
        for each in push.going
    ]
    return Preview(push.destination.name, push.destination.options["where"], files, push.size)


def _does(file: PlannedFile) -> str:
    if file.underway:
        return "sent once more, beside what is on its way"
    if file.held is None:
        return "new there"
    return "sent again" if file.up_to_date else f"takes the place of version {file.held.version}"
