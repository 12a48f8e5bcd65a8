"""``proofroom manage verify_files``: reads every stored byte and says what is missing, damaged or unknown."""

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from proofroom.files.limits import size_words
from proofroom.files.models import Blob
from proofroom.files.verifying import Wrong, unknown_keys, verify_kept

TELL_EVERY = 1_000_000_000
"""Bytes between two lines of progress."""


class Command(BaseCommand):
    """Ends with code 1 when anything is missing or damaged; an unknown key harms nobody."""

    help = "Compares every stored file with the SHA-256 it was kept under."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--since", type=_moment, help="only what was stored from this day or time on, in UTC")

    def handle(self, *_args: Any, since: datetime | None, **_options: Any) -> None:
        bad = self._read(since)
        strays = 0 if since else sum(self._tell(wrong) for wrong in unknown_keys())
        if strays:
            self.stdout.write(f"{strays} unknown: nobody needs them, and they may be deleted by hand.")
        if bad:
            raise CommandError(f"{bad} missing or damaged. Bring them back from a backup, or ask for them again.")
        self.stdout.write("Every file is as it was kept.")

    def _read(self, since: datetime | None) -> int:
        count, size, told, bad = 0, 0, 0, 0
        total = Blob.objects.filter(**({"stored_at__gte": since} if since else {})).count()
        for looked in verify_kept(since):
            count, size = count + 1, size + looked.size
            bad += sum(self._tell(wrong) for wrong in looked.wrong)
            if size - told >= TELL_EVERY:
                told = size
                self.stderr.write(f"{count:,} of {total:,} files read, {size_words(size)}")
        self.stderr.write(f"{count:,} files read, {size_words(size)}")
        return bad

    def _tell(self, wrong: Wrong) -> int:
        self.stdout.write(f"{wrong.what} {wrong.key} {', '.join(wrong.names)}".rstrip())
        return 1


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
