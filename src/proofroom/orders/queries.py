"""Reading orders: the one place that decides who sees which."""

from collections.abc import Sequence

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from proofroom.core.actor import Actor
from proofroom.orders.lifecycle.states import STAFF, Role, State
from proofroom.orders.models import Activity, Item, Message, Order, Unread, Version

READERS_OF_PRICES = STAFF | {Role.CUSTOMER}


def visible_orders(actor: Actor) -> QuerySet[Order]:
    """What this person may see; everything else does not exist for them.

    Customers: their accounts' orders. Artists: their own jobs, and what is placed and free to claim. Staff: whatever
    was placed. The system: all.
    """
    orders = Order.objects.all()
    if actor.role == Role.SYSTEM:
        return orders
    if actor.role == Role.CUSTOMER:
        return orders.filter(account__in=actor.accounts)
    if actor.role == Role.ARTIST:
        return orders.filter(Q(artist=actor.person) | Q(state=State.PLACED, artist=None))
    if actor.role in STAFF:
        return orders.exclude(placed_at=None)
    return orders.none()


def within_sight(actor: Actor, order: str) -> Exists:
    """Keeps rows of other tables whose order the actor may see; ``order`` leads to the order's id.

    It asks for each found row alone. ``order__in=visible_orders(actor)`` would list all orders of a studio first.
    """
    return Exists(visible_orders(actor).filter(pk=OuterRef(order)))


def for_lists(orders: QuerySet[Order], person: int | None) -> QuerySet[Order]:
    """What a list shows of each order, without a query per row; a discarded draft is not listed."""
    return (
        orders.exclude(state=State.CANCELLED, placed_at=None)
        .select_related("account", "customer", "artist", "product")
        .annotate(
            pictures=Coalesce(_counted(Item.objects.filter(order=OuterRef("pk"), workable=True)), 0),
            unread=Coalesce(_counted(Unread.objects.filter(order=OuterRef("pk"), person=person)), 0),
        )
        .order_by("-id")
    )


def quantity(order: Order) -> int:
    """How many pieces the order is priced for: pages, API and charge all ask here."""
    return order.items.filter(workable=True).count()


def chosen_parts(order: Order) -> list[str]:
    """The order's style, levels and extras as its page words them (Row B6)."""
    spec = order.spec
    return [
        *([f"Style: {spec.style.name}"] if spec.style else []),
        *(f"{each.name}: {each.label}" for each in spec.variables),
        *(f"Extra: {each.name}" for each in spec.extras),
    ]


def strange_parts(order: Order, named: Sequence[str]) -> list[str]:
    """Those of ``named`` that are neither chosen with the order nor the name of one of its pictures."""
    own = {*chosen_parts(order), *order.items.filter(name__in=named).values_list("name", flat=True)}
    return [each for each in named if each not in own]


def readable_messages(order: Order, actor: Actor) -> QuerySet[Message]:
    """The thread as this person may read it; internal notes are for staff alone."""
    messages = order.messages.select_related("author")
    return messages if actor.role in STAFF else messages.filter(internal=False)


def readable_activity(order: Order, actor: Actor) -> QuerySet[Activity]:
    """The history as this person may read it; internal lines are for staff alone."""
    lines = order.activity.select_related("actor")
    return lines if actor.role in STAFF else lines.filter(internal=False)


def reads_prices(role: str) -> bool:
    """Whether a person in this role may learn what the customer pays: prices, quotes and refunds.

    Artists may not; they read their own pay. Pages, API and mails ask here before they name an amount of an order.
    """
    return role in READERS_OF_PRICES


def delivered_versions(order: Order) -> QuerySet[Version]:
    """The newest delivered version of every item, in the order's order."""
    newest = Version.objects.filter(item=OuterRef("item"), delivery__isnull=False).order_by("-number").values("pk")[:1]
    return (
        Version.objects.filter(item__order=order, pk=Subquery(newest))
        .select_related("item__original__blob", "file__blob", "delivery")
        .order_by("item__position")
    )


def _counted(rows: QuerySet[Item] | QuerySet[Unread]) -> Subquery:
    return Subquery(rows.order_by().values("order").annotate(many=Count("pk")).values("many"))


def unread_messages(actor: Actor) -> int:
    """How many messages of others the person has not read, in the orders they may see now."""
    return Unread.objects.filter(within_sight(actor, "order"), person=actor.person).count()


def due_first(orders: QuerySet[Order]) -> QuerySet[Order]:
    """Those due first come first, those without a time last."""
    return orders.order_by(F("due_at").asc(nulls_last=True), "-id")
