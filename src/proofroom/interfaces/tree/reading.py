"""What each folder holds, in one or two queries however many files there are (contract: FTP, FTPS and SFTP)."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet

from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible
from proofroom.files.package.distinct import distinct
from proofroom.interfaces.tree.nodes import File, Folder, Listing, listing
from proofroom.interfaces.tree.paths import DELIVERIES, INBOX, RESULTS, ROUND_DEPTH, Path
from proofroom.orders.lifecycle.states import Role, State
from proofroom.orders.models import Order, Version
from proofroom.orders.queries import delivered_versions, visible_orders
from proofroom.people.actors import actor_for
from proofroom.people.models import Person
from proofroom.returns.models import RejectedItem
from proofroom.workflow.inbox import has_inbox, open_folders


def read(person: Person, path: Path) -> Listing:
    """The folder at ``path`` as this person sees it. Raises NotVisible."""
    if not path:
        return _root(person)
    if path[0] == INBOX:
        return _inbox(person) if len(path) == 1 else _inbox_folder(person, path[1])
    actor = actor_for(person)
    order = visible_orders(actor).filter(number=path[0]).first()
    if order is None:
        raise NotVisible
    if len(path) == 1:
        return _order(order, actor)
    if path[1] == DELIVERIES:
        return _rounds(order) if len(path) < ROUND_DEPTH else _round(order, path[2])
    return _files(order, actor, path[1])


def may_open(person: Person, path: Path) -> bool:
    """Whether the person still sees the order, or has an inbox, that ``path`` lies in; one or two small queries."""
    if not path:
        return True
    if path[0] == INBOX:
        return has_inbox(person)
    return visible_orders(actor_for(person)).filter(number=path[0]).exists()


def _root(person: Person) -> Listing:
    orders = visible_orders(actor_for(person)).exclude(state=State.CANCELLED, placed_at=None).order_by("number")
    folders = [Folder(number, at) for number, at in orders.values_list("number", "changed_at")]
    if has_inbox(person):
        folders.append(Folder(INBOX, clock.now(), writable=True))
    return listing(Folder("", clock.now()), folders)


def _order(order: Order, actor: Actor) -> Listing:
    names = ["originals", "delivered", DELIVERIES, "rejected"]
    folders = [Folder(name, order.changed_at) for name in names]
    if _works_on(order, actor):
        folders.append(_results_folder(order, actor))
    return listing(Folder(order.number, order.changed_at), folders)


def _works_on(order: Order, actor: Actor) -> bool:
    return actor.role != Role.CUSTOMER and (actor.role != Role.ARTIST or order.artist_id == actor.person)


def _results_folder(order: Order, actor: Actor) -> Folder:
    takes = order.state == State.IN_PRODUCTION and order.artist_id == actor.person
    return Folder(RESULTS, order.changed_at, writable=takes)


def _rounds(order: Order) -> Listing:
    rounds = [Folder(str(number), at) for number, at in order.deliveries.values_list("number", "at")]
    return listing(Folder(DELIVERIES, order.changed_at), rounds)


def _round(order: Order, number: str) -> Listing:
    found = order.deliveries.filter(number=int(number)).first() if number.isascii() and number.isdecimal() else None
    if found is None or str(found.number) != number:
        raise NotVisible
    versions = found.versions.order_by("item__position")
    return listing(Folder(number, found.at), _named(_rows(versions, "file")))


def _files(order: Order, actor: Actor, kind: str) -> Listing:
    if kind == RESULTS and _works_on(order, actor):
        folder = _results_folder(order, actor)
        return listing(folder, _results(order, removable=folder.writable))
    find = FINDERS.get(kind)
    if find is None:
        raise NotVisible
    return listing(Folder(kind, order.changed_at), find(order))


def _originals(order: Order) -> list[File]:
    return _named(_rows(order.items.order_by("position"), "original"))


def _delivered(order: Order) -> list[File]:
    return _named(_rows(delivered_versions(order), "file"))


def _rejected(order: Order) -> list[File]:
    back = RejectedItem.objects.filter(of__order=order, adjusted__delivery__isnull=False)
    return _named(_rows(back.order_by("item__position", "pk"), "adjusted__file"))


FINDERS: dict[str, Callable[[Order], list[File]]] = {
    "originals": _originals,
    "delivered": _delivered,
    "rejected": _rejected,
}


def _results(order: Order, *, removable: bool) -> list[File]:
    staged = Version.objects.filter(item__order=order, delivery=None).order_by("item__position")
    loose = order.loose_results.order_by("pk")
    rows = _rows(staged, "file", "item_id")
    rows += [(*row, None, pk) for *row, pk in _rows(loose, "file", "pk")]
    return _named(row if removable else row[:4] for row in rows)


def _inbox(person: Person) -> Listing:
    if not has_inbox(person):
        raise NotVisible
    folders = [Folder(name, at, writable=True) for name, at in open_folders(person).values_list("name", "at")]
    return listing(Folder(INBOX, clock.now(), writable=True), folders)


def _inbox_folder(person: Person, name: str) -> Listing:
    found = open_folders(person).select_related("order").filter(name=name).first()
    if found is None:
        raise NotVisible
    rows = _rows(found.order.items.order_by("position"), "original", "pk") if found.order else []
    return listing(Folder(name, found.at, writable=True), _named(rows))


def _rows(found: QuerySet[Any], file: str, *more: str) -> list[tuple[Any, ...]]:
    fields = (f"{file}__name", f"{file}__kept_at", f"{file}__blob__size", f"{file}__blob__key", *more)
    return list(found.values_list(*fields))


def _named(rows: Iterable[tuple[Any, ...]]) -> list[File]:
    """Names as in the ZIP: the second kitchen.jpg is "kitchen (2).jpg"."""
    given = list(rows)
    names = distinct(row[0] for row in given)
    return [File(name, *row[1:]) for name, row in zip(names, given, strict=True)]
