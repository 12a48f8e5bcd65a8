"""What came back of rejected pictures, whichever orders they belong to, as one ZIP (Row A9)."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlencode

from django.db.models import Value
from django.db.models.functions import Concat

from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible
from proofroom.files.package.keeping import Named, fixed_package
from proofroom.interfaces.downloads.choices import NOTHING_TICKED, positive
from proofroom.interfaces.downloads.packages import Chosen
from proofroom.orders.models import Version
from proofroom.orders.packages import entries_of
from proofroom.orders.queries import visible_orders
from proofroom.returns.models import RejectedItem

SUBJECT = "rejected-images"


def returned_package(actor: Actor, asked: Iterable[str], at: datetime) -> Chosen:
    """``asked`` are primary keys of versions that came back; each order is a folder of the ZIP.

    Raises Refused when nothing is asked for, NotVisible for what did not come back or the actor may not see.
    """
    numbers = sorted({positive(each) for each in asked})
    if not numbers:
        raise NOTHING_TICKED
    back = RejectedItem.objects.filter(of__order__in=visible_orders(actor), adjusted__delivery__isnull=False)
    versions = Version.objects.filter(pk__in=back.filter(adjusted__in=numbers).values("adjusted"))
    if versions.count() != len(numbers):
        raise NotVisible
    told = sha256(",".join(map(str, numbers)).encode()).hexdigest()[:32]
    named = Named(SUBJECT, f"versions={told}", urlencode({"version": numbers}, doseq=True))
    name = Concat("item__order__number", Value("/"), "file__name")
    rows = versions.order_by("item__order__number", "item__position")
    return Chosen(fixed_package(named, lambda: entries_of(rows, "file", name), at), f"{SUBJECT}.zip")
