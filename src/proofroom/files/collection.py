"""Stored files that nobody points at any more go after a grace time; their bytes go when the last of them is gone.

What points at a file or a blob is asked of Django's models, so a new foreign key counts by itself.
"""

from datetime import datetime, timedelta
from typing import TypeVar

from django.db import models, transaction
from django.db.models import Exists, ManyToOneRel, OuterRef, QuerySet

from proofroom.files import storage
from proofroom.files.models import Blob, StoredFile

GRACE = timedelta(days=14)
PORTION = 500
M = TypeVar("M", bound=models.Model)


def unused(model: type[M]) -> "QuerySet[M]":
    """The rows of ``model`` that no row of any table points at; what was made from them does not count."""
    rows = model._default_manager.all()  # noqa: SLF001 - documented names of Django, here and below
    for relation in _references(model):
        if not _is_made(relation):
            rows = rows.filter(~Exists(_rows(relation).filter(**{relation.field.name: OuterRef("pk")})))
    return rows


def collect_unused(at: str) -> int:
    """Notes at ``at`` (ISO time) what nobody points at, and deletes what was noted longer ago than the grace time.

    Returns how many files went. Safe to run twice and in several processes, and to be killed anywhere: bytes go
    only after their row is gone for good, and no other row ever gets their key.
    """
    now = datetime.fromisoformat(at)
    _note(now)
    due = StoredFile.objects.filter(unused_since__lte=now - GRACE).values_list("pk", flat=True)
    gone = sum(_forget_file(pk) for pk in list(due))
    for pk in list(unused(Blob).values_list("pk", flat=True)):
        _forget_blob(pk)
    return gone


def keys_of(blob: Blob) -> list[str]:
    """The key of the bytes, and of everything that was made from them and stored."""
    keys = [blob.key]
    for relation in _made():
        keys += _rows(relation).filter(**{relation.field.name: blob}).values_list("key", flat=True)
    return [key for key in keys if key]


def known_keys() -> set[str]:
    """Every key that a row names."""
    return set(Blob.objects.values_list("key", flat=True)).union(
        *(_rows(relation).values_list("key", flat=True) for relation in _made())
    )


def _note(now: datetime) -> None:
    idle = set(unused(StoredFile).values_list("pk", flat=True))
    noted = set(StoredFile.objects.exclude(unused_since=None).values_list("pk", flat=True))
    for chosen, since in ((idle - noted, now), (noted - idle, None)):
        ordered = sorted(chosen)
        for start in range(0, len(ordered), PORTION):
            StoredFile.objects.filter(pk__in=ordered[start : start + PORTION]).update(unused_since=since)


@transaction.atomic
def _forget_file(pk: int) -> int:
    StoredFile.objects.select_for_update().filter(pk=pk).first()
    # Asked again under the lock: somebody may have taken it up since.
    return int(unused(StoredFile).filter(pk=pk).delete()[0] > 0)


def _forget_blob(pk: int) -> None:
    with transaction.atomic():
        blob = Blob.objects.select_for_update().filter(pk=pk).first()
        if blob is None or not unused(Blob).filter(pk=pk).exists():
            return
        keys = keys_of(blob)
        blob.delete()
    for key in keys:
        storage.remove(key)


def _references(model: type[models.Model]) -> "list[ManyToOneRel]":
    # The row of a many-to-many relation points at both of its ends by such a relation too.
    fields = model._meta.get_fields(include_hidden=True)  # noqa: SLF001
    return [field for field in fields if isinstance(field, ManyToOneRel)]


def _made() -> "list[ManyToOneRel]":
    return [relation for relation in _references(Blob) if _is_made(relation)]


def _rows(relation: "ManyToOneRel") -> "QuerySet[models.Model]":
    return relation.related_model._default_manager.all()  # noqa: SLF001


def _is_made(relation: "ManyToOneRel") -> bool:
    """True for previews and whatever else we made from a blob and stored: it goes when its blob goes."""
    has_key = any(field.name == "key" for field in relation.related_model._meta.fields)  # noqa: SLF001
    return has_key and relation.on_delete is models.CASCADE
