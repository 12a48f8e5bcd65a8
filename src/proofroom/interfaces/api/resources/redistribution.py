"""Destinations of an account, what an order would send there, and what it has sent (Row B7)."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import Invalid, NotVisible, Refused
from proofroom.interfaces.access import actor_at, destination_or_404, order_or_404, push_or_404
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.shapes.redistribution import (
    Destinations,
    DestinationShape,
    NewDestination,
    PlanShape,
    Pushes,
    PushShape,
    SecretShape,
    TriedShape,
    destination_shape,
    plan_shape,
    push_shape,
)
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Order
from proofroom.redistribution.destinations import (
    add_destination,
    remove_destination,
    renew_signing_secret,
    visible_destinations,
)
from proofroom.redistribution.links import revoke_links
from proofroom.redistribution.models import Push
from proofroom.redistribution.plan import Files, plan_of
from proofroom.redistribution.trying import try_destination
from proofroom.workflow.redistributing import try_again

router = Router(tags=["redistribution"], by_alias=True)
ONE = "/destinations/{int:destination}"
PUSH = "/orders/{order:number}/pushes/{int:push}"


class Chosen(Paging):
    """Which destinations and files a plan is about; without destinations, all of the account's."""

    destination: list[int] = Field(default_factory=list, max_length=50)
    files: Files = Files.MISSING


@router.get("/destinations", response=Destinations)
def list_destinations(request: HttpRequest, paging: Query[Paging]) -> Destinations:
    """Where this person's accounts may send files."""
    page, following = page_of(visible_destinations(actor_at(request)), paging)
    return Destinations(items=[destination_shape(each) for each in page], next=following)


@router.post("/destinations", response={201: DestinationShape})
def add(request: HttpRequest, given: NewDestination) -> HttpResponse:
    """A new one. Nothing is sent there before somebody asks for it."""
    actor = actor_at(request)

    def write() -> DestinationShape:
        account = _account(actor, given.account)
        return destination_shape(add_destination(account, actor, given.kind, given.name, given.settings, clock.now()))

    return answer_once(request, given.model_dump(mode="json"), write, status=201)


@router.delete(ONE, response=DestinationShape)
def remove(request: HttpRequest, destination: int) -> HttpResponse:
    """Nothing more is sent there; its secrets are deleted."""
    found = destination_or_404(actor_at(request), destination)

    def write() -> DestinationShape:
        remove_destination(found, clock.now())
        return destination_shape(found)

    return answer_once(request, None, write)


@router.post(ONE + "/test", response=TriedShape)
def test(request: HttpRequest, destination: int) -> TriedShape:
    """Connects and looks; sends no file."""
    tried = try_destination(destination_or_404(actor_at(request), destination))
    return TriedShape(works=tried.works, sentence=tried.sentence)


@router.post(ONE + "/secret", response=SecretShape)
def renew_secret(request: HttpRequest, destination: int) -> SecretShape:
    """A new secret for a webhook's signatures; the one before is not used any more. It is told by this answer alone,
    so nothing of it is kept for a repeated request: that makes another one."""
    return SecretShape(signing_secret=renew_signing_secret(destination_or_404(actor_at(request), destination)))


@router.get("/orders/{order:number}/redistribution", response=PlanShape)
def read_plan(request: HttpRequest, number: str, chosen: Query[Chosen]) -> PlanShape:
    """Who holds which version, and what `redistribute` would send where."""
    actor = actor_at(request)
    order = _order(actor, number)
    there = visible_destinations(actor).filter(account=order.account_id)
    if chosen.destination:
        there = there.filter(pk__in=chosen.destination)
    return plan_shape(plan_of(order, there, chosen.files))


@router.get("/orders/{order:number}/pushes", response=Pushes)
def list_pushes(request: HttpRequest, number: str, paging: Query[Paging]) -> Pushes:
    """What was sent of the order, newest first, file by file."""
    rows = Push.objects.filter(redistribution__order=_order(actor_at(request), number))
    read = rows.select_related("destination", "redistribution__by").prefetch_related("files__version")
    page, following = page_of(read, paging, newest_first=True)
    return Pushes(items=[push_shape(each) for each in page], next=following)


@router.post(PUSH + "/again", response=PushShape)
def again(request: HttpRequest, number: str, push: int) -> HttpResponse:
    """Goes on now with what has not arrived."""
    found = push_or_404(actor_at(request), number, push)
    return answer_once(request, None, lambda: push_shape(try_again(found, clock.now())))


@router.post(PUSH + "/revoke", response=PushShape)
def revoke(request: HttpRequest, number: str, push: int) -> HttpResponse:
    """Its links open nothing any more."""
    found = push_or_404(actor_at(request), number, push)

    def write() -> PushShape:
        revoke_links(found, clock.now())
        return push_shape(found)

    return answer_once(request, None, write)


def _order(actor: Actor, number: str) -> Order:
    order = order_or_404(actor, number)
    if order.account_id not in actor.accounts:
        raise NotVisible
    return order


def _account(actor: Actor, wanted: int | None) -> int:
    if actor.role != Role.CUSTOMER or not actor.accounts:
        raise Refused("wrong_role", "Destinations belong to customers' accounts.")
    if wanted is None and len(actor.accounts) > 1:
        raise Invalid("You act for several accounts.", {"account": "You act for several accounts: name one."})
    if wanted is not None and wanted not in actor.accounts:
        raise Invalid("This is not an account of yours.", {"account": "This is not an account of yours."})
    return wanted or next(iter(actor.accounts))
