"""What every page needs around its content: the menu by role, who is signed in, what is unread."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from proofroom.interfaces.access import actor_at
from proofroom.orders.queries import unread_messages
from proofroom.people.models import Person


@dataclass(frozen=True)
class Entry:
    """One entry of the top menu."""

    label: str
    url: str
    current: bool


ORDERS, PRODUCTS, SUPPORT = ("My orders", "/orders/"), ("Products and services", "/products/"), ("Support", "/support/")
STAFF_MENU = (("Desk", "/desk/"), ("Orders", "/orders/"), ("Returns", "/returns/"), PRODUCTS, ("Reports", "/reports/"))
LEADERS_MENU = (*STAFF_MENU, ("Opening hours", "/hours/"))
MENUS: dict[str, tuple[tuple[str, str], ...]] = {
    Person.Role.CUSTOMER: (
        ORDERS,
        ("Rejected images", "/rejected/"),
        PRODUCTS,
        ("Payment methods and invoices", "/invoices/"),
        SUPPORT,
    ),
    Person.Role.MANAGER: LEADERS_MENU,
    Person.Role.ADMIN: LEADERS_MENU,
    Person.Role.ARTIST: (("Board", "/board/"), ORDERS, SUPPORT),
}
SIGNED_OUT = (PRODUCTS,)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template variables of base.html: ``menu``, ``person``, ``unread`` (messages not read yet, all orders)."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {"menu": _menu(SIGNED_OUT, request.path), "person": None, "unread": 0}
    entries = MENUS.get(person.role, STAFF_MENU)
    told = {"menu": _menu(entries, request.path), "person": person, "unread": unread_messages(actor_at(request))}
    # A script that asks for the page again takes a part of it: what was said to the person waits for the page itself.
    return told | {"messages": []} if request.headers.get("Sec-Fetch-Dest") == "empty" else told


def _menu(entries: tuple[tuple[str, str], ...], path: str) -> list[Entry]:
    return [Entry(label, url, path.startswith(url)) for label, url in entries]
