"""Orders: listing, reading, starting a draft."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BaseModel, ConfigDict, Field

from proofroom.catalogue.queries import product_on_offer
from proofroom.catalogue.specification import specify
from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import Invalid, Refused
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.shapes.orders import Orders, OrderShape, order_lines, order_shape
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.commands.drafting import Brief, start_draft
from proofroom.orders.lifecycle.states import Role, State
from proofroom.orders.queries import for_lists, visible_orders
from proofroom.people.models import Account

router = Router(tags=["orders"], by_alias=True)
Slug = Annotated[str, Field(max_length=50)]


class Draft(BaseModel):
    """A new order. Variables that are not named stand at 0."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    product: Slug
    style: Slug | None = None
    variables: dict[Slug, int] = Field(default_factory=dict, max_length=100)
    extras: list[Slug] = Field(default_factory=list, max_length=100)
    instructions: str = Field("", max_length=20_000)
    account: int | None = Field(None, description="Needed only by members of several accounts.")


class Filters(Paging):
    """Which orders, and which part of the list."""

    state: State | None = None


@router.get("/orders", response=Orders)
def list_orders(request: HttpRequest, filters: Query[Filters]) -> Orders:
    """The orders this person may see, the newest first; discarded drafts are not listed."""
    actor, at = actor_at(request), clock.now()
    rows = for_lists(visible_orders(actor), actor.person).prefetch_related("deadlines")
    if filters.state is not None:
        rows = rows.filter(state=filters.state)
    page, following = page_of(rows, filters, newest_first=True)
    return Orders(items=order_lines(page, actor, at), next=following)


@router.post("/orders", response={201: OrderShape})
def start_order(request: HttpRequest, draft: Draft) -> HttpResponse:
    """A draft for an account of the customer's. Upload originals, then place it."""
    actor = actor_at(request)

    def write() -> OrderShape:
        at = clock.now()
        order = start_draft(_account(actor, draft.account), person_at(request), _brief(draft), at)
        return order_shape(order, actor, at)

    return answer_once(request, draft.model_dump(), write, status=201)


@router.get("/orders/{order:number}", response=OrderShape)
def read_order(request: HttpRequest, number: str) -> OrderShape:
    """One order with its pictures."""
    actor = actor_at(request)
    return order_shape(order_or_404(actor, number), actor, clock.now())


def _account(actor: Actor, wanted: int | None) -> Account:
    if actor.role != Role.CUSTOMER:
        raise Refused("wrong_role", "Orders are started by customers.")
    if wanted is None and len(actor.accounts) > 1:
        raise _unclear("account", "You act for several accounts: name one.")
    account = Account.objects.filter(pk__in=actor.accounts & {wanted} if wanted else actor.accounts).first()
    if account is None:
        raise _unclear("account", "This is not an account of yours.")
    return account


def _brief(draft: Draft) -> Brief:
    product = product_on_offer(draft.product)
    chosen = specify(product, draft.style, draft.variables, tuple(draft.extras))
    return Brief(product, chosen, draft.instructions)


def _unclear(field: str, sentence: str) -> Invalid:
    return Invalid(sentence, {field: sentence})
