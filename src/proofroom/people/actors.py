"""From a signed-in person to the actor that the rules know."""

from proofroom.core.actor import Actor
from proofroom.people.models import Membership, Person


def actor_for(person: Person) -> Actor:
    """The person with the accounts they act for."""
    accounts = Membership.objects.filter(person=person).values_list("account_id", flat=True)
    return Actor(person=person.pk, role=person.role, name=person.name, accounts=frozenset(accounts))
