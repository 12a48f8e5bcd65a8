"""How much an account may keep here, where the studio has set a limit (``PROOFROOM_ACCOUNT_ROOM``)."""

from django.conf import settings
from django.db.models import Q, Sum

from proofroom.core.errors import Refused
from proofroom.files.collection import unused
from proofroom.files.limits import size_words
from proofroom.files.models import StoredFile, Upload
from proofroom.people.models import Membership, Person


def room_left(person: Person) -> int | None:
    """Bytes that the person's accounts may still send, never below 0; None without a limit and for the studio's people.

    Counts what the accounts' people gave and still use, once for each name, and what is on its way.
    """
    limit = settings.ACCOUNT_ROOM
    accounts = Membership.objects.filter(person=person).values("account") if limit else None
    if not accounts:
        return None
    colleagues = Membership.objects.filter(account__in=accounts).values("person")
    kept = StoredFile.objects.filter(kept_by__in=colleagues).exclude(pk__in=unused(StoredFile).values("pk"))
    coming = Upload.objects.filter(Q(file=None), owner__in=colleagues)
    taken = (kept.aggregate(sum=Sum("blob__size"))["sum"] or 0) + (coming.aggregate(sum=Sum("size"))["sum"] or 0)
    return max(0, int(limit) - int(taken))


def check_room(person: Person, name: str, size: int) -> None:
    """Raises Refused ``no_room_left`` when ``size`` bytes are more than the account may still send."""
    left = room_left(person)
    if left is not None and size > left:
        raise Refused(
            "no_room_left",
            f"{name} does not fit: your account has room for {size_words(left)} more. "
            "Remove files from your drafts, or ask us for more room.",
        )
