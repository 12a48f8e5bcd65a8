"""The people of every story. Customer and colleague are of one account; the rival's account must see nothing of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from django.contrib.auth.hashers import make_password

from proofroom.core.actor import Actor
from proofroom.people.actors import actor_for
from proofroom.people.models import Account, Membership, Person

PASSWORD = "proofroom-demo"
BEGINNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STAFF = ("coordinator", "supervisor", "manager", "admin")
EVERYBODY = ("customer", "colleague", "rival", "artist", "artist2", *STAFF)


@dataclass(frozen=True)
class Cast:
    """All nine, and the two accounts."""

    customer: Person
    colleague: Person
    rival: Person
    artist: Person
    artist2: Person
    coordinator: Person
    supervisor: Person
    manager: Person
    admin: Person
    account: Account
    rivals_account: Account

    def named(self, name: str) -> Person:
        """The person of this part."""
        person = getattr(self, name)
        assert isinstance(person, Person)
        return person

    def actor(self, name: str) -> Actor:
        """The person of this part as the rules know them."""
        return actor_for(self.named(name))


@cache
def hashed() -> str:
    """The password as it is kept; hashed once a run, because a good hash is slow."""
    return make_password(PASSWORD)


def make_cast() -> Cast:
    """Nine people who can sign in with one password."""
    people: dict[str, Person] = {}
    names = {
        "customer": "Cleo Customer",
        "colleague": "Cole Colleague",
        "rival": "Rita Rival",
        "artist": "Arne Artist",
        "artist2": "Asta Artist",
    }
    names |= {"coordinator": "Cora Coordinator", "supervisor": "Sune Supervisor", "manager": "Mona Manager"}
    for part, name in {**names, "admin": "Ada Admin"}.items():
        role = "customer" if part in {"colleague", "rival"} else part.rstrip("2")
        people[part] = Person.objects.create(email=f"{part}@example.com", name=name, role=role, password=hashed())
    account = Account.objects.create(name="Bright Homes", manager=people["manager"])
    rivals = Account.objects.create(name="Rival Realty", manager=people["manager"])
    members = {"customer": account, "colleague": account, "rival": rivals}
    for part, joined in members.items():
        Membership.objects.create(person=people[part], account=joined, role=Membership.Role.OWNER)
    return Cast(**people, account=account, rivals_account=rivals)
