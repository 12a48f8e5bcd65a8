"""The people of the demo on its sign-in page; everywhere else nothing."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings

register = template.Library()

PASSWORD = "proofroom-demo"  # noqa: S105 - the demo's, printed on its sign-in page


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to sign in as."""

    part: str
    email: str
    does: str


PEOPLE = (
    DemoPerson("Customer", "customer@example.com", "Orders, reviews, accepts, sends back"),
    DemoPerson("Colleague", "colleague@example.com", "Of the same account"),
    DemoPerson("Another customer", "rival@example.com", "Of another account: sees nothing of the first"),
    DemoPerson("Artist", "artist@example.com", "Claims jobs, uploads results, delivers"),
    DemoPerson("Second artist", "artist2@example.com", "Has other jobs"),
    DemoPerson("Coordinator", "coordinator@example.com", "Assigns, replies, answers cancellations"),
    DemoPerson("Quality supervisor", "supervisor@example.com", "Assesses what was sent back"),
    DemoPerson("Account manager", "manager@example.com", "Decides what is disputed"),
    DemoPerson("Administrator", "admin@example.com", "May do all that the staff may"),
)


@register.inclusion_tag("account/demo_people.html")
def demo_people() -> dict[str, Any]:
    """A table that fills the form when one is pressed; empty unless the settings say that this is the demo."""
    return {"people": PEOPLE if getattr(settings, "DEMO", False) else (), "password": PASSWORD}
