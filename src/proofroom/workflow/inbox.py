"""Folders that customers drop by FTP or SFTP: each becomes a draft order (Row E5)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from proofroom.catalogue.defaults import defaults_of
from proofroom.catalogue.models import Product
from proofroom.catalogue.queries import products_on_offer
from proofroom.catalogue.specification import specify
from proofroom.core.errors import NotVisible, Refused
from proofroom.files.models import StoredFile
from proofroom.orders.commands.drafting import Brief, remove_original, start_draft
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Item, Order
from proofroom.people.models import Account, Person
from proofroom.workflow.intake import ORIGINALS, place
from proofroom.workflow.models import InboxFolder


def has_inbox(person: Person) -> bool:
    """True for customers who order for an account."""
    return person.role == Person.Role.CUSTOMER and person.memberships.exists()


def open_folders(person: Person) -> QuerySet[InboxFolder]:
    """The folders that still take files: empty ones, and drafts that are not placed yet."""
    if not has_inbox(person):
        return InboxFolder.objects.none()
    return InboxFolder.objects.filter(Q(order=None) | Q(order__state=State.DRAFT), person=person)


def make_folder(person: Person, name: str, at: datetime) -> InboxFolder:
    """The open folder of this name, made when there is none. Raises NotVisible for people without an inbox."""
    if not has_inbox(person):
        raise NotVisible
    found = open_folders(person).filter(name=name).first()
    if found is None:
        found, _ = InboxFolder.objects.get_or_create(person=person, name=name, order=None, defaults={"at": at})
    return found


def rename_folder(folder: InboxFolder, name: str) -> None:
    """Raises Refused when an open folder has that name already."""
    if open_folders(folder.person).filter(name=name).exists():
        raise Refused("name_taken", f"There is a folder {name} already.")
    InboxFolder.objects.filter(pk=folder.pk).update(name=name)


def remove_folder(folder: InboxFolder) -> None:
    """Raises Refused while the draft holds pictures; an empty draft stays on its page."""
    if folder.order is not None and folder.order.items.exists():
        raise Refused(
            "not_empty", f"{folder.name} holds pictures. Remove them first, or discard the draft on its page."
        )
    folder.delete()


@transaction.atomic
def put_original(person: Person, name: str, file: StoredFile, at: datetime, instead_of: Item | None = None) -> Item:
    """The file joins the folder's draft, which is started with the first one; it may take another's place.

    Raises Refused when there is no product to order or the draft is full.
    """
    folder = make_folder(person, name, at)
    locked = InboxFolder.objects.select_for_update(of=("self",)).select_related("order").get(pk=folder.pk)
    if locked.order is None:
        locked.order = _start(person, at)
        locked.save(update_fields=["order"])
    item = place(locked.order, ORIGINALS, file, person, at)
    assert item is not None
    if instead_of is not None and instead_of.pk != item.pk:
        remove_original(locked.order, instead_of, at)
    return item


def _start(person: Person, at: datetime) -> Order:
    account = _account(person)
    product = _product(account)
    begins = defaults_of(account.pk, product)
    return start_draft(account, person, Brief(product, specify(product, begins.style, begins.levels)), at)


def _account(person: Person) -> Account:
    mine = Account.objects.filter(memberships__person=person)
    last = person.orders.filter(account__in=mine).order_by("-id").first()
    return last.account if last else mine.order_by("name")[0]


def _product(account: Account) -> Product:
    offered = products_on_offer()
    last = account.orders.exclude(placed_at=None).filter(product__in=offered).order_by("-id").first()
    product = last.product if last else offered.first()
    if product is None:
        raise Refused("nothing_on_offer", "There is no product to order at the moment. Write to the studio.")
    return product
