"""What people change about themselves."""

from dataclasses import dataclass

from proofroom.people.models import Person


@dataclass(frozen=True)
class Profile:
    """``time_zone`` is a name of the IANA database that this machine knows."""

    name: str
    time_zone: str


def change_profile(person: Person, profile: Profile) -> None:
    """The person is called this, and reads times in this zone."""
    Person.objects.filter(pk=person.pk).update(name=profile.name, time_zone=profile.time_zone)


def change_notices(person: Person, *, deliveries: bool, messages: bool) -> None:
    """What is mailed to the person; reminders before a deadline always are."""
    Person.objects.filter(pk=person.pk).update(mail_deliveries=deliveries, mail_messages=messages)
