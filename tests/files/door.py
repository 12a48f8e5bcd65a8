"""Who stands at the upload door, in place of sign-in and orders, which files know nothing of."""

import pytest

from proofroom.files.models import Upload
from proofroom.interfaces import access
from proofroom.people.models import Person
from proofroom.workflow import intake


class Door:
    """Who stands at the door, and what the order said."""

    def __init__(self, person: Person) -> None:
        self.person: Person | None = person
        self.received: list[str] = []
        self.refusal: Exception | None = None

    def check(self, *_: object) -> None:
        """Stands in for the order that would take the file."""
        if self.refusal:
            raise self.refusal

    def receive(self, upload: Upload, _at: object) -> None:
        """Stands in for the order that takes the file."""
        self.check()
        assert upload.file is not None
        self.received.append(upload.file.name)


@pytest.fixture
def door(giver: Person, monkeypatch: pytest.MonkeyPatch) -> Door:
    """Greta has come to the door."""
    door = Door(giver)
    monkeypatch.setattr(access, "person_of_scope", lambda _scope: door.person)
    monkeypatch.setattr(intake, "check_target", door.check)
    monkeypatch.setattr(intake, "receive", door.receive)
    return door
