"""What a person has downloaded of an order, told from the packages whose last byte was handed to them (Row A5)."""

from datetime import datetime

from django.db.models import QuerySet

from proofroom.files.package.models import Download
from proofroom.people.models import Person

ORIGINALS = "originals"


def last_complete(number: str, reader: Person) -> Download | None:
    """The download of results that this person finished last; None when there is none."""
    return _complete(number, reader).order_by("-completed_at", "-pk").first()


def files_taken(number: str, reader: Person, until: datetime | None) -> set[int]:
    """The stored files in everything this person had finished by ``until``: what a download covers was fixed at its
    start, so nothing that was delivered meanwhile is taken for downloaded."""
    packages = _complete(number, reader).filter(completed_at__lte=until).values_list("package__files", flat=True)
    return {int(file) for files in packages for file in files.split(",") if file}


def last_broken(number: str, reader: Person) -> Download | None:
    """The download this person began last, if that one lies broken off."""
    begun = Download.objects.select_related("package").filter(person=reader, package__subject=number)
    last = begun.order_by("-seen_at", "-pk").first()
    return last if last and last.stopped_at else None


def _complete(number: str, reader: Person) -> QuerySet[Download]:
    return (
        Download.objects.filter(person=reader, package__subject=number, completed_at__isnull=False)
        .exclude(package__choice__contains=ORIGINALS)
        .select_related("package")
        .defer("package__listing", "package__files")
    )
