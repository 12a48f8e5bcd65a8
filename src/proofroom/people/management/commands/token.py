"""``proofroom manage token EMAIL``: a new API token, as the last word of what is printed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from proofroom.core import clock
from proofroom.people.models import Person
from proofroom.people.tokens import issue_token


class Command(BaseCommand):
    """Issues a token for somebody who can sign in."""

    help = "Prints a new API token for a person. It is shown once: only its digest is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="made on the command line", help="what the token is for")

    def handle(self, *_args: Any, email: str, name: str, **_options: Any) -> None:
        person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {email}. Check the address.")
        self.stdout.write(f"A token for {person.name}: {issue_token(person, name[:80], clock.now())}")
