"""Files that go with what somebody writes in a return's thread (Row B6)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import QuerySet

from proofroom.core.actor import Actor
from proofroom.core.errors import Refused
from proofroom.files.models import StoredFile
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.returns.models import Attachment, ReturnEntry

MOST_ATTACHMENTS = 20
"""Files that one comment takes."""
ASIDE_FOR = timedelta(days=7)


def put_aside(order: Order, file: StoredFile, by: Person, at: datetime) -> Attachment:
    """The file waits for the comment that its person is writing. Raises Refused for a draft, and when there are enough.

    The same bytes put aside twice are one.
    """
    check_place(order, by)
    waiting = attachments_aside(order, by.pk)
    same = waiting.filter(file__blob=file.blob_id, file__name=file.name).first()
    return same or Attachment.objects.create(order=order, file=file, by=by, at=at)


def check_place(order: Order, by: Person) -> None:
    """Before a file is sent. Raises Refused as ``put_aside`` does."""
    if order.state == State.DRAFT:
        raise Refused("wrong_state", "A draft has no returns. Add originals to it instead.")
    if attachments_aside(order, by.pk).count() >= MOST_ATTACHMENTS:
        raise Refused("too_many_attachments", f"One comment takes {MOST_ATTACHMENTS} files. Send these first.")


def attachments_aside(order: Order, person: int | None) -> QuerySet[Attachment]:
    """What this person has put aside for a comment on this order; nobody else sees it."""
    return order.attachments.filter(by=person, entry=None).select_related("file__blob")


def attach(entry: ReturnEntry, actor: Actor, chosen: Sequence[int]) -> list[str]:
    """The chosen files go with the line, and are seen by whoever reads it; returns their names.

    Raises Refused for one that this person did not put aside for this order.
    """
    files = {each.pk: each.file.name for each in attachments_aside(entry.of.order, actor.person).filter(pk__in=chosen)}
    if set(chosen) - files.keys():
        raise Refused("unknown_attachment", "A file was sent with another comment, or it is gone. Attach it again.")
    Attachment.objects.filter(pk__in=files, entry=None).update(entry=entry)
    return list(files.values())


def discard_old(at: datetime) -> None:
    """What was put aside and never sent goes; the files follow as all that nobody points at."""
    Attachment.objects.filter(entry=None, at__lte=at - ASIDE_FOR).delete()
