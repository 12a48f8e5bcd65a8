"""Parts that several resources share."""

from pydantic import BaseModel, ConfigDict, Field

from proofroom.core.money import Money
from proofroom.files.models import StoredFile
from proofroom.people.models import Person


class Shape(BaseModel):
    """Base of all answers."""

    model_config = ConfigDict(frozen=True)


class MoneyShape(Shape):
    """An amount: whole minor units (cents) for programs, ``text`` for people."""

    minor: int
    currency: str = Field(description="ISO 4217.")
    text: str


class PersonShape(Shape):
    """Somebody, as the others in the order know them."""

    id: int
    name: str
    role: str


class FileShape(Shape):
    """Stored bytes under the name they were given."""

    id: int
    name: str
    size: int = Field(description="Bytes.")
    media_type: str
    sha256: str
    inspection: str = Field(description="pending, shown, unshown or broken.")
    width: int | None = Field(description="Pixels of the upright picture, once it was looked at.")
    height: int | None


def money_shape(amount: Money) -> MoneyShape:
    """An amount as JSON."""
    return MoneyShape(minor=amount.minor, currency=amount.currency, text=str(amount))


def person_shape(person: Person) -> PersonShape:
    """A person as JSON."""
    return PersonShape(id=person.pk, name=person.name, role=person.role)


def somebody_or_null(person: Person | None) -> PersonShape | None:
    """A person as JSON, where there may be nobody."""
    return person_shape(person) if person else None


def file_shape(file: StoredFile) -> FileShape:
    """A file as JSON; reads ``file.blob``."""
    blob = file.blob
    return FileShape(
        id=file.pk,
        name=file.name,
        size=blob.size,
        media_type=blob.media_type,
        sha256=blob.sha256,
        inspection=blob.inspection,
        width=blob.width,
        height=blob.height,
    )
