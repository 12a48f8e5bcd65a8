"""The demo's people, as docs/operators/demo.md names them."""

from datetime import datetime

from proofroom.people.models import Account, Membership, Person

PASSWORD = "proofroom-demo"  # noqa: S105 - it is told to everybody who tries the demo
ROLES = Person.Role
PEOPLE = (
    ("customer", "Clara Lindqvist", ROLES.CUSTOMER),
    ("colleague", "Tom Becker", ROLES.CUSTOMER),
    ("rival", "Rita Moreau", ROLES.CUSTOMER),
    ("artist", "Mina Okafor", ROLES.ARTIST),
    ("artist2", "Jonas Weber", ROLES.ARTIST),
    ("coordinator", "Paul Svensson", ROLES.COORDINATOR),
    ("supervisor", "Ines Carvalho", ROLES.SUPERVISOR),
    ("manager", "Hanna Berg", ROLES.MANAGER),
    ("admin", "Alex Novak", ROLES.ADMIN),
)


def make_people(at: datetime) -> dict[str, Person]:
    """Everybody by part. One hash serves all, because they share the password and a good hash is slow."""
    people: dict[str, Person] = {}
    for part, name, role in PEOPLE:
        email = f"{part}@example.com"
        if people:
            hashed = people["customer"].password
            people[part] = Person.objects.create(email=email, name=name, role=role, password=hashed, joined_at=at)
        else:
            people[part] = Person.objects.create_user(email, PASSWORD, name=name, role=role, joined_at=at)
    return people


def make_accounts(people: dict[str, Person]) -> dict[str, Account]:
    """Two customers of the studio who must not see anything of each other."""
    homes = Account.objects.create(name="Lindqvist Homes", manager=people["manager"])
    rival = Account.objects.create(name="Moreau Immobilier", manager=people["manager"])
    for part, account, role in (
        ("customer", homes, Membership.Role.OWNER),
        ("colleague", homes, Membership.Role.ORDERER),
        ("rival", rival, Membership.Role.OWNER),
    ):
        Membership.objects.create(person=people[part], account=account, role=role)
    return {"homes": homes, "rival": rival}
