"""What a connection that stays open was opened with, so that it can end when that opens nothing any more (Row A6)."""

from dataclasses import dataclass

from proofroom.people import app_passwords
from proofroom.people.models import Person
from proofroom.people.sign_in import needs_app_password


@dataclass(frozen=True)
class Admission:
    """Who came in, their password as it was stored then, and the app password, if it was one, by its key."""

    person: int
    password: str
    app_password: int | None

    def admitted(self) -> Person | None:
        """The person as they are now, or None when what they came in with opens the door no more.

        That is so since the app password was revoked or, for whoever came in without one, since the password was
        changed or two-factor sign-in turned on; and since the person's access was closed.
        """
        person = Person.objects.filter(pk=self.person, is_active=True).first()
        return person if person and self._still_opens(person) else None

    def _still_opens(self, person: Person) -> bool:
        if self.app_password is not None:
            return app_passwords.is_valid(self.app_password)
        return person.password == self.password and not needs_app_password(person)
