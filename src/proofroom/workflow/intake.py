"""What becomes of an uploaded file: an original of a draft, a result of a job, or an attachment to a comment.

A target reads ``PR-2026-000123/originals``, ``PR-2026-000123/results`` or ``PR-2026-000123/attachments``.
"""

from datetime import datetime

from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible, Refused
from proofroom.files.models import StoredFile, Upload
from proofroom.orders.commands.drafting import add_original
from proofroom.orders.commands.producing import put_result
from proofroom.orders.lifecycle.states import STAFF, Role, State
from proofroom.orders.models import Item, Order
from proofroom.orders.queries import visible_orders
from proofroom.people.actors import actor_for
from proofroom.people.models import Person
from proofroom.returns import attachments

ORIGINALS, RESULTS, ATTACHMENTS = "originals", "results", "attachments"
TAKES = {Role.CUSTOMER: {ORIGINALS, ATTACHMENTS}, Role.ARTIST: {RESULTS, ATTACHMENTS}}
TAKES |= {role: {ATTACHMENTS} for role in STAFF}


def check_target(person: Person, target: str, name: str, size: int, at: datetime) -> None:  # noqa: ARG001 - a door's signature
    """Before the first byte: may this person put a file there now? Raises NotVisible or Refused."""
    order, folder = _find(actor_for(person), target)
    if folder == ATTACHMENTS:
        return attachments.check_place(order, person)
    needed = State.DRAFT if folder == ORIGINALS else State.IN_PRODUCTION
    if order.state != needed:
        raise Refused("wrong_state", f"{order.number} takes no {folder} now: it is {order.stands.label.lower()}.")
    return None


def receive(upload: Upload, at: datetime) -> None:
    """After the last byte: the file finds its place. Raises as ``check_target`` does; then it is dropped."""
    if upload.file is None or not upload.target:
        return
    order, folder = _find(actor_for(upload.owner), upload.target)
    place(order, folder, upload.file, upload.owner, at)


def place(order: Order, folder: str, file: StoredFile, by: Person, at: datetime) -> Item | None:
    """The file becomes an original or a result; None for a result that matches no original and lies loose.

    An attachment is none of these: it waits for its comment.
    """
    if folder == ATTACHMENTS:
        attachments.put_aside(order, file, by, at)
        return None
    if folder == ORIGINALS:
        return add_original(order, file, at)
    return put_result(order, file, by, at)


def _find(actor: Actor, target: str) -> tuple[Order, str]:
    number, _, folder = target.partition("/")
    order = visible_orders(actor).filter(number=number).first()
    if order is None or folder not in TAKES.get(Role(actor.role), set()):
        raise NotVisible
    return order, folder
