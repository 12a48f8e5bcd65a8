"""What people may change in the tree: results of a job, and folders of originals in the inbox."""

from datetime import datetime

from django.db import transaction

from proofroom.core.errors import NotVisible, Refused
from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.models import StoredFile
from proofroom.interfaces.tree.nodes import File
from proofroom.interfaces.tree.partial import Partial, is_unfinished, place_of, room_needed
from proofroom.interfaces.tree.paths import INBOX, RESULTS, Path
from proofroom.interfaces.tree.tree import Tree
from proofroom.orders.commands.drafting import remove_original
from proofroom.orders.commands.producing import drop_result
from proofroom.orders.models import Item, LooseResult, Order
from proofroom.workflow import inbox, intake
from proofroom.workflow.models import InboxFolder

FILE_DEPTH = 3
FOLDER_DEPTH = 2
READ_ONLY = "Nothing can be put or changed here. Results go into an order's results, originals into /inbox/NAME."


def check_writable(tree: Tree, path: Path, at: datetime) -> None:
    """May the person put a file at ``path`` now? Raises NotVisible or Refused."""
    if len(path) == FILE_DEPTH and path[0] == INBOX and inbox.has_inbox(tree.person):
        return
    if len(path) != FILE_DEPTH or path[1] != RESULTS:
        raise Refused("read_only", READ_ONLY)
    intake.check_target(tree.person, f"{path[0]}/{RESULTS}", path[2], 0, at)


def begin(tree: Tree, path: Path, at: datetime, *, anew: bool) -> Partial:
    """Opens the partial file of ``path``; not ``anew``, it goes on from what has arrived or is kept already.

    Raises as ``check_writable`` does, and Refused while another connection sends the same file.
    """
    check_writable(tree, path, at)
    with room_needed():
        partial = Partial(place_of(tree.person_id, path))
    if anew:
        partial.cut(0)
    elif partial.size == 0 and (kept := _kept(tree, path)):
        partial.seed(kept.key)
    return partial


def finish(tree: Tree, path: Path, partial: Partial, at: datetime) -> None:
    """All bytes are here: the file is kept and finds its place. Raises Refused or NotVisible; then it is dropped.

    A name that says itself that it is not complete waits to be renamed.
    """
    if is_unfinished(path[-1]):
        return
    try:
        with room_needed(), partial.place.open("rb") as source:
            stored = keep(source, path[-1], tree.person, at)
        _put(tree, path, stored, at)
    except (Refused, NotVisible):
        partial.drop()
        raise
    finally:
        tree.forget()
    partial.drop()


def make_folder(tree: Tree, path: Path, at: datetime) -> None:
    """``/inbox/NAME``; no other folder can be made. Raises Refused or NotVisible."""
    if len(path) != FOLDER_DEPTH or path[0] != INBOX:
        raise Refused("read_only", "Folders can be made in /inbox only, one level deep.")
    inbox.make_folder(tree.person, path[1], at)
    tree.forget()


def remove_folder(tree: Tree, path: Path) -> None:
    """An empty ``/inbox/NAME``. Raises Refused or NotVisible."""
    inbox.remove_folder(_inbox_folder(tree, path))
    tree.forget()


def remove(tree: Tree, path: Path, at: datetime) -> None:
    """Takes back a staged result or an original of a draft, or forgets what has arrived of a file."""
    check_writable(tree, path, at)
    partial = place_of(tree.person_id, path)
    if partial.exists():
        partial.unlink(missing_ok=True)
        return
    _take_back(tree, path, at)
    tree.forget()


def rename(tree: Tree, old: Path, new: Path, at: datetime) -> None:
    """A folder of the inbox, or a file within its folder; an unfinished name made a finished one keeps the file."""
    if len(old) == FOLDER_DEPTH:
        if len(new) != FOLDER_DEPTH or new[0] != INBOX:
            raise Refused("read_only", READ_ONLY)
        inbox.rename_folder(_inbox_folder(tree, old), new[1])
        tree.forget()
        return
    if old[:-1] != new[:-1]:
        raise Refused("read_only", "A file can be renamed within its folder only.")
    check_writable(tree, old, at)
    if place_of(tree.person_id, old).exists():
        _rename_partial(tree, old, new, at)
    elif old != new:
        _rename_kept(tree, old, new, at)


def _rename_partial(tree: Tree, old: Path, new: Path, at: datetime) -> None:
    partial = Partial(place_of(tree.person_id, old))
    try:
        target = place_of(tree.person_id, new)
        partial.place.rename(target)
        partial.place = target
        finish(tree, new, partial, at)
    finally:
        partial.close()


def _rename_kept(tree: Tree, old: Path, new: Path, at: datetime) -> None:
    file = tree.entry(old)
    if not isinstance(file, File):
        raise NotVisible
    with storage.open_stored(file.key) as source:
        stored = keep(source, new[-1], tree.person, at)
    with transaction.atomic():
        _take_back(tree, old, at)
        _put(tree, new, stored, at)
    tree.forget()


def _put(tree: Tree, path: Path, stored: StoredFile, at: datetime) -> None:
    before = _kept(tree, path)
    if path[0] == INBOX:
        item = _item(before) if before else None
        inbox.put_original(tree.person, path[1], stored, at, instead_of=item)
        return
    order, person = _order(path), tree.person
    intake.check_target(person, f"{path[0]}/{RESULTS}", stored.name, stored.size, at)
    with transaction.atomic():
        intake.place(order, RESULTS, stored, person, at)
        if before and before.loose:
            drop_result(order, person, loose=_loose(before))


def _take_back(tree: Tree, path: Path, at: datetime) -> None:
    file = tree.entry(path)
    if not isinstance(file, File) or not file.removable:
        raise Refused("read_only", READ_ONLY)
    item = _item(file)
    if path[0] == INBOX and item is not None:
        remove_original(item.order, item, at)
    else:
        drop_result(_order(path), tree.person, item=item, loose=_loose(file))


def _item(file: File) -> Item | None:
    return Item.objects.filter(pk=file.item).first() if file.item else None


def _loose(file: File) -> LooseResult | None:
    return LooseResult.objects.filter(pk=file.loose).first() if file.loose else None


def _kept(tree: Tree, path: Path) -> File | None:
    try:
        found = tree.entry(path)
    except NotVisible:
        return None
    return found if isinstance(found, File) else None


def _order(path: Path) -> Order:
    """The order of a path that was let through."""
    return Order.objects.get(number=path[0])


def _inbox_folder(tree: Tree, path: Path) -> InboxFolder:
    if len(path) != FOLDER_DEPTH or path[0] != INBOX:
        raise Refused("read_only", READ_ONLY)
    found = inbox.open_folders(tree.person).filter(name=path[1]).first()
    if found is None:
        raise NotVisible
    return found
